"""A table in, new records out: all of them, or a list of what is wrong with it and none."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from generator.commands.command import FINE, PROBLEMS, Desk, Given, Stopped, sure
from generator.commands.drafts import Draft, Site, opened, trial, write
from generator.commands.new import alike
from generator.edit.blank import NEW, text_of
from generator.imports import maps
from generator.imports.fetch import fetched, is_address
from generator.imports.rows import Fields, Made, Wrong, month, put, records
from generator.imports.sheets import Sheet, sheet
from generator.records.scalars import LONGEST_SLUG, slug_of
from generator.records.tried import Refused, fault_in

NOT_ASKED = "nobody yet, taken from a table"
SHOWN = 40


def run(desk: Desk, given: Given, into: str) -> int:
    """Takes one table; with --write-map only says what its columns would mean."""
    if len(given.source) > 1 or is_address(given.source[0]):
        raise Stopped(Refused("A table is one file on this machine.", "Download it, and import one after the other."))
    table = sure(sheet(sure(fetched(given.source[0]))))
    how = _map(table, given)
    if given.write_map:
        return _write_map(desk, how, Path(given.write_map))
    desk.say(f"Read as {how.kind}, {table.said}: {len(table.rows):,} rows.\n")
    left = [name for name, target in how.columns.items() if target == maps.LEFT_OUT]
    if left:
        desk.say(f"Columns left out: {', '.join(left)}.\n")
    site, wrong = opened(desk), Wrong()
    venues = site.catalogue.sources.venues
    made = (
        month(table, how, venues, wrong, called=given.called)
        if how.kind == "month"
        else records(table, how, venues, wrong)
    )
    kind = "activity" if how.kind == "month" else how.kind
    bare = [one.row for one in made if kind != "venue" and "summary" not in {**one.fields, **how.always}]
    if bare:
        desk.say(f"Without a summary, which is the name again: {len(bare)} of {len(made)}.\n")
    for one in made:
        _fill(one, kind, how, site, given)
        _judge(one, kind, site, wrong)
    files = _files(made, kind, site, into, wrong)
    return _finish(site, kind, files, wrong, dry=given.dry_run)


def _map(table: Sheet, given: Given) -> maps.Map:
    if given.map is None:
        return maps.guessed([cell.text for cell in table.head], given.kind_of_rows)
    content = sure(fetched(given.map))
    how = maps.map_of(content, table)
    if isinstance(how, Refused):
        raise Stopped(Refused(f"{given.map}: {how.message}", how.hint))
    return how


def _write_map(desk: Desk, how: maps.Map, file: Path) -> int:
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(maps.text_of(how))
    except FileExistsError:
        raise Stopped(Refused(f"There is a file {file} already.", "Give another name.")) from None
    desk.say(f"Written: {file}. Look at it, then import with --map {file}.\n")
    return FINE


def _fill(one: Made, kind: str, how: maps.Map, site: Site, given: Given) -> None:
    """What every record says where its row does not."""
    today = site.desk.today
    usual: dict[str, object] = {"checked": {"on": today.isoformat(), "by": NOT_ASKED}, **how.always}
    if kind == "activity":
        usual |= {name: text for name, text in (("category", given.category), ("organiser", given.organiser)) if text}
    for name, value in usual.items():
        if name not in one.fields:
            one.fields[name] = value  # type: ignore[assignment]  # values of a map, or ours
        elif name == "checked" and isinstance(value, dict):
            for part, text in value.items():
                if isinstance(one.fields[name], dict) and part not in one.fields[name]:  # type: ignore[operator]
                    one.fields = put(one.fields, (name, part), text)
    by = one.fields.get("checked")
    if isinstance(by, dict) and by.get("by") == NOT_ASKED:
        one.fields.setdefault("review_by", (today + timedelta(days=1)).isoformat())
    if kind != "venue":
        one.fields.setdefault("summary", one.fields.get("name"))


def _judge(one: Made, kind: str, site: Site, wrong: Wrong) -> None:
    """What the check says of each field that comes from a cell."""
    for name in dict.fromkeys(target.partition(".")[0] for target in one.cells):
        fault = fault_in(NEW[kind][1], dict(one.fields), name, site.catalogue.sources.vocabulary)
        if fault:
            cell = next(cell for target, cell in one.cells.items() if target.partition(".")[0] == name)
            wrong.add(cell, fault)


def _files(made: Sequence[Made], kind: str, site: Site, into: str, wrong: Wrong) -> Mapping[str, Made]:
    """The new files by name; names that are taken get a number, and what looks the same is said."""
    sources = site.catalogue.sources
    taken = {*sources.resources, *sources.activities, *sources.venues, *sources.mixes}
    files: dict[str, Made] = {}
    for one in made:
        name = slug_of(str(one.fields.get("name", "")))
        if not name:
            wrong.row(one.row, "there is no name here.")
            continue
        for there in dict.fromkeys(alike(site, NEW[kind][0], one.fields)):
            site.desk.say(f"row {one.row}: this may be there already: {there}.\n")
        tries = (name, *(f"{name[: LONGEST_SLUG - 6]}-{number}" for number in range(2, len(made) + len(taken) + 3)))
        id_ = next(text for text in tries if text not in taken)
        taken.add(id_)
        files[f"{sources.site.settings.data}/{NEW[kind][0]}/{into}{id_}.yml"] = one
    return files


def _finish(site: Site, kind: str, files: Mapping[str, Made], wrong: Wrong, *, dry: bool) -> int:
    desk = site.desk
    if not wrong.said:
        contents = {file: text_of(kind, _fields(one.fields)).encode() for file, one in files.items()}
        draft = trial(site, {}, contents)
        if isinstance(draft, Draft):
            desk.say(f"New, {len(files)}:\n" + "".join(f"  {one.fields['name']}\n" for one in files.values()))
            if dry:
                desk.say("Nothing was written: --dry-run.\n")
            else:
                write(draft)
            return FINE
        for file, several in draft.items():
            for why in several:
                if file in files:
                    wrong.row(files[file].row, str(why))
                else:
                    wrong.said.append((0, f"{file}: {why}"))
    _complain(desk, [text for _, text in sorted(dict.fromkeys(wrong.said))])
    return PROBLEMS


def _fields(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}


def _complain(desk: Desk, said: Iterable[str]) -> None:
    lines = list(said)
    more = [f"… and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    desk.complain("\n".join((*lines[:SHOWN], *more, "Nothing was written.")))
