"""What the documents say is so: commands, options and settings are there, examples are read, links lead somewhere."""

import argparse
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from generator import cli
from generator.loading import load
from generator.problems import Problem, as_text
from generator.records.site import Settings
from generator.stages import Stages
from tests.capabilities import ROOT

DAY = date(2026, 11, 22)  # the examples are checked as if it were this day
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
}
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(r"# ((?:data/[\w/-]+|mkdocs)\.yml)(, broken)?\n")
ELSEWHERE = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a document."""

    document: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A file of a site shown in a document; `says` is what the check is said to say about it."""

    document: str
    file: str
    text: str
    says: str


def blocks(document: str) -> tuple[Block, ...]:
    return tuple(Block(document, language, text) for language, text in FENCED.findall(DOCUMENTS[document]))


def examples(document: str) -> Iterator[Example]:
    """The marked examples; a broken one stands before the block with what is said about it."""
    found = (*blocks(document), Block(document, "", ""))
    for block, following in pairwise(found):
        marked = FILE.match(block.text)
        if block.language == "yaml" and marked:
            text = block.text.removeprefix(marked[0])
            yield Example(document, marked[1], text, following.text if marked[2] else "")


EXAMPLES = {document: tuple(examples(document)) for document in DOCUMENTS}
WHOLE_SITES = [name for name, found in EXAMPLES.items() if any(one.file == "mkdocs.yml" for one in found)]
SINGLE = [one for name, found in EXAMPLES.items() if name not in WHOLE_SITES for one in found]


def problems_of(site: Path) -> tuple[Problem, ...]:
    return load(site / "mkdocs.yml", DAY, Stages()).problems


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo's records, to lay an example over."""
    site = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "data", site / "data")
    shutil.copy(ROOT / "mkdocs.yml", site)
    return site


@pytest.mark.parametrize("one", SINGLE, ids=lambda one: f"{one.document}:{one.file}")
def test_the_check_says_of_an_example_what_the_document_says(one: Example, demo: Path) -> None:
    file = demo / one.file
    kept = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(one.text, encoding="utf-8")

    said = as_text(problem for problem in problems_of(demo) if problem.file == one.file)

    file.write_bytes(kept) if kept is not None else file.unlink()
    assert said == one.says


@pytest.mark.parametrize("document", WHOLE_SITES)
def test_the_examples_of_a_document_are_a_site_without_problems(document: str, tmp_path: Path) -> None:
    for one in EXAMPLES[document]:
        file = tmp_path / one.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, encoding="utf-8")

    assert as_text(problems_of(tmp_path)) == ""


def test_there_are_examples_of_records_and_of_a_whole_site() -> None:
    assert WHOLE_SITES
    assert any(one.says for one in SINGLE)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_example_in_yaml_is_yaml(document: str) -> None:
    for block in blocks(document):
        if block.language == "yaml":
            assert yaml.safe_load(block.text) is not None


def without_code(text: str) -> str:
    return SPAN.sub("", FENCED.sub("", text))


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as websites for repositories make them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files_and_headings_that_are_there(document: str) -> None:
    broken = []
    for target in LINK.findall(without_code(DOCUMENTS[document])):
        if target.startswith(ELSEWHERE):
            continue
        name, _, anchor = target.partition("#")
        path = (ROOT / document).parent / name if name else ROOT / document
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(target)

    assert broken == []


def commands() -> Mapping[str, argparse.ArgumentParser]:
    """The parser of each command."""
    actions = cli._parser()._actions
    return next(dict(action.choices) for action in actions if isinstance(action, argparse._SubParsersAction))


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of tables that begin with something in code."""
    lines = (line for line in text.splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_command_and_option_is_documented_and_no_other() -> None:
    documented: dict[str, set[str]] = {name: set() for name in commands()}
    table = rows(DOCUMENTS["docs/commands.md"])
    for first, second, *_ in (row for row in table if row[0].startswith("`-")):
        names = re.findall(r"`(--?[\w-]+)", first)
        for command in commands() if second == "all" else re.findall(r"`(\w+)`", second):
            documented[command].update(names)

    assert documented == {name: options(parser) for name, parser in commands().items()}
    assert {row[0] for row in table if "fingerpost" in row[0]} == {f"`fingerpost {name}`" for name in commands()}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_command_that_is_named_exists(document: str) -> None:
    named = set(re.findall(r"(?:`|^\$ |/bin/)fingerpost ([a-z]+)", DOCUMENTS[document], re.MULTILINE))

    assert named <= commands().keys()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_module_that_is_to_be_run_exists(document: str) -> None:
    named = re.findall(r"python -m ((?:generator|tests|bench)[\w.]*)", DOCUMENTS[document])

    assert [name for name in named if find_spec(name) is None] == []


def make_targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))


def make_commands(document: str) -> set[str]:
    """What is named after `make` in spans of code and in blocks of commands."""
    spans = [span.strip("`") for span in SPAN.findall(FENCED.sub("", DOCUMENTS[document]))]
    lines = [line.strip(" $-") for block in blocks(document) for line in block.text.splitlines()]
    found = (re.match(r"(?:run: )?make ([a-z]+)", text) for text in (*spans, *lines))
    return {match[1] for match in found if match}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_make_target_that_is_named_exists(document: str) -> None:
    assert make_commands(document) <= make_targets()


def test_every_make_target_is_documented() -> None:
    assert make_targets() <= make_commands("docs/commands.md")


def test_the_readme_gives_the_two_commands_on_its_first_screen() -> None:
    first_screen = "\n".join(DOCUMENTS["README.md"].splitlines()[:40])

    assert "make site" in first_screen
    assert "make test" in first_screen
    assert "![" in first_screen


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as the model has it, or as the document says it."""

    name: str
    default: str
    words: frozenset[str] = frozenset()
    """The words that it may be."""


def settings_of(model: type[BaseModel], under: str = "") -> Iterator[Setting]:
    for name, field in model.model_fields.items():
        inner = next((part for part in (field.annotation, *get_args(field.annotation)) if _is_part(part)), None)
        if inner:
            yield from settings_of(inner, f"{under}{name}.")
            continue
        default = "needed" if field.is_required() else "none" if field.default is None else f"`{field.default}`"
        words = frozenset(word for word in get_args(field.annotation) if isinstance(word, str))
        yield Setting(under + name, default, words)


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def settings_table() -> dict[str, list[str]]:
    """The rows of the table of settings by name."""
    text = DOCUMENTS["docs/settings.md"].partition("### Every setting")[2].partition("\n## ")[0]
    return {row[0].strip("`"): row for row in rows(text)}


def test_every_setting_is_documented_with_its_default_and_its_words() -> None:
    table = settings_table()
    model = {setting.name: setting for setting in settings_of(Settings)}

    assert table.keys() == model.keys()
    assert {name: row[2] for name, row in table.items()} == {name: one.default for name, one in model.items()}
    for name, setting in model.items():
        assert all(f"`{word}`" in table[name][1] for word in setting.words), name


def test_the_examples_of_settings_are_valid() -> None:
    values: dict[str, Any] = {}
    for name, row in settings_table().items():
        *above, last = name.split(".")
        inner = values
        for part in above:
            inner = inner.setdefault(part, {})
        inner[last] = row[3].strip("`")

    assert Settings.model_validate(values).place == "Little Wending"


def test_the_architecture_names_every_package_and_module() -> None:
    named = set(re.findall(r"`(\w+)/?`", DOCUMENTS["docs/architecture.md"]))
    there = {path.stem for path in (ROOT / "generator").glob("*.py")} - {"__init__", "__main__"}
    there |= {path.parent.name for path in (ROOT / "generator").glob("*/__init__.py")}

    assert there <= named


DECISIONS = [name for name in DOCUMENTS if name.startswith("docs/decisions/")]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(Path(name).name[:3]) for name in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_says_what_was_chosen_what_was_not_and_what_would_change_our_mind(name: str) -> None:
    headings = re.findall(r"^## (.+)$", DOCUMENTS[name], re.MULTILINE)

    assert headings == ["Context", "Choice", "Rejected", "What would change our mind"]
