"""The codes that the workspace draws by itself have the same dots as those of the package that draws all others."""

import json
import subprocess

import pytest
import segno

from tests.capabilities import ROOT, node

SCRIPT = ROOT / "generator/assets/js/workspace/qr.mjs"
FULL = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)
"""Lengths that fill versions 1 to 10, so that both write the same bytes whatever they fill up with."""


@pytest.mark.needs("node")
def test_a_code_of_each_version_has_the_dots_of_the_standard() -> None:
    texts = [("https://example.org/" + "abcdefghijk" * 20)[:length] for length in FULL]
    program = node()
    assert program
    script = f'import {{ dots }} from "{SCRIPT}"; console.log(JSON.stringify({json.dumps(texts)}.map(dots)))'
    run = subprocess.run([program, "--input-type=module", "-e", script], capture_output=True, text=True, check=True)

    for text, found in zip(texts, json.loads(run.stdout), strict=True):
        by_mask = [
            segno.make(text, error="m", mode="byte", boost_error=False, micro=False, mask=mask) for mask in range(8)
        ]
        assert found in [[[bool(dot) for dot in row] for row in code.matrix] for code in by_mask], text
