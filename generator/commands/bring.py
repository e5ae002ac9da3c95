"""`fingerpost import`: brings in what there is already: calendars, tables, the month sheet of a house."""

from pathlib import PurePosixPath

from generator.commands import bring_calendar, bring_table
from generator.commands.command import Command, Desk, Given, Stopped, option
from generator.imports.maps import KINDS
from generator.records import codes
from generator.records.scalars import slug_of
from generator.records.tried import Refused


def run(desk: Desk, given: Given) -> int:
    """Runs the import for what is handed in."""
    into = _folder(given.into)
    return bring_calendar.run(desk, given, into) if given.kind == "ics" else bring_table.run(desk, given, into)


def _folder(text: str | None) -> str:
    path = PurePosixPath(text or "")
    if path.is_absolute() or any(slug_of(part) != part for part in path.parts):
        raise Stopped(Refused(f"“{text}” is not a folder below data/activities/.", "Write a name such as library."))
    return "".join(f"{part}/" for part in path.parts)


COMMAND = Command(
    name="import",
    help="bring in calendars (ics) or tables (csv, xlsx) that there are already",
    run=run,
    options=(
        option("kind", choices=("ics", "csv", "xlsx"), help="what it is: a calendar or a table"),
        option("source", nargs="+", metavar="FILE|URL", help="the file; of a calendar also its address"),
        option("--organiser", metavar="ID", help="who runs what is new"),
        option("--category", choices=tuple(codes.CATEGORY), help="the category of what is new"),
        option("--into", metavar="FOLDER", help="a folder of its own for new files, such as data/activities/FOLDER/"),
        option("--calendar", metavar="NAME", help="what the calendar is called in `source`; else its address or file"),
        option("--dry-run", action="store_true", help="say what would be written, and write nothing"),
        option("--strict", action="store_true", help="end with 1 where something could not be kept"),
        option(
            "--as", dest="kind_of_rows", choices=KINDS, help="what the rows of a table are; else seen from its columns"
        ),
        option("--map", metavar="FILE", help="what the columns of a table mean"),
        option("--write-map", metavar="FILE", help="write what the columns seem to mean, and nothing else"),
        option("--table", metavar="NAME", help="what the table is called in `source`; else its file"),
        option("--called", metavar="NAME", help="make one activity of a month's table, with this name"),
    ),
)
