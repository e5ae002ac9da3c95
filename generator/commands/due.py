"""`fingerpost due`: what must be looked at, by who answers for it; as a list, a table, or mails and letters to them.

A mail or letter asks for the facts of what is due in the form that `fingerpost apply` reads. Its words come from the
message catalogue and not from templates of the site: records are data from strangers, and a template is a program.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from generator.commands.command import FINE, Command, Desk, Given, option
from generator.commands.drafts import opened
from generator.edition import Edition, edition
from generator.opendata.files import cell
from generator.pages.due import Group, closed_to_new, groups, question, unknown

Groups = tuple[Group, ...]
RULE = "-" * 72


def run(desk: Desk, given: Given) -> int:
    """Prints what is due in one of the forms."""
    made = edition(opened(desk).catalogue, desk.today)
    wanted = (given.who or "").casefold()
    found, closed = (
        tuple(group for group in several if wanted in group.name.casefold())
        for several in (groups(made), closed_to_new(made))
    )
    desk.say("".join(FORMATS[given.format](made, found, closed)))
    return FINE


def _text(made: Edition, found: Groups, closed: Groups) -> Iterator[str]:
    count = sum(len(group.due) for group in found)
    yield f"{count} to look at, {len(found)} to ask.\n"
    for group in found:
        contact = group.contact
        ways = [way for way in (contact.phone, contact.email) if way] if contact else []
        yield f"\n{group.name} ({', '.join(ways) or 'no telephone number or email known'})\n"
        yield from (f"  {one.name} ({one.id}): {one.why}\n" for one in group.due)
    if closed:
        yield "\nClosed to new people, so send nobody there without asking:\n"
        everyone = sorted((one for group in closed for one in group.due), key=lambda one: (one.name, one.id))
        yield from (f"  {one.name} ({one.id}): {one.why}\n" for one in everyone)
    missing = unknown(made)
    if missing:
        yield "\nUnknown, though many must know it before they come:\n"
        for one in missing:
            places = ", ".join(f"{name} ({number})" for name, number in one.places)
            yield f"  {one.label}: in {one.count} records; most by asking {places}\n"


def _csv(made: Edition, found: Groups, closed: Groups) -> Iterator[str]:
    del made
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("who", "phone", "email", "record", "name", "file", "kind", "why", "checked"))
    for group in (*found, *closed):
        contact = group.contact
        phone, email = (contact.phone or "", contact.email or "") if contact else ("", "")
        for one in group.due:
            row = (group.name, phone, email, one.id, one.name, one.file, one.kind, one.why, str(one.last or ""))
            rows.writerow(map(cell, row))
    yield table.getvalue()


def _mails(made: Edition, found: Groups, closed: Groups) -> Iterator[str]:
    del closed  # nothing is asked of those who mean to be closed
    for group in found:
        if group.contact and group.contact.email:
            yield f"To: {group.contact.email}\nSubject: {_subject(made)}\n\n{_asking(made, group)}{RULE}\n"


def _letters(made: Edition, found: Groups, closed: Groups) -> Iterator[str]:
    del closed
    for group in found:
        yield f"{group.name}\n\n{made.words.date(made.today)}\n\n{_subject(made)}\n\n{_asking(made, group)}\f"


def _subject(made: Edition) -> str:
    return made.words.t("Is this still right? %(name)s", name=made.catalogue.sources.site.name)


def _asking(made: Edition, group: Group) -> str:
    words, settings = made.words, made.settings
    contact = settings.contact
    return "\n\n".join(
        (
            words.t("Dear %(name)s,", name=group.name),
            words.t("People find you with the help of what we know. Is it still right?"),
            words.t("Please write behind “The right one is:” what has changed, and send this back. Or ring us: "
                    "%(phone)s, %(hours)s.", phone=contact.phone, hours=contact.hours),
            words.t("Thank you. %(name)s", name=settings.organisation.name),
            question(made, group),
        )
    )  # fmt: skip


FORMATS: Mapping[str, Callable[[Edition, Groups, Groups], Iterator[str]]] = {
    "text": _text,
    "csv": _csv,
    "mail": _mails,
    "letter": _letters,
}

COMMAND = Command(
    name="due",
    help="show what must be looked at, by who answers for it; or the mails and letters to them",
    run=run,
    options=(
        option("--format", choices=tuple(FORMATS), default="text", help="a list, a table, mails or letters"),
        option("--who", metavar="NAME", help="only those whose name has this in it"),
    ),
)
