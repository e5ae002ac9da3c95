"""The theme: what every page of the site carries, whatever fills it."""

import re
from pathlib import Path

import pytest

from tests.themed import FACTS, PAGES, built


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("theme"), PAGES, FACTS)


def html(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_a_shell_lets_its_holes_through(site: Path) -> None:
    page = html(site, "record-hole/index.html")

    assert "<title>hole-title – Fingerpost</title>" in page
    assert '<meta name="description" content="hole-description">' in page
    assert '<link rel="canonical" href="https://example.org/record-hole/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert page.count("<h1>") == 1
    assert "og:" not in page


def test_only_prose_loads_the_style_sheet_for_prose(site: Path) -> None:
    assert "assets/stylesheets/main" in html(site, "index.html")
    assert "assets/stylesheets/main" not in html(site, "record-hole/index.html")


def test_no_page_has_a_script_or_a_style_that_the_policy_forbids(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) == len(PAGES) + 1  # and 404.html

    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "default-src 'none'; script-src 'self'; style-src 'self';" in text
        assert not re.findall(r"<script(?![^>]* src=)[^>]*>|<style| style=| on\w+=", text), page.name


def test_the_policy_is_left_out_while_writing(tmp_path: Path) -> None:
    site = built(tmp_path, {"index.md": "# Start"}, FACTS | {"serve": True})

    assert "Content-Security-Policy" not in html(site, "index.html")


def test_no_page_names_another_host_but_that_of_leaving_and_its_own_address(site: Path) -> None:
    hosts = set(re.findall(r"https?://[^\"'<\s]+", html(site, "index.html")))

    assert hosts == {"https://example.org/", "https://example.org/weather/"}


def test_the_page_for_lost_addresses_is_built_with_links_from_the_root(site: Path) -> None:
    text = html(site, "404.html")

    assert "<h1>That page is not here</h1>" in text
    assert '<a href="/directory/">Find something</a>' in text
    assert 'href="/assets/fp.css?v=1"' in text


def test_the_entry_of_the_pages_section_is_marked(site: Path) -> None:
    assert '<a href="../directory/" aria-current="true">' in html(site, "record-hole/index.html")
    assert '<a href="./" aria-current="page">' in html(site, "directory/index.html")
    assert "aria-current" not in html(site, "index.html")


def test_words_of_the_site_are_escaped(site: Path) -> None:
    text = html(site, "index.html")

    assert "Made up &amp; for show." in text
    assert "for &lt;Alder&gt;" in text
    assert "<title>Tea &amp; talk – Fingerpost</title>" in text


def test_help_says_whom_one_rings(site: Path) -> None:
    text = html(site, "index.html")

    assert 'Ring <a href="tel:999">999</a>. Free.' in text
    assert 'Ring Listeners on <a href="tel:01632960999">01632 960 999</a>.' in text


def test_a_page_of_more_than_three_headings_lists_them_under_its_lead(site: Path) -> None:
    text = html(site, "long/index.html")

    assert text.index("The lead.") < text.index("On this page") < text.index('<h2 id="part-0">')
    assert "On this page" not in html(site, "index.html")


def test_a_page_of_the_guide_leads_on_to_its_neighbours(site: Path) -> None:
    assert '<a rel="next" href="../b/">' in html(site, "guide/a/index.html")
    assert '<a rel="prev" href="../a/">' in html(site, "guide/b/index.html")
    assert "fp-neighbours" not in html(site, "long/index.html")
