"""Hundreds of hostile records: refused with a problem, or built, and then harmless and literally on their pages."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from generator.assets import FOLDER
from generator.loading import Loaded, load
from generator.shell import hole
from generator.stages import Stages
from tests.hostile import (
    ALIASES,
    COMBINED,
    FILE_NAMES,
    REFUSED,
    STRINGS,
    TAKEN_IN_PART,
    as_yaml,
    line_of,
    records,
    resource,
    site_files,
    typed_records,
)
from tests.site.markup import allowed, standing, unneeded
from tests.sites import TODAY, Built, PageFile, built, commit
from tests.small import ACTIVITY, RESOURCE, written

DAY = date.fromisoformat(TODAY)
SCRIPTS = FOLDER / "js"
FILES = {file: text for file, _, text in records()}
HOLDS = {file: name for file, name, _ in records()}
PAGES = {"resources": "resources", "activities": "activities", "venues": "venues", "feeds": "mix"}
SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "webcal"})
PROPERTIES = re.compile(
    "BEGIN|END|UID|DTSTAMP|DTSTART|DTEND|DURATION|RRULE|EXDATE|RECURRENCE-ID|SUMMARY|DESCRIPTION|LOCATION|GEO|URL"
    "|STATUS|CATEGORIES|CLASS|TRANSP|SEQUENCE|LAST-MODIFIED|CREATED|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|VERSION|PRODID"
    "|CALSCALE|NAME|X-WR-CALNAME|X-WR-CALDESC|X-WR-TIMEZONE|COLOR|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL"
    "|X-MICROSOFT-CDO-BUSYSTATUS|X-MICROSOFT-CDO-ALLDAYEVENT|METHOD|CONTACT|RELATED-TO"
)


def loaded(folder: Path) -> Loaded:
    return load(folder / "mkdocs.yml", DAY, Stages())


def refused(found: Loaded) -> Mapping[str, list[str]]:
    """The rules of the errors of each file."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for problem in found.errors:
        assert problem.message
        by_file[problem.file].append(problem.rule)
    return by_file


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every hostile record."""
    return written(tmp_path_factory.mktemp("all"), {**site_files(), **FILES})


@pytest.fixture(scope="module")
def wrong(everything: Path) -> Mapping[str, list[str]]:
    return refused(loaded(everything))


def test_what_nobody_can_see_is_refused_everywhere(wrong: Mapping[str, list[str]]) -> None:
    assert {file for file, name in HOLDS.items() if name in REFUSED} <= wrong.keys()
    assert {HOLDS[file] for file in wrong if file in HOLDS} <= REFUSED | TAKEN_IN_PART
    assert wrong.keys() <= HOLDS.keys(), "the site's own files are odd, and fine"


def test_addresses_numbers_and_ids_that_mean_harm_are_refused(tmp_path: Path) -> None:
    typed = dict(typed_records())
    found = refused(loaded(written(tmp_path, {"data/resources/plain.yml": RESOURCE, **typed})))

    assert len(typed) > 100
    assert {file: text for file, text in typed.items() if file not in found} == {}


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_with_an_odd_name_is_refused(name: str, tmp_path: Path) -> None:
    found = refused(loaded(written(tmp_path, {f"data/resources/{name}.yml": RESOURCE})))

    assert list(found.values()) == [["bad-file-name"]]


@pytest.mark.parametrize("alias", ALIASES)
def test_an_alias_cannot_lead_out_of_the_site(alias: str, tmp_path: Path) -> None:
    text = f"{RESOURCE}aliases: {as_yaml([alias])}\n"

    assert len(refused(loaded(written(tmp_path, {"data/resources/group.yml": text})))["data/resources/group.yml"]) == 1


@pytest.mark.parametrize(
    "files",
    [
        {"data/resources/one.yml": RESOURCE, "data/venues/one.yml": "name: One\n"},
        {"data/resources/one.yml": RESOURCE, "data/resources/below/one.yml": RESOURCE},
        {"data/resources/one.yml": RESOURCE, "data/resources/two.yml": f"{RESOURCE}aliases: one\n"},
        {"data/resources/one.yml": f"{RESOURCE}aliases: [two, two]\n"},
        {"data/resources/one.yml": f"{RESOURCE}aliases: one\n"},
        {"data/areas.yml": "areas: [{id: one, name: One}, {id: one, name: Two}]\n"},
    ],
    ids=["two kinds", "two folders", "an alias", "an alias twice", "its own alias", "two areas"],
)
def test_two_things_cannot_have_one_address(files: Mapping[str, str], tmp_path: Path) -> None:
    assert len(refused(loaded(written(tmp_path, files)))) == 1


@pytest.fixture(scope="module")
def site(everything: Path, wrong: Mapping[str, list[str]]) -> Built:
    """The site of all hostile records that are not refused."""
    for file in wrong:
        (everything / file).unlink()
    for mix in sorted(everything.glob("data/feeds/*.yml")):
        taken = everything / f"data/activities/a{mix.stem[1:]}.yml"
        if not taken.exists():
            mix.unlink()
    commit(everything)
    return Built(source=everything, folder=built(everything), address="https://small.example.org/")


@pytest.fixture(scope="module")
def theirs(site: Built) -> Mapping[str, tuple[str, PageFile]]:
    """By address: the text that a hostile record holds, and its page."""
    return {
        url: (STRINGS[HOLDS[file]], site.pages[url])
        for file in HOLDS
        if (site.source / file).exists()
        for folder, name in [file.removeprefix("data/").removesuffix(".yml").split("/")]
        for url in [f"{PAGES[folder]}/{name}/"]
    }


def test_there_are_hundreds_of_them(theirs: Mapping[str, object]) -> None:
    assert len(FILES) + len(dict(typed_records())) > 300
    assert len(theirs) > 150


def test_no_page_has_an_element_or_attribute_that_is_not_ours(site: Built) -> None:
    odd = {page.url: standing(page) - allowed(page) for page in site.pages.values()}

    assert {url: found for url, found in odd.items() if found} == {}


def test_no_address_of_a_page_has_a_scheme_that_runs(site: Built) -> None:
    def odd(page: PageFile) -> Iterator[str]:
        for node in page.elements():
            for name in ("href", "src", "action"):
                address = (node.attributes.get(name) or "").strip()
                if urlsplit(address).scheme.lower() not in SCHEMES:
                    yield f"{name}={address}"

    assert {page.url: found for page in site.pages.values() if (found := set(odd(page)))} == {}


def test_the_table_of_what_may_stand_is_as_narrow_as_the_sites_need(site: Built, demo: Built, us: Built) -> None:
    assert list(unneeded(page for made in (site, demo, us) for page in made.pages.values())) == []


def test_no_script_runs_but_ours(site: Built) -> None:
    sources = {
        urljoin(f"/{page.url}", str(node.attributes.get("src"))).partition("?")[0]
        for page in site.pages.values()
        for node in page.all("script")
        if node.attributes.get("type") != "application/ld+json"
    }

    ours = {f"/assets/js/{path.relative_to(SCRIPTS).as_posix()}" for path in SCRIPTS.rglob("*.*js")}
    assert {"/assets/js/early.js", "/assets/js/fp.mjs"} <= sources <= ours


def test_nothing_is_loaded_or_sent_elsewhere(site: Built) -> None:
    loads = "img, iframe, object, embed, video, audio, source, [srcset], [background], form[action*=':'], [formaction]"
    links = 'link[href*="evil"], script[src*="evil"], use[href*=":"]'

    refresh = "meta[http-equiv=refresh i]"
    assert [page.url for page in site.whole_pages if any(map(page.all, (loads, links, refresh)))] == []


def test_every_link_within_the_site_leads_somewhere(site: Built) -> None:
    missing = {
        (page.url, str(node.attributes["href"]))
        for page in site.pages.values()
        for node in page.all("a[href]")
        for parts in [urlsplit(urljoin(site.address + page.url, str(node.attributes["href"])))]
        if f"{parts.scheme}://{parts.netloc}/" == site.address
        for path in [unquote(parts.path).removeprefix("/")]
        if (f"{path}index.html" if not path or path.endswith("/") else path) not in site.files
    }

    assert missing == set()


def test_names_stand_literally_in_headings_titles_and_previews(theirs: Mapping[str, tuple[str, PageFile]]) -> None:
    for url, (text, page) in theirs.items():
        name = line_of(text)
        assert line_of(page.one("h1").text()) == name, url
        assert page.one("title").text().strip().startswith(name), url
        assert line_of(page.one('meta[property="og:title"]').attributes["content"] or "") == name, url


@pytest.mark.parametrize(
    ("folder", "least"), [("resources", 12), ("activities", 12), ("venues", 5)], ids=["resource", "activity", "venue"]
)
def test_each_field_stands_literally_on_its_page(
    folder: str, least: int, theirs: Mapping[str, tuple[str, PageFile]]
) -> None:
    for url, (text, page) in theirs.items():
        if url.startswith(folder):
            assert page.words().lower().count(line_of(text).lower().rstrip(".")) >= least, url


def test_json_ld_is_json_and_says_the_same(theirs: Mapping[str, tuple[str, PageFile]]) -> None:
    seen = 0
    for url, (text, page) in theirs.items():
        for node in page.all('script[type="application/ld+json"]'):
            value = json.loads(node.text())
            names = {thing.get("name") for thing in value.get("@graph", [value])}
            assert names == {line_of(text)}, url
            seen += 1

    assert seen > 100


def test_feeds_have_no_line_that_is_not_ours(site: Built) -> None:
    feeds = [name for name in site.files if name.endswith(".ics")]
    assert len(feeds) > 100

    for name in feeds:
        content = site.files[name].read_bytes()
        assert b"\n" not in content.replace(b"\r\n", b""), name
        assert max(map(len, content.split(b"\r\n"))) <= 75, name
        lines = content.decode().replace("\r\n ", "").split("\r\n")
        names = {re.split("[;:]", line)[0] for line in lines if line}
        assert [line for line in names if not PROPERTIES.fullmatch(line)] == [], name
        assert {line for line in lines if line.startswith("BEGIN:")} <= {
            "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTIMEZONE", "BEGIN:STANDARD", "BEGIN:DAYLIGHT",
        }, name  # fmt: skip


def test_feeds_say_what_the_records_say(site: Built, theirs: Mapping[str, tuple[str, PageFile]]) -> None:
    for url, (text, _) in theirs.items():
        if not url.startswith("activities/"):
            continue
        calendar = Calendar.from_ical(site.files[f"feeds/activity/{url.split('/')[1]}.ics"].read_bytes())
        events = calendar.walk("VEVENT")
        summaries = {line_of(str(event["SUMMARY"])) for event in events}
        assert events, url
        assert all(line_of(text) in summary for summary in summaries), (url, summaries)


def test_words_of_the_site_cannot_pass_for_holes(tmp_path: Path) -> None:
    """Help contacts and settings stand in each shell: a hole there would be filled with the page's own body."""
    folder = written(tmp_path, site_files(f"x {hole('body')}"))

    assert "mkdocs.yml" in refused(loaded(folder))
    good = {name: text for name, text in site_files(f"x {hole('body')}").items() if name != "mkdocs.yml"}
    assert {"data/help.yml", "data/areas.yml", "data/vocabulary.yml"} <= refused(
        loaded(written(folder, {**site_files(), **good}))
    ).keys()


def test_templates_are_not_filled(site: Built) -> None:
    assert [page.url for page in site.whole_pages if re.search(r"\b49\b", page.one("h1").text())] == []


def test_the_sitemap_is_xml(site: Built) -> None:
    text = site.files["sitemap.xml"].read_bytes()
    addresses = [str(node.text) for entry in ET.fromstring(text) for node in entry]  # noqa: S314 - our own file

    assert all(address.startswith(site.address) for address in addresses)


def test_nothing_is_written_outside_the_site_and_nothing_twice(site: Built) -> None:
    beside = {path.name for path in site.source.iterdir()}
    folded = [name.casefold() for name in site.files]

    assert beside <= {"mkdocs.yml", "data", "content", "site", ".git", ".gitignore", ".fingerpost"}
    assert len(folded) == len(set(folded))
    assert [name for name in site.files if not re.fullmatch(r"[\w./-]+", name)] == []
    assert [name for name, path in site.files.items() if path.is_symlink()] == []


def test_the_sites_own_words_stand_literally_on_every_page(site: Built) -> None:
    text = line_of(COMBINED)

    for page in site.whole_pages:
        assert page.words().count(text) >= 5, page.url


def test_a_strange_field_stops_nothing_else(tmp_path: Path) -> None:
    """Each hostile string in one record alone: a problem of that file, or none."""
    folder = written(
        tmp_path, {**site_files(), "data/activities/good.yml": f"{ACTIVITY}schedule: [{{every: Monday}}]\n"}
    )
    for name, text in STRINGS.items():
        (folder / "data/resources").mkdir(exist_ok=True)
        (folder / "data/resources/one.yml").write_text(as_yaml(resource(text)), encoding="utf-8")

        found = loaded(folder)

        assert set(refused(found)) <= {"data/resources/one.yml"}, name
        assert found.catalogue is not None
        assert "good" in found.catalogue.entries
