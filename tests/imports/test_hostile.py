"""What an import is handed that is broken or means harm: one clear message, no file half written, nothing lost."""

import codecs
import io
import resource
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.commands.command import Desk, Stopped, sure
from generator.commands.drafts import drafted, opened, write
from generator.edit.edits import Set
from tests.imports.bringing import DAY, House, event, head, house
from tests.imports.test_table import GROUPS, MONTH, workbook
from tests.small import RESOURCE

ONE = "DTSTART:20261201T100000Z"
GAMES = ("--category", "games")
NOISE = bytes(byte * 7 % 251 + 1 for byte in range(256)) * 40
FAR = '<row r="1048576"><c r="{}1048576" t="inlineStr"><is><t>x</t></is></c></row>'
ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": '<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>x</text:p>',
}


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> House:
    return house(tmp_path / "site", capsys)


@pytest.fixture
def little_memory() -> Iterator[None]:
    """What would fill the memory fails here, and not the machine."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (6_000_000_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


def files(site: House) -> dict[str, bytes]:
    paths = [path for path in site.root.rglob("*") if path.is_file() and ".fingerpost" not in path.parts]
    return {str(path): path.read_bytes() for path in paths if path.suffix not in {".csv", ".ics", ".xlsx"}}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def parts(rows: str) -> dict[str, str | bytes]:
    """The parts of a workbook with two rows and these."""
    with zipfile.ZipFile(io.BytesIO(workbook(("Name", "Kind"), ("A", "group")))) as archive:
        found: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    sheet = next(name for name in found if name.endswith("/s.xml"))
    text = found[sheet]
    assert isinstance(text, bytes)
    return {**found, sheet: text.replace(b"</sheetData>", f"{rows}</sheetData>".encode())}


TABLES: Mapping[str, tuple[bytes, str]] = {
    "noise": (NOISE + b"\0", "This is no table: there are bytes in it that no text has."),
    "a picture": (b"GIF89a\0\1" + NOISE, "This is no table"),
    "a PDF": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n", "Read as resource, it has no column for the name."),
    "UTF-16 without its mark": (GROUPS.encode("utf-16-le"), "Save it as CSV (UTF-8) or .xlsx."),
    "UTF-32": (GROUPS.encode("utf-32"), "This is no table"),
    "a line of 10 MB": (b"Name,Kind\n" + b"x" * 9_900_000, "row 2: this cannot be read: field larger than"),
    "a quote that never ends": (b'Name,Kind\n"' + b"x\n" * 80_000, "row 2: this cannot be read"),
    "too many bytes": (b"Name,Kind\n" + b"x,group\n" * 1_300_000, "has more than 10 MB. Export a part of it"),
    "too many rows": (b"Name,Kind\n" + b"x,group\n" * 20_001, "has more than 20,000 rows or 200 columns"),
    "too many columns": (b"Name," * 300 + b"\n" + b"x," * 300, "has more than 20,000 rows or 200 columns"),
    "a column twice": (b"Name,Kind,Name\nA,group,B\n", "row 1, column C: there is another column “Name”."),
    "no kind": (b"Name,Kind\nA,group\nB\n", "csv, row 3: there is no kind here: fill the cell"),
    "a formula": (b"Name,Kind\n\"=cmd|'/C calc'!A0\",group\n", "csv, row 2, column A: This is a formula"),
    "a month without days": (MONTH.replace("Date", "Tag").encode(), "Read as activity, it has no column for the name."),
    "a month of nothing": (MONTH.replace("What", "Was").encode(), "Read as month, it has no column for the what."),
    "no zip": (b"PK\x03\x04" + NOISE, "This workbook cannot be read"),
    "half a zip": (packed(parts(""))[:-80], "This workbook cannot be read"),
    "no workbook": (packed({"word/document.xml": "<x/>"}), "This workbook cannot be read"),
    "a locked workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 3000, "This workbook cannot be read"),
    "a bomb": (packed({**parts(""), "xl/big.xml": bytes(100_000_001)}), "too large when unpacked"),
    "a cell far away": (packed(parts(FAR.format("XFD"))), "too large when unpacked"),
    "rows without end": (packed(ODS), "too large when unpacked"),
    "entities": (
        packed(parts('<row r="3"><c r="A3" t="inlineStr"><is><t>&passwd;</t></is></c></row>')),
        "This workbook cannot be read",
    ),
}


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_cannot_be_read_is_named_and_nothing_is_written(name: str, site: House) -> None:
    content, why = TABLES[name]
    before = files(site)
    code, said = site.bring(content, kind="csv")
    assert (code, why in said, "calendar.csv" in said, "Nothing was written." in said) == (1, True, True, True), said
    assert files(site) == before


@pytest.mark.parametrize(
    "content",
    [
        GROUPS.encode("utf-16"),
        codecs.BOM_UTF16_BE + GROUPS.encode("utf-16-be"),
        GROUPS.encode("utf-8-sig"),
        GROUPS.replace("\n", "\r\n").encode(),
        GROUPS.replace("\n", "\r").encode(),
        GROUPS.replace("01632 960123", '"=""01632 960123"""').encode(),
        GROUPS.replace(",", ";").encode(),
    ],
    ids=["UTF-16", "UTF-16, other way", "BOM", "CRLF", "CR", "kept zeros", "semicolons"],
)
def test_a_table_is_read_however_a_program_writes_it(content: bytes, site: House) -> None:
    code, said = site.bring(content, kind="csv")
    assert code == 0, said
    assert "phone: 01632 960123" in site.file("knit-and-natter", "resources").read_text(encoding="utf-8")


MAPS: Mapping[str, tuple[str, str]] = {
    "an anchor": ("kind: &a resource\n", "map.yml: line 1: A value cannot begin with “&”."),
    "brackets without end": ("[" * 100_000, "map.yml: line 1: "),
    "another part": ("{}x: y\n", "map.yml: “x” is not a part of a map."),
    "no field": ("{}", "map.yml: “__class__” is not a field (Kind)."),
    "the import's own field": ("{}", "map.yml: “source.table” is not a field (Kind)."),
    "one field twice": ("{}", "map.yml: Two columns are “name” (Kind)."),
    "a field in a field": ("{}", "row 2, column C: There is no place for “contact.phone” in this row."),
    "a second item alone": ("{}", "row 2, column B: There is no place for “schedule.7.every” in this row."),
    "a key that is a list": ("{}key: [Name]\n", "`key` names the column that tells the rows apart, and"),
}
COLUMNS: Mapping[str, str] = {
    "no field": "{Name: name, Kind: __class__}",
    "the import's own field": "{Name: name, Kind: source.table}",
    "one field twice": "{Name: name, Kind: name}",
    "a field in a field": "{Name: name, Kind: contact, Summary: contact.phone}",
    "a second item alone": "{Name: name, Kind: schedule.7.every}",
}


@pytest.mark.parametrize("name", MAPS)
def test_a_map_that_means_harm_is_refused(name: str, site: House) -> None:
    text, why = MAPS[name]
    kind = "activity" if "item" in name else "resource"
    columns = COLUMNS.get(name, "{Name: name, Kind: kind}")
    made = site.root / "map.yml"
    made.write_text(text.replace("{}", f"kind: {kind}\ncolumns: {columns}\n"), encoding="utf-8")
    before = files(site)
    code, said = site.bring(GROUPS, "--map", str(made), kind="csv")
    assert (code, why in said, "Nothing was written." in said) == (1, True, True), said
    assert files(site) == before


NAMES = ("../../../etc/passwd", "..\\..\\x", "/etc/cron.d/x", "CON", ".git", "%2e%2e%2f", "~root", "a\0b", "x" * 250)


def test_no_name_leads_out_of_the_folder(site: House) -> None:
    code, said = site.bring(
        "Name,Kind\n" + "".join(f'"{name}",group\n' for name in NAMES if "\0" not in name), kind="csv"
    )
    assert code == 0, said
    code, said = site.bring(
        head(*(event(ONE, uid=f"{number}@x", name=name) for number, name in enumerate(NAMES))), *GAMES
    )
    assert code == 0, said
    new = {path.relative_to(site.root).parent.as_posix() for path in site.root.parent.rglob("*.yml")}
    assert new == {".", "data", "data/activities", "data/resources", "data/venues"}
    assert len(list(site.root.glob("data/resources/*.yml"))) == len(NAMES)


def test_a_table_called_by_a_hostile_name_is_known_by_plain_words(site: House) -> None:
    table = site.root / "a\u202e: {b} #c.csv"
    table.write_text(GROUPS, encoding="utf-8")
    assert site.bring(table, kind="csv")[0] == 0
    assert "2 records are as they were" in site.bring(table, kind="csv")[1]


NO_RULES = (
    "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=1000000000", "FREQ=MINUTELY;UNTIL=99991231T000000Z", "FREQ=YEARLY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=99999999999999999999", "FREQ=DAILY;COUNT=999999999",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYSETPOS=-366;BYDAY=MO", "FREQ=WEEKLY;UNTIL=00000000",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=WE", "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
    "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,1", "FREQ=DAILY;FREQ=WEEKLY", "FREQ=WEEKLY;WKST=XX", "RRULE",
)  # fmt: skip


@pytest.mark.parametrize("rule", NO_RULES)
def test_a_rule_without_end_or_sense_is_named_with_its_line(rule: str, site: House) -> None:
    code, said = site.bring(head(event(ONE, f"RRULE:{rule}")), *GAMES)
    assert (code, f"line 8, VEVENT “Chess”: {rule} cannot be kept: " in said) == (1, True), said
    assert "calendar.ics: nothing could be taken from it." in said
    assert not site.file("chess").exists()


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYDAY=MO;BYSETPOS=6",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=54",
    ],
)
def test_thousands_of_rules_that_never_fall_take_no_time(rule: str, site: House) -> None:
    begins = [f"DTSTART:2026{1 + number % 12:02}01T{number % 24:02}0000Z" for number in range(200)]
    rules = [event(one, f"RRULE:{rule}", uid=f"{number}@x") for number, one in enumerate(begins)]
    begun = time.process_time()
    assert site.bring(head(*rules), *GAMES)[0] == 1
    assert time.process_time() - begun < 20  # each of them took half a second, or seven


NEIGHBOUR = event("DTSTART:20261202T100000Z", uid="b@example.org", name="Draughts")
ODDITIES: Mapping[str, tuple[str, str]] = {
    "no END": (head(NEIGHBOUR, event(ONE).removesuffix("END:VEVENT")), "VEVENT: this has no end"),
    "an END too many": (head("END:VEVENT", NEIGHBOUR), "VEVENT: this ends and never began."),
    "outside": (head(NEIGHBOUR) + event(ONE), "VEVENT: this stands outside of the calendar and was not taken."),
    "one UID, two events": (
        head(event(ONE), event(ONE.replace("1201", "1208")), NEIGHBOUR), "it has the UID of another event; both"
    ),
    "no place on earth": (head(event(ONE, "GEO:999;999"), NEIGHBOUR), "“999;999” is no place on earth (GEO)."),
    "a text of 2 MB": (
        head(event(ONE, "DESCRIPTION:" + "x" * 2_000_000), NEIGHBOUR), "its description has 2,000,000 characters"
    ),
    "a zone of noise": (
        head("BEGIN:VTIMEZONE", "TZID:Z", *("BEGIN:STANDARD", "RRULE:FREQ=SECONDLY", "END:STANDARD") * 2000,
             "END:VTIMEZONE", event("DTSTART;TZID=Z:20261201T100000"), NEIGHBOUR),
        "New, 2:",
    ),
    "many days left out": (
        head(event(ONE, "RRULE:FREQ=DAILY", *(f"EXDATE:2026{number:04}T100000Z" for number in range(3000))), NEIGHBOUR),
        "more\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODDITIES)
def test_an_oddity_is_said_and_leaves_its_neighbour_alone(name: str, site: House) -> None:
    calendar, why = ODDITIES[name]
    before = files(site)
    code, said = site.bring(calendar, *GAMES)
    assert (code, why in said) == (0, True), said[:2000]
    assert site.file("draughts").exists()
    assert before.items() <= files(site).items()
    assert len(said) < 60_000


def test_a_single_day_is_told_as_that(site: House) -> None:
    assert "  Draughts: 2026-12-02, 10:00\n" in site.taken(head(NEIGHBOUR))


@pytest.mark.parametrize("kind", ["ics", "csv"])
def test_a_disk_that_is_full_leaves_all_as_it_was(kind: str, site: House, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    before = files(site)
    code, said = site.bring(head(event(ONE), NEIGHBOUR) if kind == "ics" else GROUPS, *GAMES, kind=kind)
    assert (code, "cannot be written: No space left on device." in said) == (1, True), said
    assert files(site) == before


def test_what_somebody_edits_while_it_runs_is_not_written_over(site: House) -> None:
    desk = Desk(config=site.root / "mkdocs.yml", today=DAY, say=print, complain=print, ask=None, standard_input=bytes)
    edit = {"data/resources/players.yml": (Set(("name",), "The Players"),)}
    draft = sure(drafted(opened(desk), edit, {"data/resources/new.yml": RESOURCE.encode()}))
    file = site.file("players", "resources")
    file.write_text(file.read_text(encoding="utf-8") + "# just now\n", encoding="utf-8")
    before = files(site)
    with pytest.raises(Stopped, match=r"players\.yml has been changed in the meantime"):
        write(draft)
    assert files(site) == before
