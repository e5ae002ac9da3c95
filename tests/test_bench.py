"""The bench measures what it says: fixed sites of the promised mix, which our own checks accept."""

from pathlib import Path

import pytest

from bench import others, recipe, run
from generator.records.reading import read_site_file, read_sources

RECORDS = 400


def test_the_same_number_gives_the_same_records() -> None:
    assert list(recipe.entries(40)) == list(recipe.entries(40))


def test_half_are_activities_and_nine_in_ten_of_those_recur() -> None:
    entries = list(recipe.entries(RECORDS))
    activities = [entry.yaml for entry in entries if entry.folder == "activities"]
    recurring = sum("every:" in text for text in activities)

    assert len(activities) == sum(entry.folder == "resources" for entry in entries) == RECORDS / 2
    assert recurring / len(activities) == pytest.approx(0.9, abs=0.05)


def test_the_texts_have_60_to_120_words() -> None:
    for entry in recipe.entries(RECORDS):
        prose = entry.yaml.partition("description: |\n")[2].partition("\nkind:")[0].partition("\ncategory:")[0]
        assert not entry.markdown or 60 <= len(prose.split()) <= 120


def test_a_site_of_the_bench_has_no_problems_and_stays_the_same(tmp_path: Path) -> None:
    recipe.write_site(tmp_path, 60)

    site, problems = read_site_file(tmp_path, tmp_path / "mkdocs.yml")
    assert site is not None
    sources, more = read_sources(tmp_path, site)

    assert (problems, more) == ((), ())
    assert (len(sources.resources), len(sources.activities), len(sources.venues)) == (30, 30, 2)
    assert not sources.broken


def test_a_built_page_becomes_a_layout_with_two_holes() -> None:
    page = "<title>Tea</title><nav>{{x}}</nav><main><div id='main'><h1>Tea</h1><p>Come.</p></div></main><footer>"

    layout = others.hugo_layout(page)

    assert layout == (
        "<title>{{ .Title }}</title><nav>{{ `{{` }}x}}</nav>"
        "<main><div id='main'><h1>{{ .Title }}</h1>{{ .Content }}</div></div></main><footer>"
    )


def test_the_ratios_are_those_of_the_targets() -> None:
    def figure(what: str, records: int, seconds: float) -> run.Figure:
        return run.Figure(what=what, records=records, seconds=seconds, peak_mb=seconds * 10)

    figures = [
        figure(run.COLD, 1_000, 1),
        figure(run.COLD, 10_000, 6),
        figure(run.REBUILT, 10_000, 1.5),
        figure(run.MKDOCS, 10_000, 30),
        figure(run.HUGO, 10_000, 3),
    ]

    assert list(run.ratios(figures, 10_000)) == [
        "cold build / MkDocs with Material: 0.20 (must 0.40, aim 0.25)",
        "cold build / Hugo, the same page: 2.00 (aim below 1)",
        "rebuild after one changed record / cold build: 0.25 (must 0.35, aim 0.25)",
        "10,000 / 1,000 records: 6.0 times the seconds, 6.0 times the memory",
    ]
