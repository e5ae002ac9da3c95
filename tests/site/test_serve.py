"""The preview: no policy, a broken record is left out and the rest is shown, a change is seen; a build is strict."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.preview.run import STANDS
from tests.capabilities import ROOT
from tests.sites import TODAY, Built, run
from tests.small import ACTIVITY, RESOURCE, SETTINGS, written

PATIENCE = 120  # seconds
FILES = {
    "data/resources/group.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}\n",
    "data/activities/meeting.yml": f"{ACTIVITY}organiser: group\nschedule: [{{every: Monday, start: '10:00'}}]\n",
}


ANY = "127.0.0.1:0"  # a port that is free is taken at once, not looked for first


def free_port() -> int:
    """A port for `mkdocs serve`, which does not say which one it was given."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("serve"), FILES)


@contextmanager
def previewed(folder: Path, *command: str, program: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A preview of a folder that has begun; what it says stands in its file `said.txt`."""
    said = folder / "said.txt"
    with said.open("wb") as file:
        preview = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(program), "SOURCE_DATE_EPOCH": "1795348800", "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until(lambda: preview.poll() is not None or "Serving on" in said.read_text(encoding="utf-8"))
            assert preview.poll() is None, said.read_text(encoding="utf-8")
            yield preview
        finally:
            preview.send_signal(signal.SIGINT)
            try:
                preview.wait(timeout=5)
            except subprocess.TimeoutExpired:
                preview.kill()
                preview.wait()


def where(folder: Path) -> str:
    """Where the preview of a folder is to be seen, as it said last."""
    address: str = re.findall(r"Serving on (\S+)", (folder / "said.txt").read_text(encoding="utf-8"))[-1]
    return address


def wait_until(holds: Callable[[], bool]) -> None:
    """Returns as soon as something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"not so after {PATIENCE} seconds"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where the preview of the folder is to be seen."""
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"dev_addr: {ANY}\n")
    with previewed(folder, "generator", "serve"):
        yield where(folder)


def seen(url: str, wanted: Callable[[str | None], bool]) -> str | None:
    """The page at an address, or nothing where there is none, as soon as it is what is wanted."""
    end = time.monotonic() + PATIENCE
    page: str | None = "never asked"
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - our own preview
                page = answer.read().decode()
        except OSError:  # none there; or the preview starts again, which also cuts off who is asking
            page = None
        if wanted(page):
            return page
        time.sleep(0.1)
    pytest.fail(f"{url} is not as wanted after {PATIENCE} seconds: {(page or 'nothing')[:2000]}")


def test_a_preview_has_no_policy_and_a_build_has(address: str, us: Built) -> None:
    page = seen(f"{address}resources/group/", lambda found: found is not None and "The Group" in found)

    assert "Content-Security-Policy" not in str(page)
    assert "livereload" in str(page)
    assert "Content-Security-Policy" in us.pages["resources/prairie-quilters/"].text
    assert "livereload" not in us.pages["resources/prairie-quilters/"].text


def test_a_change_of_a_record_is_seen(address: str, folder: Path) -> None:
    page = f"{address}activities/meeting/"
    seen(page, lambda found: found is not None)
    path = folder / "data/activities/meeting.yml"

    path.write_text(path.read_text(encoding="utf-8").replace("People meet.", "People meet and sing."), encoding="utf-8")

    assert seen(page, lambda found: found is not None and "People meet and sing." in found)


def test_the_last_of_many_quick_edits_is_seen(address: str, folder: Path) -> None:
    page = f"{address}activities/meeting/"
    path = folder / "data/activities/meeting.yml"
    text = path.read_text(encoding="utf-8")

    for number in range(60):  # some while the preview reads what came before
        path.write_text(re.sub("summary: .*", f"summary: People count to {number}.", text), encoding="utf-8")
        time.sleep(0.01)

    assert seen(page, lambda found: found is not None and "People count to 59." in found)


def test_prose_is_seen_and_has_no_policy_either(address: str, folder: Path) -> None:
    (folder / "content/more.md").write_text("# More\n\nA [group](resource:group) for many.\n", encoding="utf-8")

    page = seen(f"{address}more/", lambda found: found is not None)

    assert "resources/group/" in str(page)
    assert "Content-Security-Policy" not in str(page)


def test_where_prose_takes_a_place_that_is_taken_what_stood_there_is_shown(address: str, folder: Path) -> None:
    page, said, path = f"{address}directory/", folder / "said.txt", folder / "content/directory.md"
    seen(page, lambda found: found is not None)

    path.write_text("# Mine\n", encoding="utf-8")
    wait_until(lambda: "Give the page of prose another name." in said.read_text(encoding="utf-8"))
    shown = seen(page, lambda found: found is not None)
    path.unlink()
    wait_until(lambda: said.read_text(encoding="utf-8").count("content/directory.md: shown after") == 2)

    assert "Mine" not in str(shown)


def test_mkdocs_is_not_asked_for_a_change_of_a_record(address: str, folder: Path) -> None:
    page, path = f"{address}activities/meeting/", folder / "data/activities/meeting.yml"
    seen(page, lambda found: found is not None)
    before = (folder / ".fingerpost/preview.bin").stat().st_mtime_ns

    path.write_text(path.read_text(encoding="utf-8").replace("People", "Many people"), encoding="utf-8")
    seen(page, lambda found: found is not None and "Many people" in found)

    assert (folder / ".fingerpost/preview.bin").stat().st_mtime_ns == before


def test_addresses_lead_to_files_of_the_site_and_to_nothing_else(address: str) -> None:
    with urlopen(f"{address}resources/group", timeout=PATIENCE) as answer:  # noqa: S310 - our own preview
        assert answer.url == f"{address}resources/group/"
    with urlopen(f"{address}updates.xml", timeout=PATIENCE) as answer:  # noqa: S310 - as above
        assert answer.read()
    for path in ("nothing/", "mkdocs.yml", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "//etc/passwd", "livereload/x"):
        with pytest.raises(HTTPError, match="404") as refused:
            urlopen(f"{address}{path}", timeout=PATIENCE)  # noqa: S310 - as above
        with refused.value as answer:
            assert "livereload" in answer.read().decode(), "a page that is put right is seen by itself"


def test_a_page_is_told_of_a_newer_site_at_once(address: str, folder: Path) -> None:
    page = str(seen(f"{address}activities/meeting/", lambda found: found is not None))
    of = re.findall(r"livereload\.mjs\?of=(\d+)", page)[0]
    path = folder / "data/activities/meeting.yml"
    Timer(0.2, lambda: path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")).start()

    with urlopen(f"{address}livereload/{of}", timeout=PATIENCE) as answer:  # noqa: S310 - our own preview
        newer = int(answer.read())

    assert newer > int(of)
    with urlopen(f"{address}livereload/{of}", timeout=PATIENCE) as answer:  # noqa: S310 - our own preview
        assert int(answer.read()) == newer, "who asks late is told, too"


def test_a_broken_record_is_left_out_and_the_rest_is_shown(address: str, folder: Path) -> None:
    group, meeting = f"{address}resources/group/", f"{address}activities/meeting/"
    seen(group, lambda found: found is not None)
    path = folder / "data/resources/group.yml"
    good = path.read_text(encoding="utf-8")

    path.write_text(good.replace("kind: group", "kind: grop"), encoding="utf-8")
    gone = seen(group, lambda found: found is None)
    shown = seen(meeting, lambda found: found is not None)
    said = (folder / "said.txt").read_text(encoding="utf-8")
    code = run("build", "--config-file", folder / "mkdocs.yml", "--today", TODAY)
    path.write_text(good, encoding="utf-8")

    assert (gone, code) == (None, 1)
    assert "The Meeting" in str(shown)
    assert re.search(r"data/resources/group\.yml:2:7: error: “grop” is not a known kind of resource", said)
    assert seen(group, lambda found: found is not None), "put right, it is back"


def test_where_the_settings_are_broken_what_stood_there_is_shown(address: str, folder: Path) -> None:
    group, path = f"{address}resources/group/", folder / "mkdocs.yml"
    seen(group, lambda found: found is not None)
    good = path.read_text(encoding="utf-8")
    before = len((folder / "said.txt").read_text(encoding="utf-8"))

    def said() -> str:
        return (folder / "said.txt").read_text(encoding="utf-8")[before:]

    path.write_text(good.replace("country: GB", "country: ZZ"), encoding="utf-8")
    wait_until(lambda: STANDS in said())
    page = seen(group, lambda found: found is not None)
    path.write_text(good, encoding="utf-8")

    assert re.search(r"mkdocs\.yml:\d+:\d+: error: ", said())
    assert "The Group" in str(page)


def test_what_a_killed_preview_leaves_behind_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, scratch = written(tmp_path / "site", FILES), tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    before = {path for path in folder.rglob("*") if ".fingerpost" not in path.parts}

    with previewed(folder, "generator", "serve", "--address", ANY) as preview:
        preview.kill()
        preview.wait()

    after = {path for path in folder.rglob("*") if ".fingerpost" not in path.parts}
    assert after - before == {folder / "said.txt"}
    assert list(scratch.iterdir()) == []
    assert not [path for path in (folder / ".fingerpost").iterdir() if path.is_dir()]


def test_a_change_of_the_program_is_seen_unless_it_is_no_python_yet(tmp_path: Path) -> None:
    program, folder = tmp_path / "program", written(tmp_path / "site", FILES)
    shutil.copytree(ROOT / "generator", program / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    said, code = folder / "said.txt", program / "generator/prices.py"
    good = code.read_text(encoding="utf-8")

    with previewed(folder, "generator", "serve", "--address", ANY, program=program):
        code.write_text(f"{good}def (\n", encoding="utf-8")
        wait_until(lambda: STANDS in said.read_text(encoding="utf-8"))
        assert seen(where(folder), lambda found: found is not None), "what stood before"
        code.write_text(good, encoding="utf-8")
        wait_until(lambda: said.read_text(encoding="utf-8").count("Serving on") == 2)
        with (program / "generator/assets/css/00-tokens.css").open("a", encoding="utf-8") as sheet:
            sheet.write("\n.quite-new { color: inherit }\n")
        wait_until(lambda: said.read_text(encoding="utf-8").count("Serving on") == 3)
        seen(f"{where(folder)}assets/fp.css", lambda found: found is not None and "quite-new" in found)


def test_mkdocs_previews_by_itself(tmp_path: Path) -> None:
    folder, port = written(tmp_path, FILES), free_port()
    page, path = f"http://127.0.0.1:{port}/activities/meeting/", folder / "data/activities/meeting.yml"

    with previewed(folder, "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"):
        first = seen(page, lambda found: found is not None and "People meet." in found)
        path.write_text(path.read_text(encoding="utf-8").replace("meet.", "meet and sing."), encoding="utf-8")
        seen(page, lambda found: found is not None and "People meet and sing." in found)

    assert "Content-Security-Policy" not in str(first)


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:port", "127.0.0.1:70000", "127.0.0.1:²"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, FILES)

    assert run("serve", "--config-file", folder / "mkdocs.yml", "--address", address) == 2
    assert f"“{address}” is no address for a preview." in capsys.readouterr().err


def test_an_address_that_is_taken_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, FILES)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert run("serve", "--config-file", folder / "mkdocs.yml", "--address", f"127.0.0.1:{port}") == 2

    assert f"The preview cannot start at 127.0.0.1:{port}: Address already in use." in capsys.readouterr().err


def test_where_nothing_can_be_read_a_preview_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, {**FILES, "mkdocs.yml": SETTINGS.replace("country: GB", "country: ZZ")})

    code = run("serve", "--config-file", folder / "mkdocs.yml", "--address", ANY)

    assert code == 1
    assert re.search(r"mkdocs\.yml:\d+:\d+: error: ", capsys.readouterr().out)
