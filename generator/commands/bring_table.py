"""A table in, new records and edits of those that it brought before out: all, or a list of what is wrong and none."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from generator.commands.command import FINE, PROBLEMS, Desk, Given, Stopped, sure
from generator.commands.drafts import Draft, Record, Site, opened, trial, write
from generator.commands.new import alike
from generator.commands.plans import Plan, names_taken, plan_update, ready, say_missing, say_plan
from generator.edit.blank import NEW, text_of
from generator.imports import maps
from generator.imports.again import Came, digests_of, facts, months_merged, paired, rows_merged
from generator.imports.fetch import fetched, is_address
from generator.imports.merge import digests
from generator.imports.months import month, months
from generator.imports.rows import Made, Wrong, put, records, targets
from generator.imports.sheets import Sheet, sheet
from generator.imports.texts import one_line
from generator.records.common import Source
from generator.records.model import Activity
from generator.records.scalars import LONGEST_SLUG, slug_of
from generator.records.tried import Refused, fault_in
from generator.records.yamltext import Value

NOT_ASKED = "nobody yet, taken from a table"
SHOWN = 40
STEP = 1_000  # rows after which a long import says how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One table that is brought in: what it is called, how it is read, and the records that came from it before."""

    site: Site
    given: Given
    table: Sheet
    name: str
    how: maps.Map
    kind: str
    came: Mapping[str, tuple[Record, Source]]
    plan: Plan
    rows: dict[str, Made] = field(default_factory=dict)
    """The row that each file is from."""


def run(desk: Desk, given: Given, into: str) -> int:
    """Takes one table; with --write-map only says what its columns would mean."""
    if len(given.source) > 1 or is_address(given.source[0]):
        raise Stopped(Refused("A table is one file on this machine.", "Download it, and import one after the other."))
    table = _named(given, sheet(sure(fetched(given.source[0]))))
    how = _map(table, given)
    if given.write_map:
        return _write_map(desk, how, Path(given.write_map))
    if wrong := maps.unusable(how, table):
        _named(given, wrong)
    desk.say(f"Read as {how.kind}, {table.said}: {len(table.rows):,} rows.\n")
    left = [cell.text for cell in table.head if cell.text and how.columns.get(cell.text, "-") == maps.LEFT_OUT]
    unasked = [name for name in left if name not in how.columns or given.map is None]
    if left:
        desk.say(f"Columns left out: {', '.join(left)}.\n")
    code = _bring(_job(opened(desk), given, table, how), into)
    return max(code, PROBLEMS if given.strict and unasked else FINE)


def _named(given: Given, found: Sheet | Refused) -> Sheet:
    """A table; the name of the file stands before what is wrong with it."""
    if isinstance(found, Refused):
        raise Stopped(Refused(f"{given.source[0]}: {found.message}", found.hint))
    return found


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
    except OSError as error:
        raise Stopped(Refused(f"{file} cannot be written: {error.strerror}.", "Give another name.")) from None
    desk.say(f"Written: {file}. Look at it, then import with --map {file}.\n")
    return FINE


def _job(site: Site, given: Given, table: Sheet, how: maps.Map) -> Job:
    ready(site)
    name = one_line(given.table or Path(given.source[0]).name)
    kind = "activity" if how.kind == "month" else how.kind
    there: Mapping[str, Record] = getattr(site.catalogue.sources, NEW[kind][0])
    came = {id_: (one, one.source) for id_, one in there.items() if one.source and one.source.table == name}
    return Job(
        site=site, given=given, table=table, name=name, how=how, kind=kind, came=came, plan=Plan(name=name, of="table")
    )


def _bring(job: Job, into: str) -> int:
    wrong = Wrong()
    made = _read(job, wrong)
    bare = [one.row for one in made if job.kind != "venue" and "summary" not in {**one.fields, **job.how.always}]
    if bare:
        job.site.desk.say(f"Without a summary, which is the name again: {len(bare)} of {len(made)}.\n")
    for number, one in enumerate(made):
        if number and number % STEP == 0:
            job.site.desk.complain(f"{number:,} of {len(made):,} …")
        _say_always(one, job)
        _judge(one, job, wrong)
    said = [facts(one, job.how) for one in made]
    known = [Came(id_, source.row or "", source.wrote) for id_, (_, source) in job.came.items()]
    pairs = paired(made, known, said, wrong)
    taken = names_taken(job.site)
    for place, one in enumerate(made):
        if place in pairs:
            _update(job, pairs[place], one, said[place])
        else:
            _add(job, one, said[place], taken, into, wrong)
    return _finish(job, wrong, list(_missing(job, frozenset(pairs.values()))))


def _missing(job: Job, found: Collection[str]) -> Iterator[str]:
    """What came from this table and is not in it; of a month's table what stands on days that it is about."""
    keeps = _keeps(job)
    for id_, (record, _) in job.came.items():
        days = [day for item in record.schedule for day in item.on] if isinstance(record, Activity) else []
        about = job.how.kind != "month" or not all(keeps(day.isoformat()) for day in days)
        if id_ not in found and about:
            yield f"{record.name} ({id_})"


def _read(job: Job, wrong: Wrong) -> list[Made]:
    venues = job.site.catalogue.sources.venues
    _formulas(job, wrong)
    if job.how.kind != "month":
        return records(job.table, job.how, venues, wrong)
    keys = {
        (source.row or "").casefold(): {text: key for key, texts in source.uid.items() for text in texts}
        for _, source in job.came.values()
    }
    return month(
        job.table, job.how, venues, wrong, called=job.given.called, known=lambda name: keys.get(name.casefold(), {})
    )


def _formulas(job: Job, wrong: Wrong) -> None:
    """Names the cells that hold a formula instead of what it comes to."""
    why = Refused("This is a formula, and not what it comes to.", "Save the table with its values.")
    for row in job.table.rows:
        for _, cell in targets(job.table, row, job.how):
            if cell.text.startswith("="):
                wrong.add(cell, why)


def _say_always(one: Made, job: Job) -> None:
    """What the map says of every record, where its row does not; and a summary."""
    for name, value in job.how.always.items():
        _default(one, name, value)
    if job.kind != "venue":
        one.fields.setdefault("summary", one.fields.get("name"))


def _default(one: Made, name: str, value: Value) -> None:
    if name not in one.fields:
        one.fields[name] = value
    elif name == "checked" and isinstance(value, dict):
        for part, text in value.items():
            checked = one.fields[name]
            if isinstance(checked, dict) and part not in checked:
                one.fields = put(one.fields, (name, part), text)


def _say_of_new(one: Made, job: Job) -> None:
    """What only a new record gets: that nobody has checked it, and what was said with the command."""
    today = job.site.desk.today
    usual: dict[str, Value] = {"checked": {"on": today.isoformat(), "by": NOT_ASKED}}
    if job.kind == "activity":
        given = (("category", job.given.category), ("organiser", job.given.organiser))
        usual |= {name: text for name, text in given if text}
    for name, value in usual.items():
        _default(one, name, value)
    by = one.fields.get("checked")
    if isinstance(by, dict) and by.get("by") == NOT_ASKED:
        one.fields.setdefault("review_by", (today + timedelta(days=1)).isoformat())


def _judge(one: Made, job: Job, wrong: Wrong) -> None:
    """What the check says of each field that comes from a cell."""
    for name in dict.fromkeys(target.partition(".")[0] for target in one.cells):
        fault = fault_in(NEW[job.kind][1], dict(one.fields), name, job.site.catalogue.sources.vocabulary)
        if fault:
            cell = next(cell for target, cell in one.cells.items() if target.partition(".")[0] == name)
            wrong.add(cell, fault)


def _add(  # noqa: PLR0917 - a row, and all that its new file depends on
    job: Job, one: Made, said: Mapping[str, Value], taken: set[str], into: str, wrong: Wrong
) -> None:
    """A new file; a name that is taken gets a number, and what looks the same is said."""
    name = slug_of(str(one.fields.get("name", "")))
    if not name:
        wrong.row(one.row, "there is no name here.")
        return
    folder = NEW[job.kind][0]
    for there in dict.fromkeys(alike(job.site, folder, one.fields)):
        job.site.desk.say(f"row {one.row}: this may be there already: {there}.\n")
    tries = (name, *(f"{name[: LONGEST_SLUG - 6]}-{number}" for number in range(2, len(taken) + 3)))
    id_ = next(text for text in tries if text not in taken)
    taken.add(id_)
    _say_of_new(one, job)
    fields = {field_: value for field_, value in one.fields.items() if value is not None}
    _lacking(job, one, fields, wrong)
    wrote = digests(fields) if job.how.kind == "month" else digests_of(said)
    uid: dict[str, Value] = {"uid": {**one.uids}} if one.uids else {}
    taken_on = job.site.desk.today.isoformat()
    source: Value = {"table": job.name, "row": one.known_by, **uid, "taken_on": taken_on, "wrote": {**wrote}}
    file = f"{job.site.catalogue.sources.site.settings.data}/{folder}/{into}{id_}.yml"
    job.plan.new[file] = {**fields, "source": source}
    job.plan.said[file] = [str(one.fields["name"])]
    job.rows[file] = one


def _lacking(job: Job, one: Made, fields: Mapping[str, Value], wrong: Wrong) -> None:
    """Names what a record must have and this row does not say."""
    said = "fill the cell, or say it for all rows under `always` in a map"
    for name, field_ in NEW[job.kind][1].model_fields.items():
        if field_.is_required() and name not in fields:
            options = ", or with --category" if name == "category" else ""
            wrong.row(one.row, f"there is no {name} here: {said}{options}.")


def _update(job: Job, id_: str, one: Made, said: Mapping[str, Value]) -> None:
    record, source = job.came[id_]
    job.rows[record.file] = one
    if job.how.kind == "month":
        compared = partial(months_merged, wrote=source.wrote, coming=one.fields, keeps=_keeps(job))
    else:
        asked = {*_fields_of(job.how), *said}
        compared = partial(rows_merged, wrote=source.wrote, said=said, asked=asked)
    plan_update(job.plan, job.site, record, compared, {key: (text,) for key, text in one.uids.items()})


def _fields_of(how: maps.Map) -> Iterable[str]:
    """The fields that the table has columns for."""
    for target in how.columns.values():
        yield from ("schedule.0.start", "schedule.0.end") if target == "schedule.0.times" else (target,)


def _keeps(job: Job) -> Callable[[str], bool]:
    """Whether a day stays that the table does not name: the past, and months that it is not about."""
    about, today = months(job.table, job.how), job.site.desk.today.isoformat()
    return lambda day: day < today or day[: len("2026-12")] not in about


def _finish(job: Job, wrong: Wrong, missing: Sequence[str]) -> int:
    desk, plan = job.site.desk, job.plan
    if not wrong.said:
        contents = {
            file: text_of(job.kind, values).encode() for file, values in plan.new.items() if isinstance(values, dict)
        }
        draft = trial(job.site, plan.edits, contents)
        if isinstance(draft, Draft):
            say_plan(plan, desk, dry=job.given.dry_run)
            if draft.contents and not job.given.dry_run:
                write(draft)
            say_missing(plan, desk, missing)
            return FINE
        for file, several in draft.items():
            for why in several:
                if file in job.rows:
                    wrong.row(job.rows[file].row, str(why))
                else:
                    wrong.said.append((0, f"{file}: {why}"))
    _complain(desk, [f"{job.given.source[0]}, {text}" for _, text in sorted(dict.fromkeys(wrong.said))])
    return PROBLEMS


def _complain(desk: Desk, said: Sequence[str]) -> None:
    more = [f"… and {len(said) - SHOWN} more"] if len(said) > SHOWN else []
    desk.complain("\n".join((*said[:SHOWN], *more, "Nothing was written.")))
