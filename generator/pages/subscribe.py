"""The subscribe page: every feed of the site, its kinds, areas, flags and mixes, with its links and what to expect."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import Edition
from generator.feeds.calendars import Calendars, Feed
from generator.feeds.plan import horizon
from generator.pages.engine import renderer
from generator.pages.feed_links import FeedView, feed_view
from generator.pages.page import Page, Planned, root
from generator.pages.ways import Phone, phone
from generator.words import mark as _

SUBSCRIBE = "subscribe/"
MOST_WITH_QR = 24  # feeds of one group: beyond that QR codes weigh more than all the rest of the page

_GROUPS = (
    ("all", _("Everything")),
    ("flag", _("Free, step-free or online")),
    ("mix", _("For one place or purpose")),
    ("category", _("By what it is about")),
    ("area", _("By area")),
)
"""The kinds of feeds on this page; those of places, groups and single activities are on their own pages."""
_OPEN = frozenset({"all", "flag", "mix"})

_DELAYS = (
    (_("Google Calendar"), _("8 to 24 hours; you cannot make it faster")),
    (_("Outlook.com, Microsoft 365"), _("about 3 hours, sometimes more than a day")),
    (_("iPhone, iPad, Mac"), _("as you set it: from 15 minutes to a week; look under “Fetch new data”")),
    (_("Nextcloud"), _("a week, unless whoever runs it has set less")),
    (_("Thunderbird and others"), _("as you set it for each calendar")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGroup:
    """Feeds of one kind."""

    id: str
    title: str
    open: bool
    """Whether they stand openly; the many are folded away."""
    feeds: tuple[FeedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """The subscribe page."""

    phone: Phone
    groups: tuple[FeedGroup, ...]
    too_large: tuple[str, ...]
    delays: tuple[tuple[str, str], ...]
    always_visible: bool
    holidays_through: str


def subscribe_pages(made: Calendars) -> Iterator[Planned]:
    """The subscribe page."""
    yield Planned(url=SUBSCRIBE, source="the subscribe page", make=partial(_subscribe, made))


def _subscribe(made: Calendars) -> Page:
    edition, words = made.edition, made.edition.words
    kinds = dict(_GROUPS)
    shown = [feed for feed in made.feeds if feed.kind in kinds and feed.entries and not _of_house(edition, feed)]
    offered = [feed for feed in shown if made.offered(feed)]
    paths = {feed.path for feed in offered}
    view = SubscribeView(
        phone=phone(edition),
        groups=tuple(_groups(made, offered)),
        too_large=tuple(
            words.t("%(name)s (%(size)s)", name=feed.name, size=_size(edition, made.size(feed)))
            for feed in shown
            if feed.path not in paths
        ),
        delays=tuple((words.t(program), words.t(delay)) for program, delay in _DELAYS),
        always_visible=edition.settings.cancelled == "always-visible",
        holidays_through=words.date(horizon(edition)),
    )
    return Page(
        url=SUBSCRIBE,
        section="subscribe",
        title=words.t("Subscribe"),
        description=words.t("Put what is on into the calendar of your phone or computer. It keeps itself up to date."),
        body=renderer(words, "subscribe.html")(view=view, root=root(SUBSCRIBE)),
    )


def _of_house(edition: Edition, feed: Feed) -> bool:
    return feed.kind == "mix" and edition.catalogue.sources.mixes[feed.code].house


def _groups(made: Calendars, offered: list[Feed]) -> Iterator[FeedGroup]:
    for kind, title in _GROUPS:
        own = [feed for feed in offered if feed.kind == kind]
        if own:
            yield FeedGroup(
                id=kind,
                title=made.edition.words.t(title),
                open=kind in _OPEN,
                feeds=tuple(_view(made, feed, qr=len(own) <= MOST_WITH_QR) for feed in own),
            )


def _view(made: Calendars, feed: Feed, *, qr: bool) -> FeedView:
    words = made.edition.words
    holds = words.n(
        "%(count)s activity, %(size)s", "%(count)s activities, %(size)s", len(feed.entries),
        size=_size(made.edition, made.size(feed)),
    )  # fmt: skip
    return feed_view(made.edition, feed.name, feed.path, holds=holds, qr=qr)


def _size(edition: Edition, size: int) -> str:
    words = edition.words
    return words.unbroken(words.t("%(size)s kB", size=words.number(-(-size // 1000))))
