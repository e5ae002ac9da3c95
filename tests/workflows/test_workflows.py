"""The workflows as files: few rights, no word of strangers in a shell, limits, actions by commit, argued findings."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.capabilities import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = {path.name: path for path in sorted((GITHUB / "workflows").glob("*.yml"))}
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WRITES = {
    ("comment.yml", "comment"): {"pull-requests"},
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("quick.yml", "write"): {"contents", "issues", "pull-requests", "actions"},
    ("due.yml", "due"): {"issues"},
}
MOST_LINES = 2


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    return found


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name in WORKFLOWS:
        yield from ((name, job, content) for job, content in workflow(name)["jobs"].items())


def steps() -> Iterator[dict[str, Any]]:
    for _name, _job, content in jobs():
        yield from content["steps"]


def test_zizmor_finds_nothing_that_is_not_argued() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor, "pip install --group lint brings it"

    ended = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona", "pedantic", "--no-config", str(GITHUB)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stdout + ended.stderr
    texts = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS.values())
    ignored = re.findall(r"zizmor: ignore\[[\w,-]+\](.*)", texts)
    assert all(len(reason.split()) > 5 for reason in ignored)


def test_a_job_has_only_the_rights_that_it_needs_and_a_limit() -> None:
    for name in WORKFLOWS:
        assert workflow(name)["permissions"] == {}
        assert workflow(name)["concurrency"]["group"]
    found = {(name, job): content for name, job, content in jobs()}
    writes = {
        at: rights
        for at, content in found.items()
        if (rights := {right for right, how in content["permissions"].items() if how == "write"})
    }

    assert writes == WRITES
    assert all(0 < content["timeout-minutes"] <= 20 for content in found.values())


def test_what_runs_for_a_pull_request_has_no_secret_and_writes_nothing() -> None:
    asked = {name for name in WORKFLOWS if "pull_request" in workflow(name)[True]}  # “on” is a yes to YAML

    assert asked == {"check.yml"}
    assert not any("pull_request_target" in workflow(name)[True] for name in WORKFLOWS)
    assert workflow("check.yml")["jobs"]["check"]["permissions"] == {"contents": "read"}
    text = WORKFLOWS["check.yml"].read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "github.token" not in text


def test_no_word_of_a_stranger_and_no_long_program_stands_in_a_step() -> None:
    for step in steps():
        assert "${{" not in step.get("run", "")
        assert len(step.get("run", "").splitlines()) <= MOST_LINES
        for value in step.get("env", {}).values():
            assert not re.search(r"issue\.(title|body)|head_ref|\.user\.login|head_branch", value)


def test_no_clone_keeps_a_right_and_the_site_is_built_from_the_whole_history() -> None:
    clones = [step["with"] for step in steps() if step.get("uses", "").startswith("actions/checkout@")]

    assert len(clones) == len(WORKFLOWS)
    assert all(one["persist-credentials"] is False for one in clones)
    for name, job in (("check.yml", "check"), ("publish.yml", "build")):
        assert workflow(name)["jobs"][job]["steps"][0]["with"]["fetch-depth"] == 0


def test_actions_are_named_by_their_commit_with_the_version_beside_it_as_the_document_says() -> None:
    named = {
        found
        for path in WORKFLOWS.values()
        for found in re.findall(r"uses: ([\w/-]+)@([0-9a-f]{40}) # (v[\d.]+)\n", path.read_text(encoding="utf-8"))
    }
    document = (ROOT / "docs/github.md").read_text(encoding="utf-8")
    table = set(re.findall(r"^\| `([\w/-]+)` \| (v[\d.]+) \| `([0-9a-f]{40})` \|", document, re.MULTILINE))

    assert {action.partition("@")[0] for step in steps() if (action := step.get("uses"))} == {one[0] for one in named}
    assert table == {(action, version, commit) for action, commit, version in named}


@pytest.mark.parametrize("script", sorted((GITHUB / "scripts").glob("*.sh")), ids=lambda path: path.name)
def test_a_script_is_strict_can_be_run_and_is_used(script: Path) -> None:
    text = script.read_text(encoding="utf-8")

    assert text.startswith("#!/usr/bin/env bash\n# ")
    assert "\nset -euo pipefail\n" in text
    assert "eval" not in text
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert any(step.get("run") == f".github/scripts/{script.name}" for step in steps())


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_a_form_is_whole_and_asks_each_thing_under_a_name_of_its_own(form: Path) -> None:
    found = yaml.safe_load(form.read_text(encoding="utf-8"))
    fields = [part for part in found["body"] if part["type"] != "markdown"]
    names = [part["id"] for part in fields]

    assert set(found) <= {"name", "description", "title", "labels", "body"}
    assert found["name"]
    assert found["description"]
    assert len(set(names)) == len(names)
    assert all(part["attributes"]["label"] for part in fields)
    assert any(part.get("validations", {}).get("required") for part in fields)


def test_only_the_form_for_cancelling_asks_for_the_quick_way() -> None:
    labels = {form.name: yaml.safe_load(form.read_text(encoding="utf-8")).get("labels") for form in FORMS}

    assert {name for name, found in labels.items() if found} == {"1-cancel.yml"}
