"""The site is exchanged as a whole: killed at any step, a build leaves the whole old site or the whole new one."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import publish
from generator.publish import (
    PublishProblem,
    building,
    exchange,
    locked,
    mark,
    refusal,
    repair,
    staging_dir,
    swap_names,
)

OLD = {f"activities/{n}/index.html": b"old %d" % n for n in range(30)}
NEW = {f"activities/{n}/index.html": b"new %d" % n for n in range(5, 40)}
MARKS = dict(publish.MARKS)

WAYS: dict[str, publish.Swap | None] = {"exchange": None, "two renames": lambda _one, _other: False}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site that stands."""
    fill(tmp_path / "site", OLD | MARKS)
    return tmp_path / "site"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("swap", WAYS.values(), ids=WAYS)
def test_a_new_site_takes_the_place_of_the_old_one(site: Path, swap: publish.Swap | None) -> None:
    fill(staging_dir(site), NEW)
    exchange(staging_dir(site), site, swap=swap)
    assert tree(site) == NEW | MARKS
    assert names(site.parent) == ["site"]


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("swap", WAYS.values(), ids=WAYS)
def test_the_first_site(tmp_path: Path, swap: publish.Swap | None, *, empty: bool) -> None:
    site = tmp_path / "site"
    if empty:
        site.mkdir()
    fill(staging_dir(site), NEW)
    exchange(staging_dir(site), site, swap=swap)
    assert tree(site) == NEW | MARKS
    assert names(tmp_path) == ["site"]


def test_this_system_exchanges_names_in_one_step(tmp_path: Path) -> None:
    fill(tmp_path / "one", {"file": b"1"})
    fill(tmp_path / "other", {"file": b"2"})
    assert swap_names(tmp_path / "one", tmp_path / "other") == (sys.platform == "linux")


def test_an_exchange_that_the_system_refuses_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap_names(tmp_path / "one", tmp_path / "other")


def killed_after(step: str, action: Callable[[publish.After], None]) -> bool:
    """Whether a child, killed as by kill -9 right after a step of the action, came that far."""

    def kill(done: str) -> None:
        if done == step:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        try:
            action(kill)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize(
    ("way", "step", "stands"),
    [
        ("exchange", "marked", OLD),
        ("exchange", "swapped", NEW),
        ("exchange", "cleared", NEW),
        ("two renames", "marked", OLD),
        ("two renames", "moved old", OLD),
        ("two renames", "moved new", NEW),
        ("two renames", "renamed old", NEW),
        ("two renames", "cleared", NEW),
    ],
)
def test_a_killed_build_leaves_a_whole_site(site: Path, way: str, step: str, stands: dict[str, bytes]) -> None:
    def build(after: publish.After) -> None:
        with building(site) as new:
            assert isinstance(new, Path)
            fill(new, NEW)
            exchange(new, site, swap=WAYS[way], after=after)

    assert killed_after(step, build)
    with building(site) as new:
        assert isinstance(new, Path)
        assert tree(new) == {}
        assert tree(site) == stands | MARKS
    assert names(site.parent) == ["site"]


@pytest.mark.parametrize("step", ["marked", "first"])
def test_a_killed_first_build_leaves_the_whole_site_or_none(tmp_path: Path, step: str) -> None:
    site = tmp_path / "site"
    fill(staging_dir(site), NEW)
    assert killed_after(step, lambda after: exchange(staging_dir(site), site, after=after))
    repair(site)
    assert names(tmp_path) == (["site"] if step == "first" else [])
    assert tree(tmp_path / "site") == (NEW | MARKS if step == "first" else {})


def test_a_build_killed_while_it_writes_leaves_the_old_site(site: Path) -> None:
    def build(after: publish.After) -> None:
        with building(site) as new:
            assert isinstance(new, Path)
            fill(new, {"half": b"a page"})
            after("half")

    assert killed_after("half", build)
    assert tree(site) == OLD | MARKS
    repair(site)
    assert tree(site) == OLD | MARKS


def test_a_build_killed_while_it_clears_leaves_the_new_site(site: Path) -> None:
    fill(staging_dir(site), {"activities/29/index.html": b"left of the site before"})
    repair(site)
    assert tree(site) == OLD | MARKS
    assert names(site.parent) == ["site"]


def test_an_empty_folder_in_the_place_of_the_site_does_not_cost_the_old_one(site: Path) -> None:
    site.rename(site.with_name(".site.fingerpost-old"))
    site.mkdir()
    repair(site)
    assert tree(site) == OLD | MARKS


def test_repair_leaves_a_sound_site_alone(site: Path) -> None:
    repair(site)
    assert tree(site) == OLD | MARKS


def test_a_failed_build_changes_nothing(site: Path) -> None:
    def fail() -> None:
        with building(site) as new:
            assert isinstance(new, Path)
            fill(new, NEW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert tree(site) == OLD | MARKS
    assert names(site.parent) == ["site"]


def test_a_new_site_that_cannot_be_moved_leaves_the_old_one(site: Path) -> None:
    fill(staging_dir(site), NEW)

    def lose(step: str) -> None:
        if step == "moved old":
            staging_dir(site).rename(site.with_name("lost"))

    with pytest.raises(FileNotFoundError):
        exchange(staging_dir(site), site, swap=WAYS["two renames"], after=lose)
    assert tree(site) == OLD | MARKS


# Folders that may not become a site


def problem_with(site: Path) -> PublishProblem:
    with building(site) as problem:
        assert isinstance(problem, PublishProblem)
        return problem


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path / "photos", {"holiday.jpg": b"sea"})
    problem = problem_with(tmp_path / "photos")
    assert problem.message == f"{tmp_path / 'photos'} is not a site made by Fingerpost."
    assert problem.hint == "Empty it or choose another with --site-dir."
    assert names(tmp_path) == ["photos"]


def test_a_folder_of_the_program_itself_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, {"data/activities/tea.yml": b"tea"})
    monkeypatch.chdir(tmp_path / "data")
    for here in (Path(), Path(".."), Path("../data")):
        assert "is not a site made by Fingerpost" in problem_with(here).message


def test_a_site_that_was_marked_is_ours(tmp_path: Path) -> None:
    fill(tmp_path / "site", OLD)
    assert refusal(tmp_path / "site") is not None
    mark(tmp_path / "site")
    assert refusal(tmp_path / "site") is None


def test_a_symbolic_link_is_refused_with_its_target(site: Path) -> None:
    link = site.with_name("www")
    link.symlink_to(site)
    problem = problem_with(link)
    assert "symbolic link" in problem.message
    assert problem.hint == f"Give the folder itself: --site-dir {site}"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")
    assert problem_with(tmp_path / "site").message == f"{tmp_path / 'site'} is a file."
    assert "cannot be made ready" in problem_with(tmp_path / "site" / "inner").message


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a mount point of Linux")
def test_a_mount_point_is_refused() -> None:
    problem = refusal(Path("/proc"))
    assert problem is not None
    assert problem.message == "/proc is a mount point, for which no other folder can be exchanged."
    assert problem.hint == "Choose a folder inside it: --site-dir /proc/site"


@pytest.mark.parametrize("name", ["/", "//", "/.."])
def test_the_root_of_the_disk_is_refused(name: str) -> None:
    problem = problem_with(Path(name))
    assert problem.message == "/ is a mount point, for which no other folder can be exchanged."
    assert problem.hint == "Choose a folder inside it: --site-dir /site"


def test_a_parent_without_the_right_to_write_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # whoever runs the tests may be root
    problem = problem_with(tmp_path / "site")
    assert problem.message == f"{tmp_path} cannot be made ready for the new site: Permission denied."


def test_folders_above_a_new_site_are_made(tmp_path: Path) -> None:
    with building(tmp_path / "a" / "b" / "site") as new:
        assert isinstance(new, Path)
        exchange(new, tmp_path / "a" / "b" / "site")
    assert tree(tmp_path / "a" / "b" / "site") == MARKS


# One build at a time


def test_a_second_build_is_told_to_wait(site: Path) -> None:
    with building(site) as new:
        assert isinstance(new, Path)
        fill(new, NEW)
        assert problem_with(site) == PublishProblem(
            message=f"Another build is writing {site}.", hint="Wait until it ends, then build again."
        )
        assert tree(new) == NEW


def test_two_sites_side_by_side_do_not_wait_for_each_other(site: Path) -> None:
    with building(site) as one, building(site.with_name("other")) as other:
        assert isinstance(one, Path)
        assert isinstance(other, Path)


def test_the_lock_of_a_killed_build_does_not_last(site: Path) -> None:
    def build(after: publish.After) -> None:
        with locked(site):
            after("locked")

    assert killed_after("locked", build)
    with locked(site) as problem:
        assert problem is None


def test_an_orphan_of_a_killed_build_keeps_the_next_one_out(site: Path) -> None:
    reader, writer = os.pipe()

    def build(after: publish.After) -> None:
        with locked(site):
            if os.fork() == 0:
                os.close(writer)
                os.read(reader, 1)  # until the test has looked
                os._exit(0)
            after("forked")

    assert killed_after("forked", build)
    with locked(site) as problem:
        assert problem is not None
    os.close(reader)
    os.close(writer)


def test_builds_that_start_together_take_turns(site: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from generator.publish import building, exchange\n"
        "site, name = pathlib.Path(sys.argv[1]), sys.argv[2]\n"
        "for _ in range(20):\n"
        "    with building(site) as new:\n"
        "        if isinstance(new, pathlib.Path):\n"
        "            (new / 'one').write_text(name)\n"
        "            (new / 'other').write_text(name)\n"
        "            exchange(new, site)\n"
    )
    program = Path(publish.__file__).parents[1]
    builds = [subprocess.Popen([sys.executable, "-c", script, str(site), name], cwd=program) for name in ("a", "b")]
    assert [build.wait() for build in builds] == [0, 0]
    assert (site / "one").read_bytes() == (site / "other").read_bytes()
    assert names(site.parent) == ["site"]
