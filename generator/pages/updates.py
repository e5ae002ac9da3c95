"""`/updates/` and `/updates.xml`: what is new, closed, changed and checked, as a page and as Atom (RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from generator.edition import Edition
from generator.feeds.names import oldest_id, uid_domain
from generator.output import Output
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.updates import NO_ROOM, Update
from generator.words import mark as _

URL, FEED = "updates/", "updates.xml"
MOST_SHOWN = 100
MOST_FED = 200
ATOM = "http://www.w3.org/2005/Atom"

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_("New"), ("new",)),
    (_("Closed, paused or full"), NO_ROOM),
    (_("Changed"), ("changed",)),
    (_("Checked again, and still right"), ("checked",)),
)
WORDS: dict[str, str] = {
    "new": _("New"),
    "changed": _("Changed"),
    "closed": _("Closed for good"),
    "paused": _("Paused"),
    "full": _("Full"),
    "waiting_list": _("Waiting list"),
    "checked": _("Checked"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record and what became of it."""

    day: str
    what: str
    url: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The records that the same became of, the newest first."""

    title: str
    lines: tuple[Line, ...]
    more: str | None
    """That there are more than are shown."""


def update_pages(edition: Edition, found: tuple[Update, ...]) -> Iterator[Planned]:
    """The page of what changed lately."""
    yield Planned(url=URL, source="the page of updates", make=partial(_page, edition, found))


def _page(edition: Edition, found: tuple[Update, ...]) -> Page:
    t = edition.words.t
    groups = tuple(group for title, kinds in GROUPS if (group := _group(edition, title, kinds, found)))
    return Page(
        url=URL,
        section="about",
        title=t("What changed lately"),
        description=t("Groups and activities that are new, closed, changed or checked in the last three months."),
        body=renderer(edition.words, "updates.html")(groups=groups, feed=FEED, root=root(URL)),
    )


def _group(edition: Edition, title: str, kinds: tuple[str, ...], found: tuple[Update, ...]) -> Group | None:
    words = edition.words
    theirs = [one for one in found if one.what in kinds]
    if not theirs:
        return None
    said = {"shown": words.number(MOST_SHOWN), "count": words.number(len(theirs))}
    return Group(
        title=words.t(title),
        lines=tuple(_line(edition, one, tell=len(kinds) > 1) for one in theirs[:MOST_SHOWN]),
        more=words.t("These are the newest %(shown)s of %(count)s.", **said) if len(theirs) > MOST_SHOWN else None,
    )


def _line(edition: Edition, one: Update, *, tell: bool) -> Line:
    return Line(
        day=edition.words.date(one.on),
        what=edition.words.t(WORDS[one.what]) if tell else "",
        url=one.entry.url,
        name=one.entry.record.name,
        summary=one.entry.record.summary,
    )


def atom(edition: Edition, found: tuple[Update, ...]) -> Output:
    """The feed. Its ids never change: they are made of the site's permanent name, the record, the thing and the day."""
    return Output(FEED, "the feed of updates", make=lambda: _feed(edition, found[:MOST_FED]))


def _feed(edition: Edition, found: tuple[Update, ...]) -> bytes:
    site, settings, words = edition.site_url, edition.settings, edition.words
    name = f"tag:{uid_domain(edition)},2020"
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": words.lang})
    newest = max((one.on for one in found), default=edition.today)
    _add(feed, "id", f"{name}:updates")
    _add(feed, "title", words.t("What changed: %(place)s", place=settings.place))
    _add(feed, "updated", _stamp(newest.isoformat()))
    _add(_add(feed, "author"), "name", settings.organisation.name)
    _add(feed, "link", rel="self", href=site + FEED)
    _add(feed, "link", rel="alternate", type="text/html", href=site + URL)
    for one in found:
        entry = _add(feed, "entry")
        day, record = one.on.isoformat(), one.entry.record
        _add(entry, "id", f"{name}:{oldest_id(record)}/{one.what}/{day}")
        _add(entry, "title", words.t("%(what)s: %(name)s", what=words.t(WORDS[one.what]), name=record.name))
        _add(entry, "updated", _stamp(day))
        _add(entry, "link", rel="alternate", type="text/html", href=site + one.entry.url)
        _add(entry, "summary", record.summary)
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    made.text = text
    return made


def _stamp(day: str) -> str:
    return f"{day}T12:00:00Z"  # records know days; noon is the same day nearly everywhere
