"""Runs a module of the form with node: a list of values in, the list of what comes out."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.capabilities import ROOT, node

MODULES = ROOT / "generator" / "assets" / "js" / "suggest"


def through(folder: Path, module: str, expression: str, values: Sequence[Any]) -> list[Any]:
    """Each value `one` through an expression that may use all that a module exports, as `m`."""
    program = node()
    assert program is not None
    (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
    script = f"""
        import * as m from {json.dumps((MODULES / module).as_uri())};
        import {{ readFileSync }} from "node:fs";
        const values = JSON.parse(readFileSync({json.dumps(str(folder / "values.json"))}, "utf8"));
        console.log(JSON.stringify(values.map((one) => {expression})));
    """
    ran = subprocess.run(
        [str(program), "--input-type=module", "-e", script], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    found: list[Any] = json.loads(ran.stdout)
    return found
