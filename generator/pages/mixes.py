"""The page of each mix: this week and next, everything in it, its calendar, whom to ask. Houses stay out of search."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.calendars import Calendars
from generator.pages import facts
from generator.pages.calendar_frame import DAY, WEEK, week_of
from generator.pages.engine import renderer
from generator.pages.feed_links import FeedView, feed_view
from generator.pages.page import Page, Planned, root
from generator.pages.paging import Leaf, Pager, leaves, name_key
from generator.pages.paper.scopes import mix_print_url, months
from generator.pages.record_join import contact_ways
from generator.pages.record_links import Rich, rich
from generator.pages.record_runs import line_of
from generator.pages.record_text import sentence
from generator.pages.record_view import Button, OnThere
from generator.pages.soon import SoonDay, sessions_near, soon_days
from generator.pages.ways import Link, mix_url, variety_url
from generator.records.site import Mix

IN_A_LEAF = 100
IN_A_DAY = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class MixView:
    """One leaf of a mix; all but the list of what is in it stands on the first."""

    first: bool
    first_url: str
    name: str
    summary: str
    description: Markup | None
    house: bool
    this_week: tuple[SoonDay, ...]
    next_week: tuple[SoonDay, ...]
    activities: tuple[OnThere, ...]
    pager: Pager | None
    feed: FeedView | None
    """None where it is too large for calendar programs."""
    paper: tuple[Link, ...]
    """The sheets for paper, by month."""
    variety: str | None
    """For those who make the calendar of a house: the page that says what it lacks."""
    ways: tuple[Button, ...]
    answered: str | None
    role: str | None


def mix_pages(made: Calendars) -> Iterator[Planned]:
    """Every mix; one with more than a hundred activities on several pages."""
    edition = made.edition
    convert = rich(edition)
    offered = {feed.code for feed in made.feeds if feed.kind == "mix" and made.offered(feed)}
    for mix in edition.catalogue.sources.mixes.values():
        inside = sorted(
            (entry for entry in edition.catalogue.in_mix(mix) if entry.visible(edition.today)),
            key=lambda entry: (name_key(entry.record.name), entry.id),
        )
        first = Leaf(url=mix_url(mix), number=1, first=0, last=0, pager=None)
        for leaf in tuple(leaves(edition.words, mix_url(mix), len(inside), IN_A_LEAF)) or (first,):
            yield Planned(
                url=leaf.url,
                source=mix.file,
                make=partial(_mix, edition, mix, tuple(inside), leaf, convert=convert, offered=mix.id in offered),
                indexed=not mix.house,
            )


def _mix(edition: Edition, mix: Mix, inside: tuple[Entry, ...], leaf: Leaf, *, convert: Rich, offered: bool) -> Page:
    words, to_top = edition.words, root(leaf.url)
    title = mix.name
    if leaf.number > 1:
        title = words.t("%(title)s, page %(number)s", title=title, number=words.number(leaf.number))
    first = leaf.number == 1
    next_week = week_of(edition, edition.today) + WEEK
    near = sessions_near(edition, inside, edition.today, next_week + WEEK - DAY) if first else {}
    rows = partial(soon_days, edition, url=leaf.url, in_a_day=IN_A_DAY, linked=not mix.house)
    contact = mix.contact
    view = MixView(
        first=first,
        first_url=mix_url(mix),
        name=mix.name,
        summary=mix.summary,
        description=convert(mix.description, to_top) if mix.description and first else None,
        house=mix.house,
        this_week=tuple(rows({day: there for day, there in near.items() if day < next_week})),
        next_week=tuple(rows({day: there for day, there in near.items() if day >= next_week})),
        activities=tuple(
            line_of(edition, entry, facts.next_session(edition, entry), to_top)
            for entry in inside[leaf.first : leaf.last]
        ),
        pager=leaf.pager,
        feed=feed_view(edition, mix.name, f"feeds/mix/{mix.id}.ics") if offered else None,
        paper=tuple(_paper(edition, mix)) if first else (),
        variety=variety_url(mix) if mix.house and first else None,
        ways=tuple(contact_ways(words, contact)) if contact else (),
        answered=sentence(words.t("The telephone is answered: %(hours)s", hours=contact.answered))
        if contact and contact.answered
        else None,
        role=sentence(words.t("Ask for %(role)s", role=contact.role)) if contact and contact.role else None,
    )
    return Page(
        url=leaf.url,
        section="calendar",
        title=title,
        description=mix.summary,
        body=renderer(words, "mix.html")(view=view, root=to_top),
        indexed=not mix.house,
    )


def _paper(edition: Edition, mix: Mix) -> Iterator[Link]:
    """The ways to the sheets of each month that is printed; a house prints its day sheets above all."""
    for month in months(edition):
        said = edition.words.month(month)
        yield Link(url=mix_print_url(mix.id, month), label=edition.words.t("Print %(month)s", month=said))
