"""Cards: what they say of an entry, and that one rendering serves every list."""

import re

import pytest

from generator.pages.cards import card_view, cards
from tests.pages.record_editions import CHECKED, TUESDAYS, activity, edition_of, resource, spaced

SHED = f"name: The Shed\nsummary: People mend things.\nkind: group\n{CHECKED}"
MOVED = 'changes:\n  - {on: 2026-11-24, moved: {to: 2026-11-25, start: "14:00", why: the hall is let}}\n'


def run_by_shed(name: str, schedule: str = TUESDAYS) -> str:
    return f"name: {name}\nsummary: Come.\ncategory: games\norganiser: shed\n{CHECKED}{schedule}"


def test_a_card_leads_to_its_page_from_wherever_it_stands() -> None:
    edition, entry = activity()
    card = cards(edition)

    for root in ("", "../", "../../../"):
        html = card(entry, root)
        assert f'<a href="{root}activities/dominoes/">Dominoes</a>' in html
        assert set(re.findall(r'<use href="([^"#]*)#', html)) == {f"{root}assets/icons.svg"}
        assert "\0" not in html


def test_the_words_of_a_record_are_escaped() -> None:
    hostile = edition_of({"resources/x": SHED.replace("People mend things.", "<script>alert(1)</script> & co")})

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in cards(hostile)(hostile.catalogue.entries["x"], "")


@pytest.mark.parametrize(
    ("more", "next_words"),
    [
        ("", "Next: Tuesday 24 November"),
        (MOVED, "Next: moved to Wednesday 25 November, 2 pm"),
        ("changes:\n  - {on: 2026-11-24, cancelled: no heating}\n", "Next: Tuesday 1 December"),
        ("closed:\n  - {from: 2026-01-01, until: 2028-01-01}\n", "Next: Tuesday 4 January 2028"),
        ("closed:\n  - {from: 2026-01-01, until: 2040-01-01}\n", "Nobody has told us the next date"),
        ("visible: {until: 2026-11-20}\n", "It is over"),
        ("visible: {from: 2026-12-09}\n", "Next: Tuesday 15 December"),
    ],
)
def test_the_next_date_is_one_that_takes_place(more: str, next_words: str) -> None:
    edition, entry = activity(more)

    assert spaced(card_view(edition, entry).next) == next_words


def test_a_resource_without_dates_says_nothing_of_when() -> None:
    edition, entry = resource()

    view = card_view(edition, entry)

    assert (view.when, view.next) == (None, None)


def test_a_group_is_told_from_its_activity_of_the_same_name() -> None:
    edition = edition_of({"resources/shed": SHED, "activities/open": run_by_shed("The Shed")})

    group, held = (card_view(edition, edition.catalogue.entries[one]) for one in ("shed", "open"))

    assert group.category.endswith(" · Group")
    assert group.title == "The Shed: who runs it"
    assert (held.category, held.title) == ("Games", "The Shed")


@pytest.mark.parametrize("theirs", ["The Shed on Tuesdays", "The shed"])
def test_a_group_keeps_its_name_alone_where_no_listed_activity_has_it(theirs: str) -> None:
    more = "places: closed\n" if theirs == "The shed" else ""
    edition = edition_of({"resources/shed": SHED, "activities/open": run_by_shed(theirs) + more})

    assert card_view(edition, edition.catalogue.entries["shed"]).title == "The Shed"


def test_a_resource_shows_when_its_only_activity_is() -> None:
    edition = edition_of({"resources/shed": SHED, "activities/open": run_by_shed("Open Morning")})

    view = card_view(edition, edition.catalogue.entries["shed"])

    assert spaced(view.when) == "Tuesdays, 10.30 am to 12 noon"
    assert spaced(view.next) == "Next: Tuesday 24 November"


def test_a_resource_counts_several_activities_and_shows_the_first_date_of_all() -> None:
    mondays = TUESDAYS.replace("Tuesday", "Monday")
    edition = edition_of(
        {
            "resources/shed": SHED,
            "activities/open": run_by_shed("Open Morning"),
            "activities/late": run_by_shed("Late Shift", mondays),
            "activities/staff": run_by_shed("Rota", TUESDAYS.replace("Tuesday", "Sunday")) + "shown_to: staff\n",
        }
    )

    view = card_view(edition, edition.catalogue.entries["shed"])

    assert view.when == "2 activities"
    assert spaced(view.next) == "Next: Monday 23 November"


@pytest.mark.parametrize(
    ("more", "tag"),
    [("places: full\n", "Full"), ("places: waiting_list\n", "Waiting list"), ("places: open\n", None), ("", None)],
)
def test_only_what_keeps_people_out_is_tagged(more: str, tag: str | None) -> None:
    edition, entry = activity(more)

    html = cards(edition)(entry, "")

    assert ("fp-tags" in html) == (tag is not None)
    assert tag is None or f"</svg>{tag}</strong>" in html


def test_doubtful_facts_wear_the_amber_badge_and_fresh_ones_do_not() -> None:
    old, _ = activity()
    doubtful = edition_of({"resources/shed": SHED.replace("2026-10-01", "2025-10-01")})

    assert "fp-fresh--old" not in cards(old)(old.catalogue.entries["dominoes"], "")
    assert "fp-fresh--old" in cards(doubtful)(doubtful.catalogue.entries["shed"], "")


def test_what_one_does_at_home_has_no_marks_about_doors() -> None:
    edition, entry = resource("format: phone\n", kind="befriending")

    view = card_view(edition, entry)

    assert view.marks == ()
    assert view.at_home == "phone-in-talk"
