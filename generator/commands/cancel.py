"""`fingerpost cancel`: one session, or all that touches a place or an organiser that is closed for some days."""

from datetime import date

from generator.catalogue import Entry
from generator.commands.command import FINE, WRONG_USE, Command, Desk, Given, option, sure
from generator.commands.drafts import Draft, Record, Site, day_given, drafted, opened, write
from generator.edit import single
from generator.edit.edits import Edit, Insert
from generator.edit.touched import counted, in_words, touched
from generator.records.scalars import reason
from generator.records.tried import Refused, tried
from generator.schedule.rules import Window

SHOWN = 40  # sessions that are named one by one; a year of a busy house has thousands
FOLDERS = {"venue": "venues", "organiser": "resources", "activity": "activities"}
USE = (
    'Write: fingerpost cancel ID DATE "reason", or fingerpost cancel --venue ID FROM..UNTIL "reason" '
    "(--organiser, --activity)."
)


def run(desk: Desk, given: Given) -> int:
    """Cancels, and says which sessions that touches."""
    closing = next((name for name in FOLDERS if getattr(given, name)), None)
    if len(given.what) != (2 if closing else 3):
        desk.complain(USE)
        return WRONG_USE
    if closing:
        _close(desk, given, closing)
    else:
        _cancel(desk, given)
    return FINE


def _cancel(desk: Desk, given: Given) -> None:
    name, day_text, why_text = given.what
    on, why = sure(day_given(day_text)), sure(tried(reason, why_text))
    site = opened(desk)
    record = site.record(name)
    entry = sure(_entry(site, record))
    edits = sure(single.cancelled(site.catalogue, entry, on, given.key, why))
    draft = sure(drafted(site, {record.file: edits}))
    told(draft, f"Cancelled, because: {why}.\n", on, on)
    write(draft)


def _entry(site: Site, record: Record) -> Entry | Refused:
    hint = f'To close it for some days: fingerpost cancel --venue {record.id} FROM..UNTIL "reason".'
    found = site.catalogue.entries.get(record.id)
    return found or Refused(f"“{record.name}” is a venue, which has no sessions of its own.", hint)


def _close(desk: Desk, given: Given, closing: str) -> None:
    period_text, why_text = given.what
    (first, last), why = sure(period_given(period_text)), sure(tried(reason, why_text))
    site = opened(desk)
    record = site.record(getattr(given, closing), FOLDERS[closing])
    draft = sure(drafted(site, {record.file: sure(closure(record, first, last, why))}))
    dates = site.words.date
    days = dates(first) if first == last else f"{dates(first)} to {dates(last)}"
    told(draft, f"{record.name} is closed, {days}: {why}.\n", first, last)
    write(draft)


def period_given(text: str) -> tuple[date, date] | Refused:
    """Some days in a row, or one: 2026-12-21..2027-01-02."""
    first_text, dots, last_text = text.partition("..")
    first = day_given(first_text)
    last = day_given(last_text) if dots else first
    if isinstance(first, Refused):
        return first
    if isinstance(last, Refused):
        return last
    if last < first:
        return Refused(f"{last} is before {first}.", "The first day stands first: 2026-12-21..2027-01-02.")
    return first, last


def closure(record: Record, first: date, last: date, why: str) -> tuple[Edit, ...] | Refused:
    """The edits that close a venue, an organiser or an activity for some days."""
    for period in record.closed:
        if period.first <= first and last <= period.last:
            because = f": {period.why}" if period.why else ""
            return Refused(f"“{record.name}” is closed on these days already{because}.")
    value = {"from": first.isoformat(), "until": last.isoformat(), "why": why}
    return (Insert(("closed",), len(record.closed), dict(value)),)


def told(draft: Draft, headline: str, first: date, last: date) -> None:
    """Says what a draft does, and which sessions it touches between two days."""
    site = draft.site
    found = touched(site.catalogue, draft.after, Window(first, last))
    lines = [f"  {in_words(site.words, one)}\n" for one in found[:SHOWN]]
    more = [f"  … and {len(found) - SHOWN} more\n"] if len(found) > SHOWN else []
    count = f"{counted(found)}:\n" if found else "No session is touched.\n"
    site.desk.say("".join((headline, count, *lines, *more)))


COMMAND = Command(
    name="cancel",
    help="cancel a session, or all that touches a place or an organiser that is closed",
    run=run,
    options=(
        option("what", nargs="+", metavar="ID DATE REASON", help="or FROM..UNTIL REASON with one of the options"),
        option("--key", help="which item of the schedule, where two fall on that day"),
        option("--venue", metavar="ID", help="close this venue from the first day to the last"),
        option("--organiser", metavar="ID", help="close this organiser, and so all that it runs"),
        option("--activity", metavar="ID", help="close this activity alone for several days"),
    ),
)
