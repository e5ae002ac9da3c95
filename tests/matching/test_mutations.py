"""A rule that is broken is noticed: each change of the matcher's source makes an example client fall short."""

from typing import NamedTuple

import pytest
import yaml

from generator.matching.engine import Matcher, sources
from tests.matching.running import HERE, OWN, fell_short, judged


class Mutant(NamedTuple):
    """What is broken, and the one replacement that breaks it."""

    rule: str
    file: str
    old: str
    new: str


MUTANTS = tuple(Mutant(**one) for one in yaml.safe_load((HERE / "mutants.yml").read_text(encoding="utf-8")))


def broken(mutant: Mutant) -> Matcher:
    """The matcher with one exact replacement in its source."""
    modules = sources()
    text = modules[mutant.file]
    assert text.count(mutant.old) == 1, f"{mutant.file} has {text.count(mutant.old)} times: {mutant.old}"
    return Matcher({**modules, mutant.file: text.replace(mutant.old, mutant.new)})


@pytest.mark.parametrize("mutant", MUTANTS, ids=[one.rule for one in MUTANTS])
def test_a_broken_rule_lets_an_example_fall_short(mutant: Mutant) -> None:
    matcher = broken(mutant)

    assert any(fell_short(judged(path, matcher)) for path in OWN), "nobody noticed: write an example for this rule"


def test_no_rule_is_broken_twice_in_the_same_way() -> None:
    assert len({(one.file, one.old, one.new) for one in MUTANTS}) == len(MUTANTS)
