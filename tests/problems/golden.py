"""Case files with their expected problems; FINGERPOST_UPDATE_GOLDEN=1 writes what is found now.

What it wrote is read like code before it is kept.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

UPDATE = os.environ.get("FINGERPOST_UPDATE_GOLDEN") == "1"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they are read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def update(path: Path, found: Mapping[str, str]) -> None:
    """Writes the expected problems of cases, by name, anew; the note at the top of the file stays."""
    text = path.read_text(encoding="utf-8")
    note = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    raw: list[dict[str, Any]] = yaml.safe_load(text)
    for case in raw:
        case["problems"] = found.get(case["case"], case.get("problems", ""))
    blocks = (
        yaml.dump([case], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000, indent=2) for case in raw
    )
    path.write_text(note + "\n" + "\n".join(blocks), encoding="utf-8")
