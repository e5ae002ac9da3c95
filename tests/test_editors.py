"""What editors and pre-commit are told is there: schemas, folders, the command of the hook."""

import json
from pathlib import Path

import yaml

from tests.capabilities import ROOT


def test_each_folder_is_mapped_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))

    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert any((ROOT / Path(files).parts[0] / Path(files).parts[1]).glob("*.yml"))


def test_the_hook_runs_a_command_that_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hook["entry"] == "fingerpost check"
    assert hook["pass_filenames"] is False
