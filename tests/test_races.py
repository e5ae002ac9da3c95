"""Tests in a browser wait for a state that the page tells; none looks at a page that may not have drawn yet.

A browser answers a look at once, drawn or not. `expect(…)` looks again until it is so; the methods in LOOKS do not, so
between what somebody does on a page and such a look a test waits: with `settled(page)`, with `expect(…)`, or with a
helper of its own that does.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.capabilities import TESTS

FILES = sorted((TESTS / "browser").glob("*.py"))
ACTS = {
    *("goto", "reload", "go_back", "go_forward", "click", "check", "uncheck", "fill", "press", "press_sequentially"),
    *("type", "insert_text", "select_option", "set_input_files", "set_viewport_size"),
}
LOOKS = {
    *("count", "inner_text", "all_inner_texts", "text_content", "input_value", "get_attribute", "bounding_box", "pdf"),
    *("is_visible", "is_hidden", "is_checked", "is_enabled", "evaluate_all", "eval_on_selector_all", "screenshot"),
}
WAITS = {"expect", "settled", "wait_for", "wait_for_url", "wait_for_function", "save_as"}


def test_what_a_page_holds_is_not_read_before_it_is_settled() -> None:
    found = {f"{path.name}:{line}" for path in FILES for line in looks_too_soon(ast.parse(path.read_text("utf-8")))}

    assert sorted(found) == [], "after an action comes settled(page) or expect(…), and then a look"


def test_no_test_waits_for_a_time() -> None:
    assert [path.name for path in FILES if "wait_for_timeout" in path.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("page.goto(url)\nassert page.locator('li').count() == 3", [3]),
        ("page.goto(url)\nsettled(page)\nassert page.locator('li').count() == 3", []),
        (
            "page.locator('li').click()\nexpect(page.locator('b')).to_be_visible()\npage.locator('b').inner_text()",
            [],
        ),
        ("for words in many:\n  page.locator(words).click()\n  assert page.locator('b').inner_text() == words", [4]),
        ("expect(rows).to_have_count(other.count())", [2]),
        ("page.goto(url)\nready(page)\nassert page.locator('li').count() == 3", []),
    ],
)
def test_the_rule_tells_a_look_that_may_come_too_soon(body: str, lines: list[int]) -> None:
    source = "def test(page):\n" + "\n".join(f"  {line}" for line in body.splitlines())
    source += "\ndef ready(page):\n  expect(page.locator('#find')).to_be_visible()\n"

    assert list(looks_too_soon(ast.parse(source))) == lines


def looks_too_soon(tree: ast.Module) -> Iterator[int]:
    """The lines that look at a page right after something was done on it, and those that compare two looks."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    waiting = WAITS | {one.name for one in functions if _called(one) & WAITS}
    for function in functions:
        acted = False
        for call in sorted(_calls(function), key=lambda one: (one.end_lineno or 0, one.end_col_offset or 0)):
            name = _name(call)
            if name in waiting:
                acted = False
            elif name in ACTS:
                acted = True
            elif name in LOOKS and acted:
                yield call.lineno
            if name.startswith(("to_", "not_to_")) and {_name(one) for arg in call.args for one in _calls(arg)} & LOOKS:
                yield call.lineno


def _calls(node: ast.AST) -> list[ast.Call]:
    return [one for one in ast.walk(node) if isinstance(one, ast.Call)]


def _called(node: ast.AST) -> set[str]:
    return {_name(call) for call in _calls(node)}


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
