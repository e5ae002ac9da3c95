"""How much work a build is, counted and not timed: files read, pages rendered, templates compiled, events built."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.recipe import TODAY, change_one, write_site
from generator.pages.frame import SHELLS
from tests.capabilities import ROOT

RECORDS = 300
COUNTING = """\
import json, os, sys
from pathlib import Path
folder, counts = Path(sys.argv[1]), Path(sys.argv[2])
parent = os.getpid()

def note(kind, name):
    with open(counts, "a") as file:
        file.write(json.dumps([kind, os.getpid() == parent, str(name)]) + "\\n")

data = str(folder / "data")
sys.addaudithook(lambda event, args: note("read", args[0])
    if event == "open" and isinstance(args[0], (str, Path)) and str(args[0]).startswith(data) else None)
sys.addaudithook(lambda event, args: note("fork", "") if event == "os.fork" else None)

import jinja2, icalendar
from generator import cli
compiled = jinja2.Environment.compile
def compiling(self, source, name=None, filename=None, *more, **others):
    note("compile", f"{id(self)} {name}")
    return compiled(self, source, name, filename, *more, **others)
jinja2.Environment.compile = compiling
rendered = jinja2.Template.render
def rendering(self, *more, **others):
    if self.name == "main.html":
        note("render", self.name)
    return rendered(self, *more, **others)
jinja2.Template.render = rendering
from generator.records import kept, yamltext
parsed = yamltext.read
def parsing(content, **options):
    note("parse", "")
    return parsed(content, **options)
kept.read = parsing
from generator.pages import records
page = records.record_page
def making_page(tools, entry):
    note("page", entry.id)
    return page(tools, entry)
records.record_page = making_page
from generator import pieces
encode = pieces.encoded
def encoding(value):
    note("piece", "")
    return encode(value)
pieces.encoded = encoding
from generator import output
make = output._Writer._make
def making_file(self, one):
    note("make", one.path)
    return make(self, one)
output._Writer._make = making_file
event = icalendar.Event.__init__
def making(self, *more, **others):
    note("event", "")
    event(self, *more, **others)
icalendar.Event.__init__ = making
sys.exit(cli.main(["build", "--config-file", str(folder / "mkdocs.yml"), "--today", sys.argv[3]]))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work") / "bench"
    write_site(folder, RECORDS)
    return folder


Work = list[tuple[str, bool, str]]


@pytest.fixture(scope="module")
def work(site: Path) -> Work:
    """What a first build did, in its order: kind of work, whether the first process did it, of what."""
    return counted(site)


@pytest.fixture(scope="module")
def again(site: Path, work: Work) -> Work:
    """What a build did after one record had changed."""
    del work
    change_one(site)
    return counted(site)


def counted(site: Path) -> Work:
    counts = site.parent / "counts"
    counts.unlink(missing_ok=True)
    script = site.parent / "counting.py"
    script.write_text(COUNTING, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, script, site, counts, TODAY.isoformat()],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return [tuple(json.loads(line)) for line in counts.read_text(encoding="utf-8").splitlines()]


def test_each_file_of_the_records_is_read_once(site: Path, work: Work) -> None:
    files = [name for kind, _, name in work if kind == "read" and name.endswith(".yml")]
    read = Counter(Path(name).relative_to(site).as_posix() for name in files)
    there = {path.relative_to(site).as_posix() for path in (site / "data").rglob("*.yml")}

    assert len(there) > RECORDS
    assert read == dict.fromkeys(there, 1)


def test_a_second_process_helps(work: Work) -> None:
    assert [kind for kind, _, _ in work if kind == "fork"]


def test_mkdocs_renders_prose_pages_and_shells_alone(site: Path, work: Work) -> None:
    prose = list((site / "content").rglob("*.md"))

    assert sum(kind == "render" for kind, _, _ in work) == len(SHELLS) + len(prose)


def test_no_template_is_compiled_twice(work: Work) -> None:
    compiled = Counter((first, name) for kind, first, name in work if kind == "compile" and not name.endswith("None"))

    assert {name: count for name, count in compiled.items() if count > 1} == {}


def test_an_event_is_built_once_however_many_feeds_carry_it(site: Path, work: Work) -> None:
    feeds = site / "site/feeds"
    carried = sum(path.read_bytes().count(b"BEGIN:VEVENT") for path in feeds.rglob("*.ics"))
    own = sum(path.read_bytes().count(b"BEGIN:VEVENT") for path in (feeds / "activity").glob("*.ics"))

    built = sum(kind == "event" for kind, _, _ in work)
    assert own <= built <= own + 1
    assert carried > 4 * own


def test_a_rebuild_reads_each_file_once_and_parses_what_changed(site: Path, again: Work) -> None:
    files = Counter(name for kind, _, name in again if kind == "read" and name.endswith(".yml"))
    there = {str(path) for path in (site / "data").rglob("*.yml")}

    assert files == dict.fromkeys(there, 1)
    assert sum(kind == "parse" for kind, _, _ in again) == 1


def test_a_rebuild_makes_rows_of_what_changed_alone(work: Work, again: Work) -> None:
    before, now = (sum(kind == "piece" for kind, _, _ in done) for done in (work, again))

    assert before > 3 * RECORDS
    assert 1 <= now <= 10  # its words, its rows in the open data, what its texts were told


def test_a_rebuild_leaves_what_shows_no_texts(work: Work, again: Work) -> None:
    before, now = ({name for kind, _, name in done if kind == "make"} for done in (work, again))
    without_texts = {"data/columns/facets.json", "data/match-records.json", "coverage/index.html"}

    assert without_texts <= before
    assert not without_texts & now


def test_a_rebuild_asks_mkdocs_for_nothing(again: Work) -> None:
    assert [name for kind, _, name in again if kind == "render"] == []


def test_a_rebuild_compiles_no_template(again: Work) -> None:
    assert [name for kind, _, name in again if kind == "compile"] == []


def test_a_rebuild_makes_the_page_and_the_events_of_what_changed(site: Path, work: Work, again: Work) -> None:
    changed = min((site / "data/activities").glob("*.yml")).stem
    pages = {name for kind, _, name in again if kind == "page"}

    assert changed in pages
    assert len(pages) <= 3  # itself, its organiser, the organiser of that one
    assert sum(kind == "page" for kind, _, _ in work) == RECORDS
    assert 1 <= sum(kind == "event" for kind, _, _ in again) <= 3
