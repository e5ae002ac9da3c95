"""`fingerpost import`: brings in what there is already: calendars, tables, the month sheet of a house."""

from generator.commands import bring_calendar
from generator.commands.command import Command, Desk, Given, option
from generator.records import codes


def run(desk: Desk, given: Given) -> int:
    """Runs the import for what is handed in."""
    return bring_calendar.run(desk, given)


COMMAND = Command(
    name="import",
    help="bring in calendars (ics) or tables (csv, xlsx) that there are already",
    run=run,
    options=(
        option("kind", choices=("ics",), help="what it is"),
        option("source", nargs="+", metavar="FILE|URL", help="the file; of a calendar also its address"),
        option("--organiser", metavar="ID", help="who runs what is new"),
        option("--category", choices=tuple(codes.CATEGORY), help="the category of what is new"),
        option("--into", metavar="FOLDER", help="a folder below data/activities/ for new files"),
        option("--calendar", metavar="NAME", help="what the calendar is called in `source`; else its address or file"),
        option("--dry-run", action="store_true", help="say what would be written, and write nothing"),
        option("--strict", action="store_true", help="end with 1 where something could not be kept"),
    ),
)
