"""`fingerpost verify`: says in records that they, or one part of them, were checked, when, by what role and how."""

from generator.commands.command import FINE, Command, Desk, Given, option, sure
from generator.commands.drafts import Record, Site, day_given, drafted, opened, write
from generator.edit.edits import Edit  # noqa: TC001 - typing alone, but the table of commands is read first
from generator.edit.stamps import PARTS, Stamp, stamped
from generator.records import codes
from generator.records.tried import Refused


def run(desk: Desk, given: Given) -> int:
    """Writes all of it, or nothing."""
    on = sure(day_given(given.on)) if given.on else desk.today
    site = opened(desk)
    edits: dict[str, tuple[Edit, ...]] = {}
    said: list[str] = []
    for name in dict.fromkeys(given.id):
        record = site.record(name)
        stamp = Stamp(on=on, by=given.by or sure(_role(record)), how=given.how)
        edits[record.file] = sure(stamped(record, given.part, stamp))
        said.append(_said(site, record, given.part, stamp, dropped=len(edits[record.file]) > 1))
    draft = sure(drafted(site, edits))
    desk.say("".join(said))
    write(draft)
    return FINE


def _role(record: Record) -> str | Refused:
    if record.checked is None:
        return Refused(f"Nobody has checked “{record.name}” so far.", "Say by what role: --by ROLE.")
    return record.checked.by


def _said(site: Site, record: Record, part: str | None, stamp: Stamp, *, dropped: bool) -> str:
    what = record.name + (f", {PARTS[part]}" if part else "")
    if part == "places":
        return f"{what}: known on {site.words.date(stamp.on)}.\n"
    how = f" ({str(codes.HOW_CHECKED[stamp.how]).lower()})" if stamp.how else ""
    again = " The day by which somebody was to look again has gone." if dropped else ""
    return f"{what}: checked on {site.words.date(stamp.on)} by the {stamp.by.removeprefix('the ')}{how}.{again}\n"


COMMAND = Command(
    name="verify",
    help="say that records, or one part of them, were checked",
    run=run,
    options=(
        option("id", nargs="+", metavar="ID", help="the records, by id"),
        option("--part", choices=tuple(PARTS), help="only this part was checked; without it the whole record"),
        option("--by", metavar="ROLE", help="by what role, never a name; without it the role that stands there"),
        option("--how", choices=tuple(codes.HOW_CHECKED), help="how it was checked"),
        option("--on", metavar="DAY", help="the day of the check; today without it"),
    ),
)
