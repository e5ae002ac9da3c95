"""Who runs something, whose place it is, what they have told about safety, when and by whom all was checked."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from generator.catalogue import Entry, is_online
from generator.edition import Edition
from generator.icons import CATEGORY
from generator.pages.correction import Worded, slip_and_mail
from generator.pages.facts import freshness, next_session, next_words, state, when_short
from generator.pages.record_text import hours, inside, mailto, sentence, tel
from generator.pages.record_view import Feed, Line, OnThere, Pair, Wrong, pair, pairs
from generator.records.common import Assurance, Checked
from generator.sessions import Session
from generator.words import Words
from generator.words import mark as _

_ASSURANCES = (
    ("insurance", {"yes": _("Insurance for visitors: yes."), "no": _("Insurance for visitors: no."),
                   "ask": _("Insurance for visitors: not known.")}),
    ("safeguarding_policy", {"yes": _("Rules that keep people safe: yes."), "no": _("Rules that keep people safe: no."),
                             "ask": _("Rules that keep people safe: not known.")}),
    ("checks", {"yes": _("Helpers have been checked: yes."), "no": _("Helpers have been checked: no."),
                "ask": _("Helpers have been checked: not known.")}),
)  # fmt: skip
_WATCHED = {
    "yes": _("Somebody watches over it online: yes."),
    "no": _("Somebody watches over it online: no."),
    "ask": _("Somebody watches over it online: not known. Ask before you join."),
}
_GATHERINGS = frozenset({None, "group", "class", "drop_in", "event", "peer_support"})
"""Where people meet each other online it is asked who watches over it: else it is no place for everybody."""
ISSUE = {
    "github": "{address}/issues/new?title={}&body={}",
    "gitlab": "{address}/-/issues/new?issue%5Btitle%5D={}&issue%5Bdescription%5D={}",
    "forgejo": "{address}/issues/new?title={}&body={}",
}


class Check(NamedTuple):
    """One line of what was checked when, by what role and how."""

    words: str
    doubtful: str | None
    """The words of the badge where the facts are old."""


def who_runs(edition: Edition, entry: Entry, root: str) -> tuple[Pair, ...]:
    """Who answers for it, who does the work, and whose place it is: two facts that are easily confused."""
    words, runner, place, record = edition.words, entry.runner, entry.place, entry.record
    if runner:
        run_by = Line(runner.name, f"{root}resources/{runner.id}/" if runner.id else None)
    else:
        run_by = Line(words.t("They run it themselves."))
    roles = words.listed(inside(words, label) for label in edition.labels("skill", record.roles))
    return pairs(
        pair(words.t("Run by"), [run_by]),
        pair(words.t("Who helps there"), [edition.label("delivered_by", entry.delivered_by)])
        if entry.delivered_by else None,
        pair(words.t("The place"), [
            Line(place.name, f"{root}venues/{place.id}/" if place.id else None),
            words.t("It is only the place. About the group, ask %(name)s.", name=runner.name)
            if runner and entry.section == "activities" else None,
        ]) if place else None,
        pair(words.t("You can give a hand"), [sentence(roles)]) if roles else None,
        pair(words.t("What a helper needs first"), _of_helpers(edition, entry)),
        pair(words.t("What they tell us about safety"), _assurance(edition, entry)),
    )  # fmt: skip


def _of_helpers(edition: Edition, entry: Entry) -> Iterator[str]:
    """What somebody needs before they can help, where one can help; where helping is all, not knowing is said aloud."""
    known, words, record = entry.facts.helper_checks, edition.words, entry.record
    if record.kind != "volunteering" and not record.roles:
        return
    if known:
        needed = [inside(words, label) for label in edition.labels("helper_check", known.value)]
        yield sentence(words.listed(needed))
        if known.relation != "own":
            yield words.t("This is what %(name)s has told us.", name=known.origin)
    elif record.kind == "volunteering":
        yield words.t("Nobody has told us. Ask if they want a check, references or training.")


def _assurance(edition: Edition, entry: Entry) -> Iterator[str]:
    known, words = entry.facts.assurance, edition.words
    if is_online(entry) and entry.record.kind in _GATHERINGS and entry.record.size != "one_to_one":
        yield words.t(_WATCHED[(known.value.watched if known else None) or "ask"])
    if known is None:
        return
    found: Assurance = known.value
    for field, said in _ASSURANCES:
        yield words.t(said[getattr(found, field) or "ask"])
    if found.seen_on:
        yield words.t("We saw the papers on %(date)s.", date=words.date(found.seen_on))
    if known.relation != "own":
        yield words.t("This is what %(name)s has told us.", name=known.origin)


def on_there(edition: Edition, entries: Iterable[Entry], root: str) -> tuple[OnThere, ...]:
    """The activities of an organiser or a venue that stand in public lists, those with the next date first."""
    listed = [
        (next_session(edition, entry), entry)
        for entry in entries
        if entry.section == "activities" and entry.listed(edition.today)
    ]
    listed.sort(key=lambda one: (one[0].on if one[0] else date.max, one[1].record.name))
    return tuple(line_of(edition, entry, session, root) for session, entry in listed)


def line_of(edition: Edition, entry: Entry, session: Session | None, root: str) -> OnThere:
    """An activity in a short list of them, with its next session."""
    return OnThere(
        title=entry.record.name, url=entry.url, href=root + entry.url, when=when_short(edition, entry),
        next=next_words(edition, session) if session else None,
        state=state(edition, entry), icon=CATEGORY[entry.category], family=entry.family,
    )  # fmt: skip


def checks(edition: Edition, entry: Entry) -> tuple[Check, ...]:
    """What was checked when: the record, its answers about access, its place, its organiser."""
    words, record = edition.words, entry.record
    organiser = edition.catalogue.entries.get(entry.runner.id or "") if entry.runner else None
    found = [check(edition, words.t("This page"), record.checked)]
    if record.access and record.access.checked:
        found.append(check(edition, words.t("Getting in and around"), record.access.checked))
    if record.contact and record.contact.checked:
        found.append(check(edition, words.t("How to reach them"), record.contact.checked))
    if record.cost and record.cost.checked:
        found.append(check(edition, words.t("What it costs"), record.cost.checked))
    if entry.place and entry.place.id and entry.place.checked:
        found.append(check(edition, entry.place.name, entry.place.checked))
    if organiser and entry.section == "activities":
        found.append(check(edition, organiser.record.name, organiser.record.checked))
    return tuple(found)


def check(edition: Edition, what: str, checked: Checked) -> Check:
    """One line of what was checked."""
    words, fresh = edition.words, freshness(edition, checked)
    how = edition.label("how", checked.how) if checked.how else None
    return Check(
        words=_checked(words, what, checked.on, checked.by.removeprefix("the "), how),
        doubtful=fresh.words if fresh.level == "doubtful" else None,
    )


@lru_cache(maxsize=8192)
def _checked(words: Words, what: str, on: date, role: str, how: str | None) -> str:
    day = words.date(on)
    if how is None:
        return words.t("%(what)s: checked %(date)s by the %(role)s", what=what, date=day, role=role)
    return words.t("%(what)s: checked %(date)s by the %(role)s (%(how)s)", what=what, date=day, role=role, how=how)


def remarks(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Other days that say how far the facts can be trusted."""
    words, record = edition.words, entry.record
    said = []
    if record.presented_on:
        said.append(words.t("Shown at the resource meeting of %(date)s.", date=words.date(record.presented_on)))
    if record.review_by:
        said.append(words.t("Somebody looks again by %(date)s.", date=words.date(record.review_by)))
    return tuple(said)


def wrong(edition: Edition) -> Callable[[str, str, tuple[Worded, ...]], Wrong]:
    """A function that gives the ways to tell us that something is wrong, for a page's name, address and facts."""
    words, contact, repository = edition.words, edition.settings.contact, edition.settings.repository
    subject, site = quote(words.t("Wrong on the page of")), quote(edition.site_url)
    mail = mailto(contact.email) if contact.email else None
    issue = ISSUE[repository.kind].replace("{address}", repository.address.rstrip("/")) if repository else None
    phone, href = words.unbroken(contact.phone), tel(contact.phone)

    def ways(name: str, url: str, facts: tuple[Worded, ...]) -> Wrong:
        slip, body = slip_and_mail(edition, facts, url)
        title, page = f"{subject}%20{quote(name)}", site + url  # an address of ours needs no quoting
        return Wrong(
            mail=f"{mail}?subject={title}&body={body}" if mail else None,
            slip=slip,
            form=f"suggest/#id={url.rstrip('/').rpartition('/')[2]}",
            issue=issue.format(title, page) if issue else None,
            phone=phone, href=href, hours=hours(contact.hours),
        )  # fmt: skip

    return ways


def feed(edition: Edition, title: str, path: str) -> Feed:
    """A feed of the site by its path."""
    address = edition.site_url + path
    return Feed(title=title, address=address, webcal="webcal://" + address.partition("://")[2])
