"""Our JavaScript modules: their own tests (tests/js, in JavaScript), and what they offer and take of each other."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.capabilities import ROOT, TESTS, node

MODULES = ROOT / "generator" / "assets" / "js"
EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|const|class) (\w+)", re.MULTILINE)
IMPORTED = re.compile(r'^import \{([^}]+)\} from "(\.[^"]+)"', re.MULTILINE)


@pytest.mark.needs("node")
def test_the_modules_of_the_browser_do_what_they_should() -> None:
    program = node()
    assert program is not None

    files = sorted(str(path) for path in (TESTS / "js").glob("*.test.mjs"))
    run = subprocess.run([program, "--test", *files], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr


def test_a_module_offers_nothing_that_nobody_takes() -> None:
    texts = {path: path.read_text("utf-8") for path in _users()}
    for module in sorted(MODULES.rglob("*.mjs")):
        users = [text for path, text in texts.items() if path != module and module.name in text]
        unused = [name for name in EXPORTED.findall(texts[module]) if not any(_has(text, name) for text in users)]

        assert unused == [], f"{module.relative_to(MODULES)} exports what is used nowhere else"


def test_a_module_takes_what_there_is_and_nothing_that_it_does_not_use() -> None:
    for module in sorted([*MODULES.rglob("*.mjs"), *(TESTS / "js").glob("*.mjs")]):
        text = module.read_text("utf-8")
        own = IMPORTED.sub("", text)
        for names, where in IMPORTED.findall(text):
            there = EXPORTED.findall((module.parent / where).read_text("utf-8"))
            for name, _, renamed in (one.strip().partition(" as ") for one in names.split(",") if one.strip()):
                assert name in there, f"{module.name} takes {name}, which {where} does not export"
                assert _has(own, renamed or name), f"{module.name} takes {name} and does not use it"


def _users() -> list[Path]:
    """Whatever may name a module and what it exports: other modules, tests in both languages, measurements."""
    return [
        *MODULES.rglob("*.mjs"),
        *TESTS.glob("js/*.mjs"),
        *TESTS.glob("tools/*.mjs"),
        *TESTS.rglob("*.py"),
        *(ROOT / "bench").glob("*.py"),
    ]


def _has(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w$]){re.escape(name)}(?![\w$])", text) is not None
