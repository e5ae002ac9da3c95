"""The command from outside: exit codes, what it prints, and that a good site stands whatever happens."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.publish import staging_dir
from tests.capabilities import ROOT
from tests.sites import TODAY, run
from tests.small import ACTIVITY, RESOURCE, written

SMALL = {
    "data/resources/group.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}\n",
    "data/activities/meeting.yml": f"{ACTIVITY}organiser: group\nschedule: [{{every: Monday, start: '10:00'}}]\n",
}
BROKEN = {"data/resources/broken.yml": RESOURCE.replace("kind: group", "kind: grop")}
LOCKED = 2  # another build is at work
KILLS = 8


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return written(tmp_path / "small", SMALL)


def command(folder: Path, name: str, *more: str) -> int:
    return run(name, "--config-file", folder / "mkdocs.yml", "--today", TODAY, *more)


def outside(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, begun in the folder of the site."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **more},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def state(site: Path) -> Mapping[str, str]:
    """A digest of each file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def with_closed(streams: str, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command that has ended, and was begun without some of the streams that programs have, as `<&-` says."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "generator", *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_where_the_input_is_closed_nothing_is_handed_in(small: Path) -> None:
    ended = with_closed("<&-", small, "apply", "--today", TODAY, "-")

    assert (ended.returncode, ended.stderr) == (0, "There is nothing to write.\n")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&- <&-"])
def test_where_a_timer_has_closed_what_it_does_not_need_a_site_is_built_all_the_same(closed: str, small: Path) -> None:
    ended = with_closed(closed, small, "build", "--today", TODAY)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (small / "site/index.html").is_file()


def test_where_nobody_reads_on_nothing_more_is_said(small: Path) -> None:
    written(small, BROKEN)
    reader, writer = os.pipe()
    os.close(reader)

    ended = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--today", TODAY],
        cwd=small,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)

    assert (ended.returncode, ended.stderr) == (141, b"")


def test_who_presses_ctrl_c_is_told_that_it_has_stopped() -> None:
    listens = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # begun in the background: ignored
    )
    pressed = f"{listens}; from generator import cli; cli.main = lambda: signal.raise_signal(signal.SIGINT)"

    ended = subprocess.run(
        [sys.executable, "-c", f"{pressed}; cli.run()"], capture_output=True, text=True, check=False, cwd=ROOT
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "Stopped.\n")


def test_a_month_that_is_none_is_told_so(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(small, "report", "--mix", "any", "--month", "2026-13") == 2
    assert capsys.readouterr().err == "“2026-13” is not a month. Write it as 2026-12.\n"


def test_a_site_without_errors_is_fine(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(small, "check") == 0
    assert capsys.readouterr().out.endswith("2 records: 0 errors, 0 warnings\n")


def test_an_error_is_shown_with_its_place_and_fails(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(small, BROKEN)

    assert command(small, "check") == 1
    first, hint, last = capsys.readouterr().out.splitlines()
    assert first.startswith("data/resources/broken.yml:2:7: error: “grop” is not a known kind of resource.")
    assert "group" in hint
    assert last == "2 records: 1 error, 0 warnings"


def test_warnings_fail_only_where_one_is_strict(small: Path) -> None:
    written(small, {"data/resources/lonely.yml": RESOURCE.replace("The Group", "The Lonely")})

    assert command(small, "check") == 0
    assert command(small, "check", "--strict") == 1


def test_problems_come_as_json(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(small, BROKEN)

    assert command(small, "check", "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["column"]) == ("data/resources/broken.yml", 2, 7)


def test_problems_come_as_annotations_on_github(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    written(small, BROKEN)

    assert command(small, "check") == 1
    assert capsys.readouterr().out.startswith("::error file=data/resources/broken.yml,line=2,col=7,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--config-file", "nowhere.yml"), "There is no file nowhere.yml."),
        (("build", "--today", "tomorrow"), "“tomorrow” is not a day; write it as 2026-12-01"),
        (("bild",), "bild"),
        ((), "command"),
        (("check", "--format", "xml"), "xml"),
    ],
)
def test_wrong_use_is_said_and_has_a_code_of_its_own(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: object = run(*arguments)
    except SystemExit as ended:
        code = ended.code

    assert code == 2
    assert said in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_problems_not_crashes(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = small / "mkdocs.yml"
    config.write_text(config.read_text().replace("country: GB", "country: ZZ"), encoding="utf-8")

    assert command(small, "check") == 1
    assert command(small, "build") == 1
    assert "“ZZ”" in capsys.readouterr().out
    assert not (small / "site").exists()


def test_the_day_may_come_from_the_environment(small: Path) -> None:
    made = outside(small, "build", SOURCE_DATE_EPOCH="1795348800")

    assert made.returncode == 0, made.stderr
    assert 'data-made="2026-11-22"' in (small / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("stamp", ["abc", "1e9", "9" * 30, "-" + "9" * 15])
@pytest.mark.parametrize("name", ["check", "build", "due", "serve"])
def test_a_moment_that_is_none_is_refused(
    small: Path, name: str, stamp: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stamp)
    address = ("--address", "127.0.0.1:0") if name == "serve" else ()

    assert main([name, "--config-file", str(small / "mkdocs.yml"), *address]) == 2
    said = capsys.readouterr()
    assert f"SOURCE_DATE_EPOCH is set to “{stamp}”, which is no moment in seconds since 1970.\n" in said.err
    assert not (small / "site").exists()


def test_mkdocs_refuses_a_moment_that_is_none_in_the_same_words(small: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=small,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "abc"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert made.returncode != 0
    assert "SOURCE_DATE_EPOCH is set to “abc”" in made.stderr
    assert "Traceback" not in made.stderr


def test_a_build_tells_of_its_stages_and_its_size(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    timings = small.parent / "timings.json"

    assert command(small, "build", "--timings", str(timings)) == 0
    said = capsys.readouterr().out
    names = [stage["name"] for stage in json.loads(timings.read_text())["stages"]]
    assert {"read records", "check", "exchange"} <= set(names)
    assert all(name in said for name in names)
    assert " files, " in said


def test_where_no_history_is_the_build_says_what_that_means_for_calendars(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warning = "Warning: This is no Git repository: all events carry revision 0, and calendars may keep old times.\n"

    assert command(small, "build") == 0
    assert warning in capsys.readouterr().out
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=small, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert (built.returncode, warning in built.stdout) == (0, True)


def test_a_second_build_takes_over_what_did_not_change(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(small, "build")
    first = state(small / "site")
    capsys.readouterr()

    assert command(small, "build") == 0
    assert " 0 taken over" not in capsys.readouterr().out
    assert state(small / "site") == first
    assert command(small, "build", "--clean") == 0
    assert " 0 taken over" in capsys.readouterr().out
    assert state(small / "site") == first


def a_broken_record(folder: Path) -> None:
    written(folder, BROKEN)


def a_broken_link_in_prose(folder: Path) -> None:
    written(folder, {"content/guide.md": "# Guide\n\n[Nowhere](resource:nowhere)\n"})


def an_exception_while_pages_are_made(folder: Path) -> None:
    written(folder, {"hook.py": "def on_post_page(output, page, config):\n    raise RuntimeError('a bug')\n"})
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")


def an_exception_at_the_very_end(folder: Path) -> None:
    written(folder, {"hook.py": "def on_post_build(config):\n    raise RuntimeError('a bug')\n"})
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")


FAILURES = (
    a_broken_record,
    a_broken_link_in_prose,
    an_exception_while_pages_are_made,
    an_exception_at_the_very_end,
)


@pytest.mark.parametrize("fail", FAILURES)
def test_a_build_that_fails_leaves_the_site_as_it_was(small: Path, fail: Callable[[Path], None]) -> None:
    command(small, "build")
    before = state(small / "site")
    fail(small)

    ended = outside(small, "build", "--today", "2026-11-23")

    assert ended.returncode == 1
    assert state(small / "site") == before
    assert list(small.glob(".site.fingerpost-*")) == []


def test_what_a_build_leaves_for_the_next_one_hides_itself_from_git(small: Path) -> None:
    subprocess.run(["git", "init", "--quiet", small], check=True)
    (small / ".gitignore").write_text("/site/\n", encoding="utf-8")

    command(small, "build")

    listed = ["git", "-C", str(small), "ls-files", "--others", "--exclude-standard"]
    left = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in left if "fingerpost" in name] == []
    assert "mkdocs.yml" in left


@pytest.mark.parametrize("name", ["help.md", "index.md", "resources/group.md", "feeds/all.ics", "sitemap.xml"])
def test_prose_cannot_take_an_address_of_ours(name: str, small: Path) -> None:
    written(small, {f"content/{name}": "# Mine\n\nWords.\n"})

    ended = outside(small, "build", "--today", TODAY)

    assert ended.returncode == 1
    assert f"(content/{name})" in ended.stderr
    assert "cannot both be in the site" in ended.stderr
    assert not (small / "site").exists()


def test_a_site_in_another_theme_is_not_built(small: Path) -> None:
    config = small / "mkdocs.yml"
    config.write_text(config.read_text().replace("theme: {name: material, font: false}\n", ""), encoding="utf-8")

    ended = outside(small, "build", "--today", TODAY)

    assert ended.returncode == 1
    assert "theme: {name: material}" in ended.stderr


def test_a_folder_that_is_not_ours_is_not_replaced(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "site").mkdir()
    (small / "site/letter.txt").write_text("dear me", encoding="utf-8")

    assert command(small, "build") == 2
    assert "is not a site made by Fingerpost" in capsys.readouterr().err
    assert state(small / "site").keys() == {"letter.txt"}


def test_a_build_that_is_killed_leaves_a_whole_site(small: Path) -> None:
    """Killed at moments over the whole time of a build; each build would publish another day."""
    command(small, "build")
    site = small / "site"
    began = time.monotonic()
    command(small, "build", "--clean")
    length = time.monotonic() - began
    length += _time_to_start()

    for number in range(KILLS):
        before, day = state(site), f"2026-12-{number + 1:02}"
        _killed_after(length * (number + 1) / KILLS, small, day)
        after = state(site)
        if after != before:
            _whole(small, day, small / "site.whole")
            assert after == state(small / "site.whole"), f"killed after {(number + 1) / KILLS:.0%}"

    # The second process of a killed build holds the lock until it sees, some pages later, that it is alone.
    patience = time.monotonic() + 120
    while (code := command(small, "build")) == LOCKED and time.monotonic() < patience:
        time.sleep(0.2)
    assert code == 0, "what killed builds leave behind is put right by the next"
    assert list(small.glob(".site.fingerpost-*")) == []
    assert not staging_dir(site).exists()


def _whole(folder: Path, day: str, site: Path) -> None:
    assert run("build", "--config-file", folder / "mkdocs.yml", "--today", day, "--site-dir", site, "--clean") == 0


def _time_to_start() -> float:
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", "import generator.plugin"], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
    return time.monotonic() - began


def _killed_after(seconds: float, folder: Path, day: str) -> None:
    build = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--today", day, "--clean"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        build.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        build.send_signal(signal.SIGKILL)
        build.wait()


def test_two_builds_at_once_do_not_mix(small: Path) -> None:
    command(small, "build")
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--today", TODAY, "--clean"],
            cwd=small,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]

    ended = sorted((build.communicate()[1], build.returncode) for build in builds)

    codes = [code for _, code in ended]
    assert codes in ([0, 0], [0, 2], [2, 0])
    assert all("Another build is writing" in said for said, code in ended if code == 2)
    assert (small / "site/index.html").is_file()
