"""`fingerpost move`: one session goes to another day, time or place."""

from generator.commands.cancel import told
from generator.commands.command import FINE, Command, Desk, Given, option, sure
from generator.commands.drafts import day_given, drafted, opened, write
from generator.edit import single
from generator.edit.single import Move


def run(desk: Desk, given: Given) -> int:
    """Moves the session, and says from when to when."""
    on = sure(day_given(given.date))
    to = sure(day_given(given.to)) if given.to else on
    site = opened(desk)
    record = site.record(given.id, "activities")
    move = Move(to=to, start=given.start, end=given.end, venue=given.venue, why=given.why)
    edits = sure(single.moved(site.catalogue, site.catalogue.entries[record.id], on, given.key, move))
    draft = sure(drafted(site, {record.file: edits}))
    told(draft, "Moved" + (f", because: {given.why}" if given.why else "") + ".\n", on, on)
    write(draft)
    return FINE


COMMAND = Command(
    name="move",
    help="move a session to another day, time or place",
    run=run,
    options=(
        option("id", metavar="ID", help="the activity"),
        option("date", metavar="DATE", help="the day that the schedule gives"),
        option("--to", metavar="DAY", help="the new day, where it changes"),
        option("--start", metavar="TIME", help="the new beginning, where it changes"),
        option("--end", metavar="TIME", help="the new end; without it the session takes as long as ever"),
        option("--venue", metavar="ID", help="the new venue, where it changes"),
        option("--why", metavar="REASON", help="the reason people read"),
        option("--key", help="which item of the schedule, where two fall on that day"),
    ),
)
