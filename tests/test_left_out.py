"""What a preview shows while a record is broken: every other page, whatever refers to the one that is left out."""

from pathlib import Path

import pytest

from generator.edition import edition
from generator.feeds.history import History
from generator.loading import load
from generator.output import Bundle, Output
from generator.pages.frame import SHELLS
from generator.pipeline import Rendered, first_outputs, outputs, ready
from generator.shell import HOLES, PageShell
from generator.stages import Stages
from tests.sites import US, copied
from tests.test_keys import DAY, contents

SHELL = PageShell(("<", *("|" for _ in HOLES[1:]), ">"), HOLES)
BROKEN = (
    "activities/quilting-saturdays",
    "feeds/sagebrush",
    "resources/prairie-quilters",
    "resources/prairie-trust",
    "resources/sagebrush-home",
    "venues/grange-hall",
    "venues/sagebrush-lodge",
    "areas",
    "closures",
)


@pytest.mark.parametrize("name", BROKEN)
def test_every_other_page_can_be_made(name: str, tmp_path: Path) -> None:
    folder = copied(US, tmp_path / "site")
    (folder / f"data/{name}.yml").write_text("name: [\n", encoding="utf-8")

    loaded = load(folder / "mkdocs.yml", DAY, Stages(), warnings_in_place=False)
    assert {problem.file for problem in loaded.errors} == {f"data/{name}.yml"}
    assert loaded.catalogue is not None
    rendered = Rendered(config=b"", shells=dict.fromkeys(SHELLS, SHELL), prose=())
    made = ready(edition(loaded.catalogue, DAY), History(times={}), rendered, tmp_path / "work")
    listed: dict[str, Output] = {}
    for one in (*first_outputs(made), *outputs(made)):
        listed |= {output.path: output for output in (one.outputs() if isinstance(one, Bundle) else (one,))}

    assert len(contents(listed)) > 700
