"""Which unknown facts keep example clients waiting: what is counted, in which order, and what is no unknown."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.matching.geography import Nowhere
from generator.matching.site import MatchSite
from generator.matching.unknowns import Unknowns, example_clients, unknowns
from generator.records.cases import read_cases
from tests.capabilities import ROOT
from tests.pages.record_editions import TODAY, edition_of

CLIENTS = """\
cases:
  - {id: A, vignette: Somebody with a wheelchair., profile: {interests: games, mobility: wheelchair}}
  - {id: B, vignette: Somebody with a frame., profile: {interests: games, mobility: walking_aid, max_cost: 2}}
  - {id: C, vignette: Somebody who likes music., profile: {interests: music}}
"""
KNOWN = "kind: group\nsummary: S.\nchecked: {on: 2026-10-01, by: editor}\ntopics: games\nvenue: hall\n"
HALL = "name: Hall\narea: north\naccess: {step_free: yes, accessible_toilet: yes, seating: yes}\n"


def found(records: Mapping[str, str], clients: str = CLIENTS) -> Unknowns:
    site = MatchSite(edition_of(records))
    file, problems = read_cases(clients.encode(), "clients.yml", site.edition.vocabulary)
    assert file is not None, problems
    waiting = unknowns(site, file.cases, TODAY)
    assert not isinstance(waiting, Nowhere)
    return waiting


def test_who_waits_for_a_fact_is_counted_by_client_and_by_record() -> None:
    records = {
        "resources/one": f"name: One\n{KNOWN}cost: {{amount: 0}}\n",
        "resources/two": f"name: Two\n{KNOWN}cost: {{amount: 0}}\n",
        "venues/hall": HALL.replace("step_free: yes, ", ""),
    }
    waiting = found(records)

    assert (waiting.clients, waiting.waiting) == (3, 2)
    assert [(one.code, one.clients, one.records) for one in waiting.facts] == [("c.access.step_free", 2, 2)]
    assert [(one.id, one.clients, one.alone) for one in waiting.asks] == [("one", 2, 2), ("two", 2, 2)]


def test_what_is_asked_first_puts_most_clients_on_their_list_at_once() -> None:
    records = {
        "resources/much": f"name: Much\n{KNOWN}".replace("venue: hall", "venue: mill"),
        "resources/price": f"name: Price\n{KNOWN}",
        "venues/hall": HALL,
        "venues/mill": HALL.replace("step_free: yes, accessible_toilet: yes, ", ""),
    }
    asks = found(records).asks

    assert [(one.id, one.label, one.clients, one.alone) for one in asks] == [
        ("price", "What does it cost?", 1, 1),
        ("much", "Step-free way in", 2, 0),
        ("much", "Toilet for wheelchair users", 1, 0),
        ("much", "What does it cost?", 1, 0),
    ]


@pytest.mark.parametrize(
    ("record", "hall"),
    [
        (KNOWN + "cost: {amount: 0}\n", HALL),
        (KNOWN + "cost: {amount: 0}\n", HALL.replace("step_free: yes", "step_free: no")),
        (KNOWN + "cost: {amount: 9}\naudience: {min_age: 50}\n", HALL),
        (KNOWN + "cost: {amount: 0}\nplaces: {is: waiting_list, on: 2026-11-01}\n", HALL),
    ],
    ids=["all is known", "no is known", "an age that was not said", "a waiting list"],
)
def test_what_is_known_keeps_nobody_waiting(record: str, hall: str) -> None:
    assert found({"resources/one": f"name: One\n{record}", "venues/hall": hall}).facts == ()


def test_our_example_clients_ask_for_many_things() -> None:
    clients = example_clients(MatchSite(edition_of({}))).cases

    assert len({one.id for one in clients}) == len(clients) >= 16
    assert all("home" not in one.profile.model_fields_set for one in clients)


SITE = ("--config-file", str(ROOT / "mkdocs.yml"), "--today", "2026-12-01")


def test_the_report_says_whom_unknown_facts_keep_waiting(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *SITE]) == 0

    said = capsys.readouterr().out
    assert "Facts that nobody knows, and who waits for them" in said
    assert "Ask these first" in said


def test_own_clients_are_taken_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ours.yml").write_text(CLIENTS, encoding="utf-8")

    assert main(["report", *SITE, "--format", "json", "--clients", str(tmp_path / "ours.yml")]) == 0

    values = json.loads(capsys.readouterr().out)
    assert values["waiting"]["clients"] == 3
    assert {"code", "label", "clients", "records"} == values["waiting"]["facts"][0].keys()
    assert {"fresh", "unknown"} <= values.keys()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CLIENTS.replace("games", "gamez"), "Did you mean “games”?"),
        (CLIENTS.replace("interests: music", "home: Atlantis"), "“Atlantis” is not on the map"),
        (f"records: [{{id: a, title: A, kind: group}}]\n{CLIENTS}", "brings records of its own"),
    ],
)
def test_clients_that_cannot_be_used_are_wrong_use(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.yml").write_text(text, encoding="utf-8")

    assert main(["report", *SITE, "--clients", str(tmp_path / "ours.yml")]) == 2

    assert said in capsys.readouterr().err
