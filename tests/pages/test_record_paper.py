"""What the page of a record has for paper alone: questions to ask, the card for a first visit, notices for the door."""

from generator.pages.record_paper import doors, on_paper
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of, spaced

HALL = f"name: The Hall\n{CHECKED}access: {{step_free: yes, toilet: no}}\n"
CHESS = f"name: Chess\nsummary: Come.\ncategory: games\nvenue: hall\n{CHECKED}{TUESDAYS}"


def test_a_leaflet_asks_what_nobody_has_told_us() -> None:
    edition = edition_of({"venues/hall": HALL, "activities/chess": CHESS})
    paper = on_paper(edition, edition.catalogue.entries["chess"])

    assert len(paper.asks) == 5
    assert all(ask.endswith("?") for ask in paper.asks)
    assert not any("Step-free" in ask or ask.startswith("Toilet?") for ask in paper.asks)
    assert paper.address == "example.org/here/activities/chess/"
    assert spaced(paper.number) == "01632 960100", "the site's own number where they have none"


def test_each_session_that_is_off_or_moved_has_a_notice_with_what_comes_next() -> None:
    changes = (
        "changes:\n  - {on: 2026-11-24, cancelled: the hall is being mended}\n"
        '  - {on: 2026-12-01, moved: {to: 2026-12-02, start: "14:00"}}\n'
        "  - {on: 2027-03-02, cancelled: too far ahead for paper}\n"
    )
    edition = edition_of({"venues/hall": HALL, "activities/chess": CHESS + changes})

    off, moved = doors(edition, edition.catalogue.entries["chess"])

    assert (off.anchor, off.line.tag, off.line.more) == ("door-2026-11-24-0", "Cancelled", "The hall is being mended.")
    assert spaced(off.next) == "Next: moved to Wednesday 2 December, 2 pm"
    assert (moved.line.tag, moved.next) == ("Moved", None)
    assert spaced(moved.line.words) == "Wednesday 2 December, 2 pm"
