"""`import csv`: tables of groups, of activities and of a month; and that a table with faults writes nothing."""

import io
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
    assert text_of(site, "knit-and-natter").partition("\n")[2] == (
        "name: Knit and Natter\nkind: group\nsummary: People knit.\ncontact: {phone: 01632 960123}\n"
        "access:\n  step_free: yes\ncost: {amount: 2}\nreview_by: 2026-11-23\n"
        'checked: {on: 2026-11-22, by: "nobody yet, taken from a table"}'
    )
    assert "access" not in text_of(site, "mens-shed")
    assert "cost: {amount: 0}" in text_of(site, "mens-shed")


def test_a_month_becomes_an_activity_for_each_thing_or_one_file(site: House) -> None:
    code, said = site.bring(MONTH, "--category", "celebration", kind="csv")
    assert code == 0, said
    carols = text_of(site, "carols-in-the-lounge", "activities")
    assert 'on: [2026-12-01, 2026-12-08]\n    start: "14:00"\n    end: "16:00"' in carols
    assert "- {on: 2026-12-01, note: Bring a scarf}" in carols
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


def test_what_looks_the_same_is_said(site: House) -> None:
    code, said = site.bring("Name,Kind,Summary\nThe Groups,group,People meet.\n", kind="csv")
    assert code == 0
    assert "row 2: this may be there already: The Group (players) has nearly the same name." in said


def test_a_dry_run_writes_no_file(site: House) -> None:
    code, said = site.bring(GROUPS, "--dry-run", kind="csv")
    assert (code, "Nothing was written: --dry-run." in said) == (0, True)
    assert not site.file("knit-and-natter", "resources").exists()
    assert run("import", "csv", "a.csv", "b.csv", "--config-file", site.root / "mkdocs.yml", "--today", TODAY) == 1
