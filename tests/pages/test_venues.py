from generator.pages.venues import venue_pages, venue_view
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of, spaced

MILL = """
name: The Old Mill
address: {street: 3 Mill Lane, town: Alderbourne, postcode: ZZ1 2MW, country: IE}
area: north
door: round the back
bus_stop: {name: Mill Bridge, lines: ["4"], walk_minutes: 1}
access: {step_free: {is: yes, note: side door}, captions: yes}
transport: {fetches: no, how_to_get_there: down the lane}
contact: {phone: 01632 960110, email: mill@example.org, answered: mornings}
closed: [{from: 2026-01-01, until: 2026-01-02}, {from: 2026-12-24, until: 2026-12-27, why: Christmas}]
"""
GAME = f"name: Dominoes\nsummary: S.\ncategory: games\nvenue: mill\n{CHECKED}{TUESDAYS}"
EDITION = edition_of({
    "venues/mill": MILL,
    "venues/empty": "name: The Empty Room\n",
    "activities/dominoes": GAME,
    "activities/hidden": GAME.replace("Dominoes", "Hidden") + "shown_to: house\n",
    "resources/shed": f"name: The Shed\nsummary: S.\nkind: group\nvenue: mill\n{CHECKED}",
})  # fmt: skip
BODIES = {planned.url: spaced(planned.make().body) for planned in venue_pages(EDITION)}


def test_a_venue_says_what_is_on_and_who_is_there() -> None:
    view = venue_view(EDITION, EDITION.catalogue.sources.venues["mill"])

    assert [(one.title, one.when and spaced(one.when), one.next and spaced(one.next)) for one in view.activities] == [
        ("Dominoes", "Tuesdays, 10.30 am to 12 noon", "Next: Tuesday 24 November, 10.30 am")
    ]
    assert [line.words for line in view.groups] == ["The Shed"]
    assert [feed.address for feed in view.feeds] == ["https://example.org/here/feeds/venue/mill.ics"]


def test_a_venue_says_where_it_is_and_how_one_gets_in() -> None:
    view = venue_view(EDITION, EDITION.catalogue.sources.venues["mill"])

    assert spaced(view.address) == "3 Mill Lane, Alderbourne, ZZ1 2MW, IE"
    assert {pair.name: spaced(pair.lines[0].words) for pair in view.place} == {
        "Area": "Northgate",
        "The door": "Round the back.",
        "Bus stop": "Mill Bridge, bus 4, 1 minute on foot",
        "The way": "Down the lane.",
        "Being fetched": "They do not fetch people.",
    }
    rows = {row.feature: (row.words, row.note) for row in view.access}
    assert rows["step_free"] == ("Yes", "Side door")
    assert rows["seating"] == ("Not known", None)
    assert rows["captions"] == ("Yes", None)
    assert "companion_welcome" not in rows, "a room does not decide whom one may bring"


def test_days_to_come_on_which_it_is_closed_stand_on_top() -> None:
    view = venue_view(EDITION, EDITION.catalogue.sources.venues["mill"])

    assert [(spaced(notice.strong), notice.words) for notice in view.notices] == [
        ("Closed 24 December 2026 to 27 December 2026.", "Christmas.")
    ]


def test_a_venue_of_which_little_is_known_says_so() -> None:
    body = BODIES["venues/empty/"]

    for words in ("Nothing that we know of.", "Nobody has told us whom to ask.", "Nobody has checked this page yet"):
        assert words in body
    assert "feeds/" not in body


def test_telephone_and_mail_of_those_who_keep_the_building_are_links() -> None:
    body = BODIES["venues/mill/"]

    assert 'href="tel:01632960110"' in body
    assert 'href="mailto:mill@example.org"' in body
    assert "Mornings." in body
