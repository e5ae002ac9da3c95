"""The page for cancelling: how its texts reach those on duty, and that what it makes is what `apply` reads."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from generator.edition import Edition
from generator.pages.cancel import cancel_pages, cancel_url
from generator.pages.records import record_pages
from tests.capabilities import ROOT, node
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of
from tests.sites import TODAY, run
from tests.small import ACTIVITY, VENUE, written

ADDRESS = "https://example.org/records"
TEXTS = (ROOT / "generator/assets/js/cancel/texts.mjs").as_uri()
FORM = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/1-cancel.yml").read_text(encoding="utf-8"))
TWO = 'schedule:\n  - {every: Tuesday, start: "9:00", key: early}\n  - {every: Tuesday, start: "18:00", key: late}\n'


def page(made: Edition) -> LexborHTMLParser:
    (planned,) = cancel_pages(made)
    return LexborHTMLParser(str(planned.make().body))


def record(schedule: str) -> LexborHTMLParser:
    made = edition_of({"activities/yoga": f"name: Yoga\nsummary: Gentle.\ncategory: games\n{CHECKED}{schedule}"})
    (planned,) = record_pages(made)
    return LexborHTMLParser(str(planned.make().body))


@pytest.mark.parametrize(
    ("kind", "issue"),
    [
        ("github", f"{ADDRESS}/issues/new?template=1-cancel.yml&title={{title}}&slip={{body}}"),
        ("forgejo", f"{ADDRESS}/issues/new?title={{}}&body={{}}"),
        ("gitlab", f"{ADDRESS}/-/issues/new?issue%5Btitle%5D={{}}&issue%5Bdescription%5D={{}}"),
        (None, None),
    ],
)
def test_each_kind_of_repository_is_told_in_its_own_form(kind: str | None, issue: str | None) -> None:
    settings: dict[str, Any] = {"repository": {"address": f"{ADDRESS}/", "kind": kind} if kind else None}
    found = page(edition_of({}, settings=settings)).css_first("#cancel")

    assert found is not None
    assert found.attributes.get("data-issue") == issue
    assert (found.css_first('[data-to="issue"]') is not None) == (issue is not None)


def test_without_scripts_it_says_whom_to_ring_and_hides_the_rest() -> None:
    found = page(edition_of({}))

    assert found.css_first('a[href="tel:01632960100"]') is not None
    assert "hidden" in found.css_first("#cancel").attributes  # type: ignore[union-attr]  # it is there


def test_the_page_of_an_activity_with_dates_leads_there_and_names_the_item_of_each_date() -> None:
    one, two, none = record(TUESDAYS), record(TWO), record("schedule: [{on: [2026-02-03], start: '10:00'}]\n")
    leads = f'a[href="../../{cancel_url("yoga")}"]'

    assert one.css_first(leads) is not None
    assert none.css_first(leads) is None
    assert [line.attributes.get("data-key") for line in one.css(".fp-dates > li")[:2]] == [None, None]
    assert [line.attributes.get("data-key") for line in two.css(".fp-dates > li")[:4]] == ["early", "late"] * 2


def test_the_form_has_the_field_and_the_name_that_the_page_fills() -> None:
    assert [part["id"] for part in FORM["body"] if "id" in part] == ["slip"]
    assert (ROOT / ".github/ISSUE_TEMPLATE/1-cancel.yml").is_file()


@pytest.mark.needs("node")
def test_the_text_that_the_page_makes_is_written_by_apply(tmp_path: Path) -> None:
    program = node()
    assert program is not None
    off = {"id": "yoga", "name": "Yoga [early]", "day": "2026-12-08", "key": "late", "why": "it's [snow]: #1\n& more"}
    script = f"import {{ slip }} from {json.dumps(TEXTS)}; process.stdout.write(slip({json.dumps(off)}));"
    text = subprocess.run(
        [program, "--input-type=module", "--eval", script], capture_output=True, text=True, check=True
    ).stdout
    file = "data/activities/yoga.yml"
    site = written(tmp_path, {file: f"{ACTIVITY}venue: hall\n{TWO}", "data/venues/hall.yml": VENUE})
    slip = tmp_path / "slip.txt"
    slip.write_text(text, encoding="utf-8")

    code = run("apply", "--config-file", site / "mkdocs.yml", "--today", TODAY, "--only", "changes", "--yes", slip)

    after = yaml.load((site / file).read_text(encoding="utf-8"), yaml.SafeLoader)
    assert code == 0
    (change,) = after["changes"]
    assert change["key"] == "late"
    assert change["cancelled"] == "it's (snow): #1 & more"
