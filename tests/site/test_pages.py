"""What is true of every page of a site."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from generator.shell import survivors
from tests.site.choices import faults_of_choice, is_choice
from tests.sites import Built, PageFile

CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
LINKS = {"a": "href", "area": "href", "form": "action"}
RESOURCES = {
    **dict.fromkeys(("script", "img", "iframe", "embed", "source", "video", "audio", "track", "input"), "src"),
    **dict.fromkeys(("use", "image"), "href"),
    "object": "data",
}
LOADED_LINKS = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}

Fault = Iterator[str]


def faults(pages: list[PageFile], rule: Callable[[PageFile], Fault]) -> list[str]:
    """What a rule finds on all pages, each with the page's address."""
    return [f"/{page.url}: {found}" for page in pages for found in rule(page)]


def addresses(page: PageFile) -> Iterator[tuple[str, str]]:
    """Each address on a page: "link" for those that people follow, "resource" for those that the browser loads."""
    for node in page.elements():
        tag, given = node.tag or "", node.attributes
        if tag == "link" and set((given.get("rel") or "").split()) & LOADED_LINKS:
            yield "resource", given.get("href") or ""
        if tag in RESOURCES and (target := given.get(RESOURCES[tag])):
            yield "resource", target
        if tag in LINKS and (target := given.get(LINKS[tag])) is not None:
            yield "link", target
        for name in ("srcset", "poster", "background", "xlink:href"):
            if given.get(name):
                yield "resource", str(given[name])
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
            yield "link", (given.get("content") or "").partition("url=")[2]


def test_every_address_of_the_site_leads_somewhere(site: Built) -> None:
    ids = {
        (url if url.endswith(".html") else f"{url}index.html"): {str(one.attributes["id"]) for one in page.all("[id]")}
        for url, page in site.pages.items()
    }
    ids["assets/icons.svg"] = set(re.findall(r' id="([^"]+)"', site.files["assets/icons.svg"].read_text()))
    root = urlsplit(site.address).path

    def rule(page: PageFile) -> Fault:
        base = site.address + page.url
        for _, address in addresses(page):
            target, fragment = urldefrag(urljoin(base, address))
            parts = urlsplit(target)
            path = unquote(parts.path)
            if parts.scheme not in {"http", "https"} or parts.netloc != urlsplit(site.address).netloc:
                continue
            if not path.startswith(root):
                if not urlsplit(address).scheme:  # the demo's invented addresses have the demo's host
                    yield f"{address} leads out of the site"
                continue
            name = path.removeprefix(root)
            file = f"{name}index.html" if not name or name.endswith("/") else name
            if file not in site.files:
                yield f"{address} leads to nothing"
            elif is_choice(unquote(fragment)):
                yield from (f"{address}: {fault}" for fault in faults_of_choice(unquote(fragment), name, site))
            elif fragment and file in ids and unquote(fragment) not in ids[file]:
                yield f"{address}: nothing there has the id {fragment}"

    assert faults(list(site.pages.values()), rule) == []


@pytest.mark.parametrize(
    ("page", "fragment", "found"),
    [
        ("suggest/", "id=wobblers", []),
        ("suggest/", "id=wobler", ["“wobler” is not known"]),
        ("suggest/", "id=", ["“” is not known"]),
        ("suggest/", "ids=wobblers", ["no script of that page reads “ids”"]),
        ("list/", "ids=wobblers,alder-singers", []),
        ("list/", "ids=wobblers,", ["“” is not known"]),
        ("list/", "id=wobblers", ["no script of that page reads “id”"]),
        ("directory/", "category=games,music&day=tue&time=pm&sort=name", []),
        ("directory/", "topic=music&kind=group&layer=circle&checked=3&free", []),
        ("directory/", "free", []),
        ("directory/", "category=game", ["“game” is not known"]),
        ("directory/", "day=Tuesday", ["“Tuesday” is not known"]),
        ("directory/", "access=step_free", ["there is no filter “access”"]),
        ("directory/", "free=yes", ["there is no filter “free”"]),
        ("directory/", "kind=group&kind=class", ["a filter is named twice"]),
        ("directory/", "on=2026-12-01", ["there is no filter “on”"]),
        ("calendar/2026-12/", "on=2026-12-01", []),
        ("calendar/2026-12/", "area=northgate&on=2026-12-32", ["“on=2026-12-32” is no day"]),
        ("calendar/", "area=nowhere", ["“nowhere” is not known"]),
        ("about/", "id=wobblers", ["no script of that page reads “id”"]),
    ],
)
def test_choices_in_an_address_are_known_to_the_page(page: str, fragment: str, found: list[str], demo: Built) -> None:
    assert is_choice(fragment)
    assert list(faults_of_choice(fragment, page, demo)) == found


def test_no_place_of_a_page_can_be_taken_for_a_choice(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        yield from (str(node.attributes["id"]) for node in page.all("[id]") if is_choice(str(node.attributes["id"])))

    assert faults(list(site.pages.values()), rule) == []


def test_places_and_those_who_run_things_lead_to_the_sheets_that_there_are_of_them(demo: Built) -> None:
    sheets = {url for url in demo.pages if re.fullmatch(r"calendar/[\d-]+/print/(venue|organiser)/[^/]+/", url)}
    led = {
        urljoin(f"/{page.url}", str(link.attributes["href"])).removeprefix("/")
        for page in demo.whole_pages
        if page.url.startswith(("venues/", "resources/"))
        for link in page.all('.fp-links a[href*="/print/"]')
    }

    assert led == sheets
    assert {url.split("/")[3] for url in led} == {"venue", "organiser"}


def test_nothing_is_loaded_from_another_host(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        for kind, address in addresses(page):
            if kind == "resource" and (urlsplit(address).scheme or address.startswith(("//", "\\"))):
                yield address

    assert faults(list(site.pages.values()), rule) == []
    styles = [path for name, path in site.files.items() if name.endswith((".css", ".mjs", ".js", ".svg"))]
    foreign = re.compile(r"""(?:@import|url\(|from|import\(?|fetch\()\s*["'(]?\s*(?:https?:)?//""")
    assert [path.name for path in styles if foreign.search(path.read_text(encoding="utf-8"))] == []


def test_every_page_says_what_it_is(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        if len(page.all("h1")) != 1:
            yield f"{len(page.all('h1'))} h1"
        elif not page.all("h1")[0].text().strip():
            yield "an empty h1"
        if len(page.all("title")) != 1 or page.all("title")[0].text().strip() in {"", "Fingerpost"}:
            yield "no title of its own"
        if not all((node.attributes.get("content") or "").strip() for node in page.all('meta[name="description"]')):
            yield "an empty description"
        if len(page.all('meta[name="description"]')) != 1:
            yield "no description"
        if page.one("html").attributes.get("lang") not in {"en", "en-GB", "en-US"}:
            yield "no language"
        if page.url != "404.html":
            canonical = [node.attributes.get("href") for node in page.all('link[rel="canonical"]')]
            if canonical != [site.address + page.url]:
                yield f"canonical {canonical}"

    assert faults(list(site.whole_pages), rule) == []


def test_headings_come_in_order(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        level = 1
        for node in page.all("main h1, main h2, main h3, main h4, main h5, main h6"):
            found = int((node.tag or "h1")[1])
            if found > level + 1:
                yield f"h{found} “{node.text().strip()}” after h{level}"
            level = found

    assert faults(list(site.whole_pages), rule) == []


def test_ids_are_unique_on_a_page(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        counted = Counter(node.attributes["id"] for node in page.all("[id]"))
        yield from (f"id {name} {count} times" for name, count in counted.items() if count > 1)

    assert faults(list(site.pages.values()), rule) == []


def test_what_is_referred_to_by_id_is_there(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        ids = {node.attributes["id"] for node in page.all("[id]")}
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            for node in page.all(f"[{name}]"):
                for wanted in (node.attributes[name] or "").split():
                    if wanted not in ids:
                        yield f"{name} {wanted}"

    assert faults(list(site.whole_pages), rule) == []


def test_the_policy_allows_only_files_of_the_site(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        policy = page.one('meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
        given = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
        if page.moved and given.get("default-src") == "'none'" and "unsafe" not in policy:
            return
        if given != CSP:
            yield policy

    assert faults(list(site.pages.values()), rule) == []


def test_no_script_or_style_stands_in_a_page(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        for node in page.elements():
            given = node.attributes
            if node.tag == "script" and not given.get("src") and given.get("type") != "application/ld+json":
                yield "a script"
            if node.tag in {"style", "base", "iframe", "object", "embed", "applet", "frame"}:
                yield f"an element {node.tag}"
            for name in given:
                if name.startswith("on") or name in {"style", "srcdoc"}:
                    yield f"{name} on {node.tag}"
            if any(
                (given.get(name) or "").strip().lower().startswith("javascript:") for name in ("href", "src", "action")
            ):
                yield "a javascript: address"

    assert faults(list(site.pages.values()), rule) == []


def test_help_and_the_way_out_stand_on_every_page(site: Built) -> None:
    def rule(page: PageFile) -> Fault:
        if len(page.all("header .fp-help summary")) != 1 or len(page.all(".fp-help__panel a[href^='tel:']")) < 3:
            yield "no Help now"
        leave = page.all("header a.fp-leave")
        if len(leave) != 1 or not (leave[0].attributes.get("href") or "").startswith("https://"):
            yield "no Leave this page"
        if "made up" not in page.words():
            yield "does not say that it is made up"
        first = next((node for node in page.all("body a") if node.attributes.get("class") != "md-skip"), None)
        if first is None or first.attributes.get("href") != "#main":
            yield "the first link does not lead to the main part"

    assert faults(list(site.whole_pages), rule) == []


def test_no_hole_is_left_anywhere(site: Built) -> None:
    texts = [path for path in site.files.values() if path.suffix in {".html", ".xml", ".ics", ".json", ".txt"}]

    assert [path.name for path in texts if survivors(path.read_text(encoding="utf-8"))] == []
    assert [name for name in site.files if not name.isascii() or "shell-" in name] == []


def test_the_sitemap_holds_the_pages_that_may_be_found(site: Built) -> None:
    listed = re.findall(r"<loc>([^<]*)</loc>", site.files["sitemap.xml"].read_text(encoding="utf-8"))
    indexed = {site.address + page.url for page in site.whole_pages if page.indexed and page.url != "404.html"}

    assert sorted(listed) == sorted(indexed)


def test_an_old_address_leads_to_the_new_one(site: Built) -> None:
    moved = [page for page in site.pages.values() if page.moved]
    assert moved

    for page in moved:
        canonical = page.one('link[rel="canonical"]').attributes["href"] or ""
        refresh = page.one('meta[http-equiv="refresh"]').attributes["content"] or ""
        assert urljoin(site.address + page.url, refresh.partition("url=")[2]) == canonical
        assert canonical.removeprefix(site.address) in site.pages
        assert not page.indexed


def test_the_page_for_wrong_addresses_works_at_any_depth(site: Built) -> None:
    page = site.pages["404.html"]
    found = [address for _, address in addresses(page) if not address.startswith(("#", "tel:", "mailto:", "https://"))]
    root = urlsplit(site.address).path

    assert found
    assert [address for address in found if not address.startswith(root)] == []


def test_json_ld_is_json_and_of_known_types(site: Built) -> None:
    known = {"Event", "Organization", "Place", "WebSite", "BreadcrumbList", "ItemList"}
    seen = Counter[str]()

    for page in site.whole_pages:
        for node in page.all('script[type="application/ld+json"]'):
            value = json.loads(node.text())
            assert value["@context"] == "https://schema.org"
            for thing in value.get("@graph", [value]):
                kinds = thing["@type"]
                seen.update([kinds] if isinstance(kinds, str) else kinds)

    assert {"Event", "Place"} <= seen.keys()
    assert seen.keys() - known == set()


@pytest.mark.parametrize("name", ["og:type", "og:title", "og:description", "og:url"])
def test_every_page_has_words_for_those_who_pass_it_on(site: Built, name: str) -> None:
    def rule(page: PageFile) -> Fault:
        given = [node.attributes.get("content") for node in page.all(f'meta[property="{name}"]')]
        if page.url != "404.html" and (len(given) != 1 or not given[0]):
            yield f"{name}: {given}"

    assert faults(list(site.whole_pages), rule) == []
