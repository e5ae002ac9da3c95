"""How the modules of generator/ hang together: who imports what, and who asks the clock."""

import ast
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.capabilities import ROOT

GENERATOR = ROOT / "generator"
LONGEST_MODULE = 350  # lines

# A module imports only what stands before it. What stands in one line knows nothing of its neighbours.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("jsontext", "sealed"),
    ("pieces",),
    ("problems", "words", "richtext", "shell", "icons", "workers", "stages", "code"),
    ("output", "publish", "schedule"),
    ("assets",),
    ("records",),
    ("inherit", "prices", "stamp"),
    ("catalogue",),
    ("sessions",),
    ("edition",),
    ("checks",),
    ("edit",),
    ("imports",),
    ("feeds",),
    ("loading",),
    ("updates",),
    ("matching",),
    ("pages",),
    ("columns", "opendata"),
    ("coverage", "changes"),
    ("search",),
    ("keys",),
    ("pipeline",),
    ("frames",),
    ("writing",),
    ("plugin",),
    ("building",),
    ("preview",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
CLOCK_READERS = frozenset({"cli", "plugin"})
CLOCKS = frozenset({"today", "now", "utcnow", "localtime", "gmtime"})

MODULES = {
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(GENERATOR.rglob("*.py"))
    if path != GENERATOR / "__init__.py"
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imports(tree: ast.Module) -> Iterator[str]:
    """The full names of all that a module imports; nothing is imported relatively (ruff sees to that)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


IMPORTS = {name: tuple(imports(tree)) for name, tree in TREES.items()}


def clock_readings(tree: ast.Module) -> Iterator[int]:
    """The lines on which a module asks what day or time it is; stop-watches such as perf_counter are none."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
                yield node.lineno
            case ast.Attribute(value=ast.Name(id="date" | "datetime"), attr="today" | "now" | "utcnow"):
                yield node.lineno  # also when it is handed on uncalled
            case ast.Attribute(value=ast.Name(id="time"), attr="time" | "time_ns"):
                yield node.lineno
            case ast.ImportFrom(module="time", names=names):
                yield from (node.lineno for alias in names if alias.name in CLOCKS | {"time", "time_ns"})


def only_importers() -> Mapping[str, str]:
    """By library, the one module or package that may import it: the table of docs/architecture.md."""
    owners = {}
    for line in (ROOT / "docs/architecture.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| `") or not cells[-1]:
            continue
        owner = re.findall(r"`(\w+)/?`", cells[0])[0]
        for entry in cells[-1].split(","):
            found = re.fullmatch(r"\s*(\w+)[^(]*(?:\((\w+)\))?\s*", entry)
            assert found, f"not understood in docs/architecture.md: {entry}"
            library, module = found.groups()
            owners[library] = f"{owner}.{module}" if module else owner
    return owners


def belongs(module: str, owner: str) -> bool:
    return module == owner or module.startswith(f"{owner}.")


@pytest.mark.parametrize(("library", "owner"), sorted(only_importers().items()))
def test_a_library_is_imported_in_one_place(library: str, owner: str) -> None:
    strangers = {
        module
        for module, names in IMPORTS.items()
        if not belongs(module, owner) and any(name.split(".")[0] == library for name in names)
    }

    assert not strangers, f"{library} is for {owner} alone (docs/architecture.md)"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_before_it(module: str) -> None:
    place = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    own = module.partition(".")[0]
    assert own in place, f"give {own} a place in LAYERS"

    others = {name.split(".")[1] for name in IMPORTS[module] if name.startswith("generator.")} - {own}
    backwards = {other for other in others if place.get(other, len(LAYERS)) >= place[own]}

    assert not backwards, f"{module} stands before {', '.join(sorted(backwards))}"


@pytest.mark.parametrize("module", sorted(MODULES.keys() - CLOCK_READERS))
def test_only_the_edge_of_the_program_asks_the_clock(module: str) -> None:
    assert not list(clock_readings(TREES[module])), "pass the day in as an argument"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import datetime\ndatetime.date.today()", [2]),
        ("from datetime import datetime as d\nd.now(tz)", [2]),
        ("import time\ntime.time()", [2]),
        ("from time import time", [1]),
        ("from datetime import date\nfield(default_factory=date.today)", [2]),
        ("context.today", []),
        ("import time\ntime.perf_counter()\nsession.start.time()", []),
    ],
)
def test_a_question_to_the_clock_is_seen(source: str, lines: list[int]) -> None:
    assert sorted(set(clock_readings(ast.parse(source)))) == lines


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for_and_stays_small(module: str) -> None:
    assert ast.get_docstring(TREES[module])
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
