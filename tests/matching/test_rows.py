"""Records as coordinators write them become match records: unknown is never yes, and sessions are the real ones."""

import json
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.columns.files import written
from generator.columns.match import payload
from generator.edition import edition
from generator.loading import load
from generator.matching.row import FIELDS, as_json, known_of, sort_key
from generator.matching.site import MatchSite
from generator.stages import Stages
from tests.capabilities import ROOT, node

TODAY = date(2026, 12, 1)  # a Tuesday
SCRIPTS = ROOT / "generator/assets/js"


@pytest.fixture(scope="module")
def site() -> MatchSite:
    loaded = load(ROOT / "mkdocs.yml", TODAY, Stages(), warnings_in_place=False)
    assert loaded.catalogue is not None
    return MatchSite(edition(loaded.catalogue, TODAY))


@pytest.fixture(scope="module")
def rows(site: MatchSite) -> Mapping[str, Any]:
    return {row.id: row for row in site.rows}


def test_what_a_record_does_not_say_is_in_no_row(site: MatchSite, rows: Mapping[str, Any]) -> None:
    for entry in site.edition.catalogue.entries.values():
        row = rows.get(entry.id)
        if row is None:
            continue
        said = {feature: known.value.answer for feature, known in entry.facts.access.items()}
        assert row.access == {feature: answer for feature, answer in said.items() if answer != "ask"}
        assert (row.cost is None) == (
            entry.record.cost is None
            or (
                entry.record.cost.amount is None
                and not (entry.record.cost.donation and entry.record.cost.donation.nothing_is_fine)
            )
        )
        assert row.buddy is (entry.record.buddy is True)
        assert row.transport in {None, "yes", "no"}


def test_nobody_is_sent_to_what_is_hidden_or_a_mere_organisation(site: MatchSite, rows: Mapping[str, Any]) -> None:
    for entry in site.edition.catalogue.entries.values():
        if not entry.listed(TODAY) or entry.record.kind == "organisation":
            assert entry.id not in rows


def test_the_sessions_of_the_coming_eight_weeks_are_in_the_slots(site: MatchSite, rows: Mapping[str, Any]) -> None:
    seen = 0
    for entry in site.edition.catalogue.activities:
        row = rows.get(entry.id)
        if row is None:
            continue
        coming = (one for one in site.edition.sessions[entry.id] if one.status != "cancelled")
        held = {one.on for one in coming if 0 <= (one.on - TODAY).days < 56}
        if entry.zone is site.edition.catalogue.zone:
            assert {day.weekday() for day in held} == {slot[0] for slot in row.when}
            seen += bool(held)
    assert seen > 50


def test_what_rests_says_when_it_is_back(rows: Mapping[str, Any]) -> None:
    resting = [row for row in rows.values() if row.status == "paused"]

    assert resting
    assert all(row.back_on is None or row.back_on > TODAY.isoformat() for row in resting)


def test_contacts_for_help_answer_the_safety_boxes(rows: Mapping[str, Any]) -> None:
    answered = {cause for row in rows.values() if row.id.startswith("help:") for cause in row.addresses}

    assert answered == {"immediate_danger", "suicidal", "abuse", "self_neglect"}


def test_facts_known_are_counted_of_ten() -> None:
    assert known_of({}) == 0
    assert known_of({"step_free": "yes", "toilet": "no", "changing_place": "yes"}) == 2


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Élan vital", "elan vital"),
        ("The “Old” Mill", "the old mill"),
        ("ßharp & Co.", "ssharp co"),
        (" A  b ", "a b"),
    ],
)
def test_titles_are_put_in_order_by_plain_letters(title: str, key: str) -> None:
    assert sort_key(title) == key


def test_the_file_of_the_browser_has_the_same_bytes_each_time(site: MatchSite) -> None:
    assert written(payload(site)) == written(payload(MatchSite(site.edition)))


@pytest.mark.needs("node")
def test_the_browser_reads_back_what_was_written(site: MatchSite, tmp_path: Path) -> None:
    file = tmp_path / "match-records.json"
    file.write_text(written(payload(site)), encoding="utf-8")
    script = (
        f'import {{ readFileSync }} from "node:fs"; import {{ catalogueOf }} from "{SCRIPTS}/match-records.mjs";'
        f' console.log(JSON.stringify(catalogueOf(JSON.parse(readFileSync("{file}", "utf8"))).rows));'
    )
    program = node()
    assert program
    run = subprocess.run(
        [program, "--input-type=module", "-e", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    wanted = [{**as_json(row), "sort": at} for at, row in enumerate(site.rows)]
    found = [{name: row[name] for name in FIELDS} for row in json.loads(run.stdout)]
    assert found == wanted
