"""What is for a house or for staff stays out of everything public, though it is no secret."""

import re
from collections.abc import Mapping

import pytest

from tests.sites import Built


@pytest.fixture(scope="module")
def hidden(site: Built) -> Mapping[str, str]:
    """The activities for a house or for staff by their ids, and for whom they are."""
    found = {
        path.stem: re.search(r"^shown_to: (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in (site.source / "data/activities").glob("*.yml")
    }
    chosen = {name: said[1] for name, said in found.items() if said and said[1] != "public"}
    assert set(chosen.values()) == {"house", "staff"}
    return chosen


def test_no_page_that_may_be_found_leads_to_it(site: Built, hidden: Mapping[str, str]) -> None:
    links = {
        (page.url, name)
        for page in site.whole_pages
        if page.indexed
        for node in page.all('a[href*="activities/"]')
        for name in [str(node.attributes["href"]).rstrip("/").rpartition("/")[2]]
        if name in hidden
    }

    assert links == set()


def test_its_own_page_is_kept_from_search_engines(site: Built, hidden: Mapping[str, str]) -> None:
    assert [name for name in hidden if site.pages[f"activities/{name}/"].indexed] == []
    sitemap = site.files["sitemap.xml"].read_text(encoding="utf-8")
    assert [name for name in hidden if f"/{name}/" in sitemap] == []


def test_it_stands_in_no_public_feed(site: Built, hidden: Mapping[str, str]) -> None:
    houses = {
        name
        for path in (site.source / "data/feeds").glob("*.yml")
        if "house: yes" in path.read_text(encoding="utf-8")
        for name in (path.stem, *re.findall(r"^aliases: \[(.*)\]", path.read_text(encoding="utf-8"), re.MULTILINE))
    }
    allowed = {"house": {f"feeds/mix/{name}.ics" for name in houses}, "staff": {"feeds/staff.ics"}}
    held: dict[str, set[str]] = {name: set() for name in hidden}

    for path in (name for name in site.files if name.endswith(".ics")):
        text = site.feed(path.removeprefix("feeds/"))
        for name in hidden:
            if f"/activities/{name}/" in text:
                held[name].add(path)

    assert {name: feeds - allowed[hidden[name]] for name, feeds in held.items() if feeds - allowed[hidden[name]]} == {}
    assert any(feeds for feeds in held.values())


def test_the_pages_of_houses_are_kept_from_search_engines(site: Built) -> None:
    houses = [
        page for page in site.whole_pages if page.url.startswith("mix/") and "house: yes" in _record(site, page.url)
    ]

    assert houses
    assert [page.url for page in houses if page.indexed] == []


def test_the_calendar_of_staff_is_kept_from_search_engines(site: Built) -> None:
    assert not site.pages["calendar/staff/"].indexed


def _record(site: Built, url: str) -> str:
    path = site.source / f"data/feeds/{url.split('/')[1]}.yml"
    return path.read_text(encoding="utf-8")
