"""Help and about: each number with its hours and its day, made-up ones marked; figures that count what they say."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue import catalogue
from generator.edition import Edition, edition
from generator.pages.site_pages import site_pages
from generator.records.site import Help
from tests.pages.record_editions import CHECKED, edition_of, spaced, values

ONE = "checked: {on: 2026-11-01, by: editor}, hours: day and night, cost: free"


def page(made: Edition, url: str) -> str:
    return spaced(next(planned for planned in site_pages(made) if planned.url == url).make().body)


def with_help(*contacts: str, settings: Mapping[str, Any] | None = None) -> Edition:
    made = edition_of({}, settings=settings)
    found = Help.model_validate({"contacts": [values(f"{{{contact}}}") for contact in contacts]})
    return edition(catalogue(replace(made.catalogue.sources, help=found)), made.today)


def test_a_number_stands_with_its_price_its_hours_and_the_day_it_was_checked() -> None:
    text = page(with_help(f"kind: crisis, question: Need to talk?, name: Listeners, phone: 116 123, {ONE}"), "help/")

    assert "<h3>Need to talk?</h3>" in text
    assert 'Listeners: <a class="fp-bigphone" href="tel:116123">116 123</a>' in text
    assert "Free. Day and night." in text
    assert "Checked 1 November 2026 by the editor." in text


def test_ways_without_a_telephone_are_there() -> None:
    text = page(
        with_help(
            "kind: crisis, question: Rather text?, name: Texters, text: Text HELLO to 60000,"
            f" sign_language: https://example.org/bsl, {ONE}"
        ),
        "help/",
    )

    assert "Text HELLO to 60000." in text
    assert 'href="https://example.org/bsl"' in text
    assert "<strong>Texters</strong>" in text


@pytest.mark.parametrize(("note", "marked"), [("All made up.", True), (None, False)])
def test_local_numbers_of_a_demonstration_are_marked_as_made_up(note: str | None, marked: bool) -> None:
    contact = f"kind: local, question: Near you?, name: Neighbours, phone: 01632 960100, local: yes, {ONE}"

    text = page(with_help(contact, settings={"demonstration": note} if note else None), "help/")

    assert ("Nobody answers." in text) == marked


def test_worries_about_somebody_have_a_place_that_every_page_links_to() -> None:
    contact = f"kind: safeguarding, question: Worried about someone?, name: The team, phone: 01632 960101, {ONE}"

    text = page(with_help(contact), "help/")

    assert '<h2 id="worried">Worried about someone?</h2>' in text
    assert text.count("Worried about someone?") == 1  # the box is headed by the name instead
    assert "<h3>The team</h3>" in text


def test_the_help_page_does_not_promise_that_leaving_hides_anything() -> None:
    assert "It does not clear your history" in page(edition_of({}), "help/")


def record(on: str, more: str = "") -> str:
    return f"name: A\nsummary: Come.\nkind: group\nchecked: {{on: {on}, by: editor}}\n{more}"


def row(text: str, label: str) -> list[str]:
    found = re.search(f'<th scope="row">{label}</th>(.*?)</tr>', text)
    return re.findall(r'<td class="fp-number">([^<]*)</td>', found[1]) if found else []


def test_freshness_is_counted_by_the_sites_limits() -> None:
    made = edition_of(
        {
            "resources/a": record("2026-10-01"),
            "resources/b": record("2026-05-22"),
            "resources/c": record("2026-05-21"),
            "resources/d": record("2025-11-21"),
            "resources/gone": record("2020-01-01", "places: closed\n"),
            "venues/hall": "name: Hall\n",
        }
    )

    text = page(made, "about/")

    assert row(text, "Groups and services") == ["2", "1", "1"]
    assert row(text, "Activities") == ["0", "0", "0"]
    assert row(text, "Places") == ["0", "0", "1"]


def test_what_is_known_least_comes_first_and_asks_only_those_whom_it_concerns() -> None:
    made = edition_of(
        {
            "resources/a": record("2026-10-01", "format: in_person\naccess: {step_free: yes, toilet: ask}\n"),
            "resources/b": record("2026-10-01", "format: in_person\naccess: {toilet: no}\n"),
            "resources/c": record("2026-10-01", "format: phone\ncost: {amount: 0}\n"),
        }
    )

    text = page(made, "about/")

    shown = re.findall(r'<th scope="row">([^<]*)</th>', text.partition("unknown-table")[2])
    assert row(text, "Somebody helps at the door") == ["2", "2"]
    assert row(text, "What happens on a first visit") == ["3", "3"]
    assert "Step-free way in" not in shown
    assert len(shown) == 8


def test_about_has_the_places_that_other_pages_link_to() -> None:
    text = page(edition_of({"resources/a": f"name: A\nsummary: B\nkind: group\n{CHECKED}"}), "about/")

    assert {"listed", "fresh", "private", "groups"} <= set(re.findall(r'id="([^"]+)"', text))
    assert "Good Neighbours" in text
    assert "The coordinator" in text
    assert "mailto:hello@example.org" in text
    assert "Apache License 2.0" in text


@pytest.mark.parametrize(("name", "explained"), [("Fingerpost for Alderbourne", True), ("Good Company", False)])
def test_the_word_fingerpost_is_explained_where_the_site_is_called_so(name: str, *, explained: bool) -> None:
    made = edition_of({})
    sources = made.catalogue.sources
    named = edition(catalogue(replace(sources, site=replace(sources.site, name=name))), made.today)

    text = page(named, "about/")
    assert ("old wooden sign" in text) == explained
    assert "points to company: groups, meals, walks" in text
