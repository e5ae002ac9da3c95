"""Whatever stands in a file: nothing is raised, and each problem has a place inside the file."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problems import Problem, as_github, as_json, as_text
from generator.records.settings_file import SiteFile, site_of
from generator.records.yamltext import read
from tests.capabilities import ROOT
from tests.problems.running import SITE, problems_of, write_site

NAMES = [name for name in SITE if name.startswith("data/")]
SIGNS = st.sampled_from(list("abc:-#&*!|>%@`'\"[]{},? \n\t~.0123456789\r\ufeff\x00\u2028“é"))
LUMPS = st.sampled_from(
    (
        *(
            "name: ",
            "- ",
            "\n  ",
            "\n\t",
            ": ",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            "|\n",
            ">\n",
            "&a ",
            "*a",
            "!b ",
            "---\n",
        ),
        *("...\n", "no", "~", "2026-12-01", "10:30", "schedule:\n", "every: Tuesday\n", "<<: ", "? ", "%YAML 1.1\n"),
        *("\x85", "\u2029"),
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(LUMPS, max_size=25).map("".join), st.text(SIGNS, max_size=120))
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def inside(problem: Problem, content: bytes) -> bool:
    """Whether the place of a problem is in its file, or just behind the end of a line."""
    lines = re.split("\r\n|\r|\n", content.decode("utf-8-sig", "replace"))
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@settings(max_examples=400)
@given(TEXTS.map(str.encode) | st.binary(max_size=200))
def test_any_text_gives_values_or_faults_inside_it(content: bytes) -> None:
    values, faults = read(content)

    assert values or faults
    for fault in faults:
        assert inside(fault.of("x.yml"), content)


@settings(max_examples=150)
@given(TEXTS.map(str.encode) | st.binary(max_size=200))
def test_any_mkdocs_file_gives_settings_or_problems_inside_it(content: bytes) -> None:
    made = site_of(content, "mkdocs.yml")

    if not isinstance(made, SiteFile):
        assert made
        assert all(inside(problem, content) for problem in made)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """A good text with some of it cut out, put elsewhere or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = draw(st.integers(begin, min(len(text), begin + 30)))
        text = text[:begin] + draw(st.one_of(st.just(""), LUMPS, st.text(SIGNS, max_size=8))) + text[end:]
    return text


@QUICK
@given(data=st.data())
def test_any_slip_of_the_pen_gives_problems_inside_the_file(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = data.draw(st.sampled_from(NAMES))
    content = data.draw(mutated(SITE[name])).encode("utf-8", "surrogatepass")
    folder = tmp_path_factory.mktemp("site")
    files = {file: text.encode() for file, text in SITE.items()} | {name: content}
    write_site(folder, files)

    found = problems_of(folder)

    assert [problem for problem in found if not inside(problem, files.get(problem.file, b""))] == []
    assert len(as_text(found).splitlines()) >= len(found)
    assert len(as_github(found).splitlines()) == min(len(found), 11)
    assert as_json(found)


DEMO = sorted((ROOT / "data").rglob("*.yml"))


@QUICK
@given(data=st.data())
def test_any_slip_in_a_record_of_the_demonstration_is_read(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(DEMO))
    content = data.draw(mutated(path.read_text(encoding="utf-8"))).encode("utf-8", "surrogatepass")

    values, faults = read(content)

    assert values or faults
    assert all(inside(fault.of("x.yml"), content) for fault in faults)
