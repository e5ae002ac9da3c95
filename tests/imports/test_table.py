"""`import csv`: tables of groups, of activities and of a month; and that a table with faults writes nothing."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.imports.bringing import House, house
from tests.sites import TODAY, run

MONTH = (
    "Date;Time;What;Notes\n"
    "1 December 2026;2-4 pm;Carols in the lounge;Bring a scarf\n"
    "Tue 8 December 2026;2-4 pm;Carols in the lounge;\n"
    "25/12/2026;12.30 pm;Dinner;\n"
)
GROUPS = (
    "Name,Kind,Summary,Phone,Step free?,Cost,Shoe size\n"
    "Knit and Natter,group,People knit.,01632 960123,Y,£2,9\n"
    'Men\'s Shed,group,"People mend things, with tea.",01632 960124,?,free,\n'
)


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> House:
    return house(tmp_path / "site", capsys)


def workbook(*rows: tuple[str | float, ...]) -> bytes:
    """A workbook with one sheet of texts and numbers."""

    def cell(value: str | float) -> str:
        return f"<c><v>{value}</v></c>" if isinstance(value, float) else f'<c t="inlineStr"><is><t>{value}</t></is></c>'

    sheet = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{kinds}.sheet.main+xml"/><Override PartName="/xl/s.xml" ContentType="{kinds}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Groups" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" '
        f'Type="{office}/worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }  # fmt: skip
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def text_of(site: House, id: str, folder: str = "resources") -> str:  # noqa: A002 - the word of the records
    return site.file(id, folder).read_text(encoding="utf-8").partition("\n\n#")[0]


def test_a_table_of_groups_becomes_records(site: House) -> None:
    code, said = site.bring(GROUPS, kind="csv")
    assert code == 0, said
    assert "Read as resource, columns parted by comma, UTF-8: 2 rows." in said
    assert "Columns left out: Shoe size." in said
    said, _, wrote = text_of(site, "knit-and-natter").partition("\n")[2].partition("  wrote:\n")
    assert said == (
        "name: Knit and Natter\nkind: group\nsummary: People knit.\ncontact: {phone: 01632 960123}\n"
        "access:\n  step_free: yes\ncost: {amount: 2}\nreview_by: 2026-11-23\n"
        'checked: {on: 2026-11-22, by: "nobody yet, taken from a table"}\n'
        "source:\n  table: calendar.csv\n  row: Knit and Natter\n  taken_on: 2026-11-22\n"
    )
    assert re.sub(": [0-9a-f]{10}", "", wrote).split() == [
        "name", "kind", "summary", "contact.phone", "access.step_free", "cost.amount",
    ]  # fmt: skip
    assert "access" not in text_of(site, "mens-shed")
    assert "cost: {amount: 0}" in text_of(site, "mens-shed")


def test_a_month_becomes_an_activity_for_each_thing_or_one_file(site: House) -> None:
    code, said = site.bring(MONTH, "--category", "celebration", kind="csv")
    assert code == 0, said
    carols = text_of(site, "carols-in-the-lounge", "activities")
    assert 'on: [2026-12-01, 2026-12-08]\n    start: "14:00"\n    end: "16:00"\n    key: days' in carols
    assert "- {on: 2026-12-01, key: days, note: Bring a scarf}" in carols
    assert 'on: 2026-12-25\n    start: "12:30"' in text_of(site, "dinner", "activities")
    code, said = site.bring(MONTH, "--category", "celebration", "--called", "December", kind="csv")
    assert code == 0, said
    december = text_of(site, "december", "activities")
    assert "called: Carols in the lounge" in december
    assert "key: dinner" in december
    assert "note: Bring a scarf" in december


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MONTH.replace("25/12/2026", "03/02/2027"), "row 4, column A: “03/02/2027” can be read in two ways."),
        (MONTH.replace("25/12/2026", "Christmas"), "row 4, column A: “Christmas” is not a day that we can read."),
        (MONTH.replace("12.30 pm", "half past"), "row 4, column B: “half past” is not a time that we can read."),
        (MONTH.replace("12.30 pm", "3"), "row 4, column B: “3” can be read in two ways."),
        (MONTH.replace("Dinner", ""), "row 4: there is no name here."),
        (GROUPS.replace(",Y,", ",maybe,"), "row 2, column E: “maybe” is neither yes nor no."),
        (GROUPS.replace("£2", "a fiver"), "row 2, column F: “a fiver” is not an amount of money."),
        (GROUPS.replace("Knit and Natter,group", "Knit and Natter,grup"), "row 2, column B: “grup” is not a known"),
        (GROUPS.replace("01632 960123", "ring Jo"), "row 2, column D: “ring Jo” is not a telephone number."),
        (GROUPS.replace("Knit and Natter", ""), "row 2: there is no name here."),
        ("", "There is no table in this file."),
        ("Name\n", "There is no table in this file."),
        ('Name,Kind\n"Knit,group\n', "row 2: this cannot be read"),
        ("<html><body>Sign in</body></html>", "This is a web page and no table."),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_row_and_column_and_nothing_is_written(text: str, said: str, site: House) -> None:
    before = sorted(site.root.rglob("*.yml"))
    code, found = site.bring(text, *(("--category", "games") if "Date" in text else ()), kind="csv")
    assert (code, said in found, "Nothing was written." in found) == (1, True, True), found
    assert sorted(site.root.rglob("*.yml")) == before


def test_a_workbook_is_read_like_a_text(site: House) -> None:
    rows = ("Name", "Kind", "Summary", "Minimum age"), ("Café Club", "group", "People talk.", 50.0)
    code, said = site.bring(workbook(*rows), kind="xlsx")
    assert code == 0, said
    assert "sheet “Groups”" in said
    assert "audience: {min_age: 50}" in text_of(site, "cafe-club")


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"a\0b"])
def test_a_broken_workbook_is_refused(content: bytes, site: House) -> None:
    code, said = site.bring(content, kind="xlsx")
    assert (code, "Nothing was written." in said) == (1, True), said


def test_windows_writes_are_read(site: House) -> None:
    assert site.bring(GROUPS.replace("Knit and", "Café").encode("cp1252"), kind="csv")[0] == 0
    assert "name: Café Natter" in text_of(site, "cafe-natter")


def test_a_map_is_written_out_changed_and_used(site: House) -> None:
    made = site.root / "map.yml"
    table = GROUPS.replace(",Y,", ",one step,")
    assert site.bring(table, "--write-map", str(made), kind="csv")[0] == 0
    text = made.read_text(encoding="utf-8")
    assert "Step free?: access.step_free" in text
    assert site.bring(table, "--write-map", str(made), kind="csv")[0] == 1
    changed = text.replace('Shoe size: "-"', "Shoe size: size").replace("Shoe size: -", 'Shoe size: "-"')
    changed += "values:\n  access.step_free: {one step: no}\nalways:\n  kind: class\n"
    made.write_text(changed, encoding="utf-8")
    code, said = site.bring(table.replace(",9", ","), "--map", str(made), kind="csv")
    assert code == 0, said
    assert "step_free: no" in text_of(site, "knit-and-natter")
    made.write_text(text.replace("access.step_free", "access.stepless"), encoding="utf-8")
    code, said = site.bring(table, "--map", str(made), kind="csv")
    assert (code, "“access.stepless” is not a field (Step free?)." in said) == (1, True)


def groups(*rows: str, head: str = "Name,Kind,Summary,Phone,Town") -> str:
    return "\n".join((head, *rows)) + "\n"


KNIT = "Knit and Natter,group,People knit.,01632 960123,Northgate"
SHED = "Men's Shed,group,People mend things.,01632 960124,Northgate"


def again(site: House, table: str, *more: str) -> str:
    code, said = site.bring(table, *more, kind="csv", today="2026-12-01")
    assert code == 0, said
    return said


def test_the_same_table_once_more_changes_no_byte(site: House) -> None:
    site.bring(GROUPS, kind="csv")
    before = {path: path.read_bytes() for path in site.root.rglob("*.yml")}
    assert "Nothing is new; 2 records are as they were." in again(site, GROUPS)
    assert {path: path.read_bytes() for path in site.root.rglob("*.yml")} == before


def test_what_changes_in_a_table_is_brought_up_to_date_and_what_people_wrote_stands(site: House) -> None:
    site.bring(groups(KNIT, SHED), kind="csv")
    file = site.file("knit-and-natter", "resources")
    text = file.read_text(encoding="utf-8").replace("summary: People knit.", "summary: Knitting, tea.   # rang Jo")
    file.write_text(text + "# a note of ours\n", encoding="utf-8")
    later = groups(KNIT.replace("knit.", "knit and sew.").replace("960123", "960555"), SHED, "Choir,group,We sing.,,")
    said = again(site, later)
    assert "New, 1:\n  Choir\nBrought up to date, 1:\n" in said
    assert "  Knit and Natter: new contact from the table.\n" in said
    assert "  Knit and Natter: people changed the summary; theirs stands.\n" in said
    assert "As before: 1." in said
    now = file.read_text(encoding="utf-8")
    assert "summary: Knitting, tea.   # rang Jo" in now
    assert "contact: {phone: 01632 960555}" in now
    assert "taken_on: 2026-12-01" in now
    assert now.endswith("# a note of ours\n")
    assert "Nothing is new; 3 records are as they were." in again(site, later)


def test_what_a_table_no_longer_says_goes_unless_people_or_no_column_say_it(site: House) -> None:
    site.bring(groups(KNIT, SHED), kind="csv")
    again(site, groups(KNIT.replace("01632 960123", ""), SHED))
    assert "contact" not in text_of(site, "knit-and-natter").partition("source:")[0]
    fewer = groups("Knit and Natter,group,People knit.", head="Name,Kind,Summary")
    assert "No longer in the table: Men's Shed (mens-shed)." in again(site, fewer)
    assert "phone: 01632 960124" in text_of(site, "mens-shed")
    assert "Nothing is new" in again(site, fewer)


@pytest.mark.parametrize(
    ("edit", "then", "said", "stands"),
    [
        (("cost: {amount: 2}", "cost: free"), ("£2", "£3"), "people changed the cost: amount", "cost: free"),
        (("cost: {amount: 2}", "cost: {amount: 3}"), ("£2", "£3"), "", "cost: {amount: 3}"),
        (("step_free: yes", "step_free: {is: yes, note: by the side}"), (",Y,", ",N,"), "the access: step_free",
         "note: by the side"),
        (("name: Knit and Natter", "name: Knit & Natter"), ("£2", "£3"), "new cost", "name: Knit & Natter"),
    ],
)  # fmt: skip
def test_a_fact_that_people_wrote_otherwise_stands(
    edit: tuple[str, str], then: tuple[str, str], said: str, stands: str, site: House
) -> None:
    site.bring(GROUPS, kind="csv")
    file = site.file("knit-and-natter", "resources")
    file.write_text(file.read_text(encoding="utf-8").replace(*edit), encoding="utf-8")
    assert said in again(site, GROUPS.replace(*then))
    assert stands in text_of(site, "knit-and-natter")


def test_rows_of_one_name_are_told_apart_by_what_they_say(site: House) -> None:
    north, south = "Yoga,class,Slow.,01632 960123,North", "Yoga,class,Slow.,01632 960124,South"
    site.bring(groups(north, south, head="Name,Kind,Summary,Phone,Ward"), kind="csv")
    site.bring(groups(south.replace("Slow", "Slower"), north), kind="csv")
    assert "phone: 01632 960124" in text_of(site, "yoga-2")
    assert "summary: Slower." in text_of(site, "yoga-2")
    assert "summary: Slow." in text_of(site, "yoga")
    before = text_of(site, "yoga")
    code, said = site.bring(groups("Yoga,class,Fast.,01632 960777,", "Yoga,class,Fast.,01632 960778,"), kind="csv")
    assert (code, "“Yoga” stands in several rows, and none is as it was." in said) == (1, True), said
    assert text_of(site, "yoga") == before


def test_a_column_can_say_which_row_is_which(site: House) -> None:
    made = site.root / "map.yml"
    made.write_text('kind: resource\ncolumns: {Name: name, Kind: kind, No: "-"}\nkey: No\n', encoding="utf-8")
    head = "No,Name,Kind"
    site.bring(groups("7,Knitters,group", "8,Menders,group", head=head), "--map", str(made), kind="csv")
    again(site, groups("8,Menders,group", "7,Knit and Natter,group", head=head), "--map", str(made))
    assert "name: Knit and Natter\n" in text_of(site, "knitters")
    assert "summary: Knit and Natter\n" in text_of(site, "knitters")
    code, said = site.bring(groups("7,A,group", "7,B,group", head=head), "--map", str(made), kind="csv")
    assert (code, "row 3: “7” stands under “No” in row 2, too." in said) == (1, True), said
    made.write_text(made.read_text(encoding="utf-8").replace("key: No", "key: Nr"), encoding="utf-8")
    code, said = site.bring(groups("7,A,group", head=head), "--map", str(made), kind="csv")
    assert (code, "`key` names the column that tells the rows apart, and “Nr” cannot." in said) == (1, True), said


def test_another_table_is_another_one_and_a_name_makes_two_files_one(site: House) -> None:
    site.bring(groups(KNIT), "--table", "the town's list", kind="csv")
    assert "table: the town's list" in text_of(site, "knit-and-natter")
    assert "Nothing is new" in again(site, groups(KNIT), "--table", "the town's list")
    again(site, groups(KNIT))
    assert site.file("knit-and-natter-2", "resources").exists()


def december(*rows: str) -> str:
    return "\n".join(("Date;Time;What;Notes", *rows)) + "\n"


def test_a_month_that_comes_again_says_all_days_of_its_month(site: House) -> None:
    about = ("--category", "celebration", "--table", "the house")
    november = december("24 November 2026;2-4 pm;Carols;", "25 November 2026;10-11 am;Carols;")
    first = december("1 December 2026;2-4 pm;Carols;Bring a scarf", "8 December 2026;2-4 pm;Carols;")
    again(site, november, *about)
    said = again(site, first, *about)
    assert "Brought up to date, 1:\n  Carols: new schedule, new changes from the table.\n" in said
    assert "No longer in the table" not in again(site, december("5 January 2027;1 pm;Dinner;"), *about)
    carols = text_of(site, "carols", "activities")
    assert "on: [2026-11-24, 2026-12-01, 2026-12-08]" in carols
    assert "on: 2026-11-25" in carols
    moved = december("1 December 2026;2-4 pm;Carols;", "9 December 2026;3-4 pm;Carols;")
    again(site, moved, *about)
    carols = text_of(site, "carols", "activities")
    assert "on: [2026-11-24, 2026-12-01]" in carols
    assert 'on: 2026-12-09\n    start: "15:00"' in carols
    assert "Bring a scarf" not in carols
    assert "Nothing is new; 1 record is as they were." in again(site, moved, *about)
    said = again(site, december("2 December 2026;1 pm;Dinner;"), *about)
    assert "No longer in the table: Carols (carols)." in said
    assert text_of(site, "carols", "activities") == carols


def test_an_hour_that_changes_takes_the_place_of_the_old_one(site: House) -> None:
    site.bring(december("25 December 2026;12.30 pm;Dinner;At noon"), "--category", "meal", kind="csv")
    again(site, december("25 December 2026;1 pm;Dinner;"))
    dinner = text_of(site, "dinner", "activities")
    assert dinner.count("on: 2026-12-25") == 1
    assert 'start: "13:00"' in dinner
    assert "At noon" not in dinner
    again(site, december("25 December 2026;1 pm;Dinner;", "31 December 2026;1 pm;Dinner;"))
    assert "on: [2026-12-25, 2026-12-31]" in text_of(site, "dinner", "activities")


def test_an_hour_that_people_have_changed_is_not_taken_away(site: House) -> None:
    site.bring(december("25 December 2026;12.30 pm;Dinner;"), "--category", "meal", kind="csv")
    file = site.file("dinner")
    file.write_text(file.read_text(encoding="utf-8").replace('"12:30"', '"12:00"'), encoding="utf-8")
    said = again(site, december("25 December 2026;1 pm;Dinner;"))
    assert "people changed the days of “days”; theirs stands." in said
    assert 'start: "12:00"' in text_of(site, "dinner", "activities")


def test_a_file_that_is_there_is_never_written_over(site: House) -> None:
    broken = site.file("knit-and-natter", "resources")
    broken.write_text("name: [half an edit", encoding="utf-8")
    code, said = site.bring(GROUPS, kind="csv")
    assert (code, "There are records with errors: knit-and-natter. Mend them first" in said) == (1, True), said
    assert broken.read_text(encoding="utf-8") == "name: [half an edit"


def test_a_column_that_nobody_knows_is_a_fault_where_one_is_strict(site: House) -> None:
    code, said = site.bring(GROUPS, "--strict", kind="csv")
    assert (code, "Columns left out: Shoe size." in said) == (1, True)
    assert site.file("knit-and-natter", "resources").exists()
    made = site.root / "map.yml"
    made.write_text('kind: resource\ncolumns: {Name: name, Kind: kind, No: "-"}\n', encoding="utf-8")
    table = groups("7,Knitters,group", head="No,Name,Kind")
    assert site.bring(table, "--strict", "--map", str(made), kind="csv")[0] == 0


def test_what_looks_the_same_is_said(site: House) -> None:
    code, said = site.bring("Name,Kind,Summary\nThe Groups,group,People meet.\n", kind="csv")
    assert code == 0
    assert "row 2: this may be there already: The Group (players) has nearly the same name." in said


def test_a_dry_run_shows_field_by_field_what_stands_there_and_what_comes(site: House) -> None:
    site.bring(GROUPS, kind="csv")
    before = site.file("knit-and-natter", "resources").read_bytes()
    table = GROUPS.replace("knit.", "knit and talk.").replace("960123,Y", "960199,").replace(",free,", ",£3,")

    code, said = site.bring(table, "--dry-run", kind="csv")

    assert code == 0
    assert (
        "  Knit and Natter: new summary, new contact, new access from the table.\n"
        "    summary: People knit. → People knit and talk.\n"
        "    contact.phone: 01632 960123 → 01632 960199\n"
        "    access.step_free: yes → nothing\n"
        "  Men's Shed: new cost from the table.\n"
        "    cost.amount: 0 → 3\n"
    ) in said
    assert site.file("knit-and-natter", "resources").read_bytes() == before


def test_a_dry_run_writes_no_file(site: House) -> None:
    code, said = site.bring(GROUPS, "--dry-run", kind="csv")
    assert (code, "Nothing was written: --dry-run." in said) == (0, True)
    assert not site.file("knit-and-natter", "resources").exists()
    assert run("import", "csv", "a.csv", "b.csv", "--config-file", site.root / "mkdocs.yml", "--today", TODAY) == 1
