"""The preview: no policy, a broken record is left out and the rest is shown, a change is seen; a build is strict."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.capabilities import ROOT
from tests.sites import TODAY, Built, run
from tests.small import ACTIVITY, RESOURCE, written

PATIENCE = 120  # seconds
FILES = {
    "data/resources/group.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}\n",
    "data/activities/meeting.yml": f"{ACTIVITY}organiser: group\nschedule: [{{every: Monday, start: '10:00'}}]\n",
}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("serve"), FILES)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where the preview of the folder is to be seen."""
    port = free_port()
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"dev_addr: 127.0.0.1:{port}\n")
    with (folder / "said.txt").open("wb") as said:
        preview = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1795348800", "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            while preview.poll() is None and "Serving on" not in (folder / "said.txt").read_text(encoding="utf-8"):
                time.sleep(0.1)
            assert preview.poll() is None, (folder / "said.txt").read_text(encoding="utf-8")
            yield f"http://127.0.0.1:{port}/"
        finally:
            preview.send_signal(signal.SIGINT)
            try:
                preview.wait(timeout=5)
            except subprocess.TimeoutExpired:
                preview.kill()
                preview.wait()


def seen(url: str, wanted: Callable[[str | None], bool]) -> str | None:
    """The page at an address, or nothing where there is none, as soon as it is what is wanted."""
    end = time.monotonic() + PATIENCE
    page: str | None = "never asked"
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - our own preview
                page = answer.read().decode()
        except URLError:
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
    end = time.monotonic() + PATIENCE

    path.write_text(good.replace("country: GB", "country: ZZ"), encoding="utf-8")
    said = ""
    while "Until this is mended, what stood here before is shown." not in said and time.monotonic() < end:
        time.sleep(0.1)
        said = (folder / "said.txt").read_text(encoding="utf-8")
    page = seen(group, lambda found: found is not None)
    path.write_text(good, encoding="utf-8")

    assert re.search(r"mkdocs\.yml:\d+:\d+: error: ", said)
    assert "Until this is mended, what stood here before is shown." in said
    assert "The Group" in str(page)
