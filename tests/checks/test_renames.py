"""Which renames are asked about: only those after which an old id leads nowhere."""

from pathlib import Path

import pytest

from tests.problems.running import SITE, problems_of, write_site

MILL, MENDERS = "data/venues/old-mill.yml", "data/resources/riverbank-menders.yml"


@pytest.mark.parametrize(
    ("renamed", "lost"),
    [
        ({"data/venues/mill.yml": MILL}, ["mill"]),
        ({"data/venues/old.yml": MILL, "data/venues/oldest.yml": "data/venues/old.yml"}, ["old", "oldest"]),
        ({"data/venues/kept.yml": MILL}, []),
        ({"data/venues/north/old-mill.yml": MILL}, []),
        ({"data/resources/mill.yml": MILL}, []),
        ({"data/mill.yml": MILL}, []),
        ({"data/venues/riverbank-menders.yml": MILL}, []),
        ({"data/venues/mill.yml": "data/venues/gone.yml"}, []),
        ({"data/venues/mill.yml": MILL, "data/resources/menders.yml": MENDERS}, ["menders", "mill"]),
    ],
)
def test_only_an_id_that_leads_nowhere_is_asked_about(renamed: dict[str, str], lost: list[str], tmp_path: Path) -> None:
    site = SITE | {MILL: f"aliases: [kept]\n{SITE[MILL]}"}
    write_site(tmp_path, {name: text.encode() for name, text in site.items()})

    found = problems_of(tmp_path, renamed=renamed)

    assert [problem.rule for problem in found] == ["old-id-lost"] * len(lost)
    assert sorted((problem.hint or "").rpartition("[")[2].split(", ")[-1].rstrip("]`.") for problem in found) == lost


def test_the_aliases_that_there_are_stay(tmp_path: Path) -> None:
    site = SITE | {MILL: f"aliases: [kept]\n{SITE[MILL]}"}
    write_site(tmp_path, {name: text.encode() for name, text in site.items()})

    (found,) = problems_of(tmp_path, renamed={"data/venues/mill.yml": MILL})

    assert (found.line, found.column) == (1, 1)
    assert found.hint == "If it is the same thing, write `aliases: [kept, mill]`."
