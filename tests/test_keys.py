"""Pages and events are taken over from the last build only where nothing in them has changed: file by file."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from generator.edition import edition
from generator.feeds.history import History
from generator.loading import load
from generator.output import Output
from generator.pages.frame import SHELLS
from generator.pipeline import Rendered, first_outputs, outputs, ready
from generator.shell import HOLES, PageShell
from generator.stages import Stages
from tests.sites import TODAY, US, copied
from tests.small import ACTIVITY, RESOURCE, VENUE

DAY = date.fromisoformat(TODAY)
SHELL = PageShell(("<", *("|" for _ in HOLES[1:]), ">"), HOLES)
RECORDS = sorted(path.relative_to(US).as_posix() for path in (US / "data").glob("*/*.yml"))
SITE_FILES = sorted(path.relative_to(US).as_posix() for path in (US / "data").glob("*.yml"))

EDITS = (
    (r"^(name|summary|description|door|who_comes|bring|turns_away|lasts|first_visit): (\w.*)$", r"\1: \2 Zz"),
    (r"555-01\d\d", "555-0199"),
    (r"(step_free|hearing_loop|companion_welcome|door_help): (yes|ask)", r"\1: no"),
    (r"amount: [\d.]+", "amount: 9"),
    (r'"10:30"', '"10:45"'),
    (r"(street|why|role|question|label): (\w+)", r"\1: Zz \2"),
    (r"on: 2026-(09-30|10-01|10-12)", "on: 2026-10-02"),
    (r"name: Mesa Side", "name: Mesa Zz"),
    (r"category: (arts|meal|learning)", "category: music"),
    (r"closed:\n  - \{from: 2026-12-07", "closed:\n  - {from: 2026-11-23"),
    (r"from: (24 December|2026-12-21)", "from: 2026-12-14"),
)
"""Changes of every kind that a file may see; each file has some of these."""


def edited(text: str, edits: Sequence[tuple[str, str]] = EDITS) -> str:
    for pattern, replacement in edits:
        text = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    return text.replace("each_year: {from: 2026-12-14,", "each_year: {from: 14 December,")


def planned(folder: Path, work: Path) -> Mapping[str, Output]:
    """All files of a site but those of the search, the pages filled into a shell that shows every value."""
    loaded = load(folder / "mkdocs.yml", DAY, Stages())
    assert loaded.errors == ()
    assert loaded.catalogue is not None
    made = edition(loaded.catalogue, DAY)
    rendered = Rendered(config=(folder / "mkdocs.yml").read_bytes(), shells=dict.fromkeys(SHELLS, SHELL), prose=())
    together = ready(made, History(times={}), rendered, work)
    listed = (*first_outputs(together), *outputs(together))
    return {output.path: output for output in listed if isinstance(output, Output)}


def contents(listed: Mapping[str, Output]) -> Mapping[str, object]:
    return {path: output.make() if output.make else output.content for path, output in listed.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(US, tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build before any change left for the next one."""
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def before(folder: Path, work: Path) -> Mapping[str, Output]:
    """The outputs before any change."""
    return planned(folder, work)


@pytest.fixture(scope="module")
def copy(folder: Path, work: Path, before: Mapping[str, Output]) -> tuple[Path, Path]:
    """The records, and what the build before any change left."""
    assert before
    return folder, work


@pytest.fixture(scope="module")
def texts_before(before: Mapping[str, Output]) -> Mapping[str, object]:
    return contents(before)


@contextmanager
def edit(path: Path, change: Callable[[str], str]) -> Iterator[None]:
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", [*RECORDS, *SITE_FILES])
def test_what_has_the_same_key_is_the_same(
    name: str,
    copy: tuple[Path, Path],
    tmp_path: Path,
    before: Mapping[str, Output],
    texts_before: Mapping[str, object],
) -> None:
    folder, work = copy
    shutil.copytree(work, tmp_path / "work")
    with edit(folder / name, edited):
        again = planned(folder, tmp_path / "work")
        anew = planned(folder, tmp_path / "nothing")

    texts = contents(anew)
    changed = {path for path, text in texts.items() if texts_before.get(path) != text}
    assert changed, "the edit is to be seen somewhere, else this shows nothing"
    stale = {path for path in changed & before.keys() if anew[path].key and anew[path].key == before[path].key}
    assert stale == set()
    assert contents(again) == texts, "events that were kept differ from those made anew"


TEXT_EDITS = ((r"^(summary|description|first_visit|turns_away|who_comes|lasts|bring): (\w.*)$", r"\1: Zz \2"),)


@pytest.mark.parametrize("name", RECORDS)
def test_what_hangs_on_outlines_does_not_show_texts(
    name: str, folder: Path, tmp_path: Path, before: Mapping[str, Output], texts_before: Mapping[str, object]
) -> None:
    with edit(folder / name, lambda text: edited(text, TEXT_EDITS)):
        after = planned(folder, tmp_path)

    texts = contents(after)
    same = {path for path, output in after.items() if output.key and output.key == before[path].key}
    assert {"data/columns/facets.json", "data/match-records.json", "coverage/index.html"} <= same
    assert {path for path in same if texts[path] != texts_before[path]} == set()


def test_only_pages_of_what_changed_are_made_again(folder: Path, tmp_path: Path, before: Mapping[str, Output]) -> None:
    with edit(folder / "data/activities/new-years-dance.yml", lambda text: text.replace("Fiddles", "Two fiddles")):
        after = planned(folder, tmp_path)

    anew = {name for name, output in after.items() if output.key and output.key != before[name].key}
    kept = {name for name, output in after.items() if output.key and output.key == before[name].key}
    own = "activities/new-years-dance/index.html"
    assert own in anew
    records = {name for name in anew if name.startswith(("activities/", "resources/", "venues/"))}
    assert records <= {own, "resources/prairie-quilters/index.html", "venues/grange-hall/index.html"}
    assert len(kept) >= 15


SCHEDULE = "schedule: [{every: Monday, start: '10:00'}]\n"
NEW = {
    "activities": f"{ACTIVITY}venue: grange-hall\n{SCHEDULE}",
    "feeds": "name: The Mix\nsummary: Much of it.\ntakes: [{category: meal}]\n",
    "resources": f"{RESOURCE}areas: everywhere\ncategory: arts\n",
    "venues": f"{VENUE}area: juniper-flats\n",
}


@pytest.mark.parametrize("kind", NEW)
def test_a_record_whose_file_got_another_name_has_another_address_everywhere(kind: str, tmp_path: Path) -> None:
    folder = copied(US, tmp_path / "site")
    path = folder / f"data/{kind}/first-name.yml"
    path.write_text(NEW[kind], encoding="utf-8")
    before = planned(folder, tmp_path / "work")
    texts_before = contents(before)

    path.rename(path.with_name("first-names.yml"))
    again, anew = planned(folder, tmp_path / "work"), planned(folder, tmp_path / "nothing")

    texts = contents(anew)
    same = {path for path, output in anew.items() if path in before and output.key and output.key == before[path].key}
    assert {path for path in same if texts[path] != texts_before[path]} == set()
    assert contents(again) == texts


@pytest.mark.parametrize(
    "link", ["[van](resource:old-van)", "[van]\n\n  [van]: resource:old-van", "<resource:old-van>"]
)
def test_a_page_follows_its_links_in_whatever_form_they_are_written(link: str, tmp_path: Path) -> None:
    folder, page = copied(US, tmp_path / "site"), "activities/monday-coffee/index.html"
    coffee, van = folder / "data/activities/monday-coffee.yml", folder / "data/resources/red-van.yml"
    coffee.write_text(f"{coffee.read_text(encoding='utf-8')}description: |\n  See {link}\n", encoding="utf-8")
    van.write_text(f"{RESOURCE}areas: everywhere\naliases: [old-van]\n", encoding="utf-8")
    before = planned(folder, tmp_path)[page]
    shown = contents({page: before})

    van.rename(van.with_name("blue-van.yml"))
    after = planned(folder, tmp_path)[page]

    assert contents({page: after}) != shown
    assert after.key != before.key
