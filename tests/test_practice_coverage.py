"""What practice asks for (docs/practice-coverage.md): a row for each of it, and each row leads to what it names."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import pytest

from generator.cli import _parser
from tests.capabilities import ROOT
from tests.sites import Built

CAPABILITIES = 144
WANTED = ("must", "should", "could")
STATE = re.compile(r"whole(: .+)?|(part|left out): .+")
SPAN = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
ROW = re.compile(r"^\| (\d+) \|(.+)\|$", re.MULTILINE)
DOCUMENT = (ROOT / "docs/practice-coverage.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that practice asks for, and what is said to give it."""

    number: int
    asked: str
    wanted: str
    where: str
    state: str


ROWS = tuple(
    Row(int(number), *(cell.strip() for cell in cells.split(" | "))) for number, cells in ROW.findall(DOCUMENT)
)


def commands() -> Collection[str]:
    """The commands that there are."""
    found = next(action.choices for action in _parser()._actions if action.dest == "command")
    return tuple(found or ())


def broken(where: str, site: Built) -> list[str]:
    """What of the things that a row names is not there."""
    named = SPAN.findall(where)
    return [one for one in named if not is_there(one, site)] + [
        name for name in LINK.findall(where) if not (ROOT / "docs" / name).is_file()
    ]


def is_there(named: str, site: Built) -> bool:
    """Whether an address of the site leads to a page, and a place on it; or a command or a file is there."""
    if named.startswith("fingerpost "):
        return named.removeprefix("fingerpost ") in commands()
    if not named.startswith("/"):
        return (ROOT / named).is_file()
    url, _, place = named.removeprefix("/").partition("#")
    if url not in site.pages:
        return url in site.files and not place
    return not place or bool(site.pages[url].all(f'[id="{place}"]'))


def test_each_capability_has_one_row() -> None:
    assert [row.number for row in ROWS] == list(range(1, CAPABILITIES + 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
def test_a_row_says_how_much_it_is_wanted_and_how_far_it_goes(row: Row) -> None:
    assert row.wanted in WANTED
    assert STATE.fullmatch(row.state)
    assert SPAN.search(row.where) or LINK.search(row.where)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
def test_everything_that_a_row_names_is_there(row: Row, demo: Built) -> None:
    assert broken(row.where, demo) == []


def test_nothing_that_must_be_there_is_left_out() -> None:
    assert [row.number for row in ROWS if row.wanted == "must" and row.state.startswith("left out")] == []


def test_the_document_counts_its_rows_rightly() -> None:
    said = {state: int(count) for count, state in re.findall(r"(\d+) are (whole|part|left out)", DOCUMENT)}

    assert said == Counter(row.state.partition(":")[0] for row in ROWS)


@pytest.mark.parametrize(
    "wrong",
    [
        "`/no-such-page/`",
        "`/help/#no-such-place`",
        "`/updates.xml#place`",
        "`fingerpost fly`",
        "`docs/nothing.md`",
        "[a](nothing.md#b)",
    ],
)
def test_what_leads_nowhere_is_found(wrong: str, demo: Built) -> None:
    assert len(broken(f"`/help/#worried`, {wrong}", demo)) == 1
