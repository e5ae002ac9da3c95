"""What changed lately: told from Git and from the records, the most telling thing first, and an Atom feed of it."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from generator.edition import Edition
from generator.feeds.history import History
from generator.pages.updates import ATOM, atom, update_pages
from generator.updates import updates
from tests.pages.record_editions import edition_of, spaced

FILE = "data/resources/tea.yml"
BEGUN = "2025-01-01"
FULL = "places: {is: full, on: 2026-11-02}"
CLOSED = "places: {is: closed, on: 2026-11-03}"


def at(day: str) -> int:
    """Noon of a day, as Git has it."""
    return int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()) + 12 * 3600


def site(extra: str = "", checked: str = "2026-01-01", name: str = "Tea") -> Edition:
    text = f"name: {name}\nkind: group\nsummary: Tea & talk.\nchecked: {{on: {checked}, by: editor}}\n{extra}"
    return edition_of({"resources/tea": text})


def history(first: str, newest: str, file: str = FILE) -> History:
    return History(times={file: at(newest), FILE: at(newest)}, first={"mkdocs.yml": at(BEGUN), file: at(first)})


@pytest.mark.parametrize(
    ("extra", "checked", "first", "newest", "told"),
    [
        ("", "2026-01-01", "2026-11-01", "2026-11-01", [("new", "2026-11-01")]),
        ("", "2026-01-01", "2026-11-01", "2026-11-10", [("new", "2026-11-01")]),
        ("", "2026-01-01", BEGUN, "2026-11-10", [("changed", "2026-11-10")]),
        ("", "2026-11-10", BEGUN, "2026-11-10", [("checked", "2026-11-10")]),
        ("", "2026-11-05", BEGUN, "2026-11-10", [("changed", "2026-11-10")]),
        ("", "2026-01-01", BEGUN, "2026-01-01", []),
        ("", "2026-01-01", "2025-01-05", "2025-01-05", []),
        (FULL, "2026-11-10", BEGUN, "2026-11-10", [("full", "2026-11-02")]),
        (CLOSED, "2026-01-01", BEGUN, "2026-11-03", [("closed", "2026-11-03")]),
        ("places: {is: closed, on: 2026-01-03}", "2026-01-01", BEGUN, "2026-11-03", []),
        ("places: paused", "2026-01-01", BEGUN, "2026-11-03", [("paused", "2026-11-03")]),
    ],
)
def test_the_most_telling_thing_of_the_last_quarter_is_told(
    extra: str, checked: str, first: str, newest: str, told: list[tuple[str, str]]
) -> None:
    found = updates(site(extra, checked), history(first, newest))

    assert [(one.what, one.on.isoformat()) for one in found] == told


def test_a_renamed_record_is_not_new() -> None:
    made = site("aliases: [coffee]")
    renamed = History(
        times={FILE: at("2026-11-01")},
        first={"mkdocs.yml": at(BEGUN), FILE: at("2026-11-01"), "data/resources/coffee.yml": at(BEGUN)},
    )

    assert [one.what for one in updates(made, renamed)] == ["changed"]


def test_staff_and_house_activities_are_told_to_nobody() -> None:
    schedule = 'schedule:\n  - {every: Tuesday, start: "10:00", end: "11:00"}\n'
    for shown in ("house", "staff"):
        text = f"name: A\nsummary: B.\ncategory: games\nshown_to: {shown}\nchecked: {{on: 2026-11-10, by: editor}}\n"
        assert updates(edition_of({"activities/a": text + schedule}), History(times={})) == ()


def test_without_a_history_only_what_records_say_is_told() -> None:
    found = updates(site(FULL, "2026-11-10"), History(times={}))

    assert [(one.what, one.on.isoformat()) for one in found] == [("full", "2026-11-02")]


def test_the_page_tells_it_in_words() -> None:
    made = site(FULL)
    (planned,) = update_pages(made, updates(made, history(BEGUN, "2026-11-02")))
    body = spaced(planned.make().body)

    assert "Closed, paused or full" in body
    assert '<a href="../resources/tea/">Tea</a> <span class="fp-soft">2 November 2026</span>' in body


def test_the_feed_is_well_formed_has_permanent_ids_and_only_text() -> None:
    made = site("aliases: [coffee]", "2026-11-10", name="Tea <script> & 'cake'")
    content = atom(made, updates(made, history(BEGUN, "2026-11-10"))).make
    assert content is not None
    feed = ET.fromstring(content())  # noqa: S314 - our own output
    (entry,) = feed.findall(f"{{{ATOM}}}entry")

    assert entry.findtext(f"{{{ATOM}}}id") == "tag:example.org,2020:coffee/checked/2026-11-10"
    assert entry.findtext(f"{{{ATOM}}}title") == "Checked: Tea <script> & 'cake'"
    assert entry.findtext(f"{{{ATOM}}}updated") == feed.findtext(f"{{{ATOM}}}updated") == "2026-11-10T12:00:00Z"


def test_an_empty_feed_and_an_empty_page_say_so() -> None:
    made = site()
    (planned,) = update_pages(made, ())
    feed = atom(made, ()).make
    assert feed is not None

    assert "Nothing has changed" in planned.make().body
    assert ET.fromstring(feed()).findtext(f"{{{ATOM}}}updated") == "2026-11-22T12:00:00Z"  # noqa: S314 - our own output
