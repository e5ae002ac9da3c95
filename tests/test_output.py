"""Files of the site: written once, within it, by one or two processes, or taken over from the last build."""

import errno
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.output import (
    FEWEST_TO_SHARE,
    Bundle,
    CollisionError,
    Output,
    OutputError,
    UnsafePathError,
    Written,
    begun,
    write_all,
)
from generator.workers import WorkerError

MANY = FEWEST_TO_SHARE + 37


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(count: int, *, keyed: bool = False) -> list[Output]:
    return [
        Output(f"activities/{n}/index.html", f"activity {n}", f"page {n}", key=f"k{n}" if keyed else None)
        for n in range(count)
    ]


def never() -> str:
    raise AssertionError("made again")


def test_outputs_become_files(tmp_path: Path) -> None:
    written = write_all(
        [
            Output("index.html", "start page", "<p>Café</p>"),
            Output("activities/tea/index.html", "tea", b"\x00\xff"),
            Output("feeds/all.ics", "all", make=lambda: "made"),
            Output(".well-known/empty", "nothing", ""),
        ],
        tmp_path / "site",
    )
    assert tree(tmp_path / "site") == {
        "index.html": "<p>Café</p>".encode(),
        "activities/tea/index.html": b"\x00\xff",
        "feeds/all.ics": b"made",
        ".well-known/empty": b"",
    }
    assert written == Written(files=4, bytes=18, made=4, reused=0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/index.html", "a/index.html"),
        ("a/Index.html", "A/index.HTML"),
        ("caf\u00e9", "cafe\u0301"),
        ("straße", "STRASSE"),
        ("a", "a/b"),
        ("a/b/c", "A"),
        ("a/b/c", "a/B"),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_two_outputs_never_share_a_path(tmp_path: Path, one: str, other: str, *, swapped: bool) -> None:
    outputs = [
        Output(one, "the tea group", "1"),
        Output("b", "another", "2"),
        Output(other, "the choir", "3"),
    ]
    with pytest.raises(CollisionError, match="cannot both be in the site") as raised:
        write_all(outputs[::-1] if swapped else outputs, tmp_path)
    assert "the tea group" in str(raised.value)
    assert "the choir" in str(raised.value)
    assert tree(tmp_path) == {}


def test_paths_that_others_write_are_claimed(tmp_path: Path) -> None:
    with pytest.raises(CollisionError, match=r"about/index\.html \(content/about\.md\) and about/index\.html"):
        write_all(
            [Output("about/index.html", "a page", "")],
            tmp_path,
            claims=[("about/index.html", "content/about.md")],
        )


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../outside",
        "a/../../outside",
        "a/..",
        ".",
        "a//b",
        "a/",
        "a\\b",
        "C:/windows",
        "a\x00b",
        "line\nend",
        "a./b",
        "a /b",
        " a/b",
        "a/b.",
        "a?b",
        "é" * 101,
        "x" * 201,
        "\udcff",
    ],
)
def test_an_unsafe_path_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnsafePathError, match="of the tea group"):
        write_all([Output(path, "the tea group", "x")], tmp_path / "site")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("path", [".nojekyll", "a.b.c/d-e_f", "é/ü.html", "x" * 200, "...a", "two words.pdf"])
def test_an_unusual_path_is_fine(tmp_path: Path, path: str) -> None:
    write_all([Output(path, "the tea group", "x")], tmp_path)
    assert tree(tmp_path) == {path: b"x"}


@pytest.mark.parametrize("make", [None, lambda: "made"])
def test_an_output_has_content_or_a_way_to_make_it(make: Callable[[], str] | None) -> None:
    with pytest.raises(OutputError, match="either content or a way to make it"):
        Output("a", "tea", "content" if make else None, make=make)


def test_links_within_the_site_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("precious", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "file").symlink_to(outside / "file")
    (site / "folder").symlink_to(outside)
    write_all([Output("file", "tea", "ours")], site)
    assert (site / "file").read_text(encoding="utf-8") == "ours"
    with pytest.raises(UnsafePathError, match=r"folder in .* is a link"):
        write_all([Output("folder/file", "tea", "ours")], site)
    assert tree(outside) == {"file": b"precious"}


def test_an_error_names_the_output(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="made again") as raised:
        write_all([Output("a", "the tea group", make=never)], tmp_path)
    assert raised.value.__notes__ == ["while writing a (the tea group)"]


# Taking files over from the previous site


def rebuild(tmp_path: Path, outputs: list[Output], *, workers: int = 1) -> Written:
    """Builds into `new` with `old` as the previous site."""
    return write_all(
        outputs,
        tmp_path / "new",
        previous=tmp_path / "old",
        manifest=tmp_path / "manifest.json",
        workers=workers,
    )


@pytest.fixture(autouse=True)
def _no_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is shared out only without threads; the browser of other tests may have left some in this process."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write_all(pages(3, keyed=True), tmp_path / "old", manifest=tmp_path / "manifest.json")
    return tmp_path


def lazy(number: int, key: str) -> Output:
    return Output(f"activities/{number}/index.html", "an activity", key=key, make=never)


def test_an_output_with_the_same_key_is_not_made_again(built: Path) -> None:
    outputs = [lazy(0, "k0"), Output("activities/1/index.html", "1", "page one", key="new"), lazy(2, "k2")]
    assert rebuild(built, outputs) == Written(files=3, bytes=20, made=1, reused=2)
    assert tree(built / "new") == {
        "activities/0/index.html": b"page 0",
        "activities/1/index.html": b"page one",
        "activities/2/index.html": b"page 2",
    }
    assert (built / "old/activities/1/index.html").read_bytes() == b"page 1"


def test_what_was_taken_over_can_be_taken_over_again(built: Path) -> None:
    rebuild(built, [lazy(0, "k0")])
    (built / "old").rename(built / "older")
    (built / "new").rename(built / "old")
    assert rebuild(built, [lazy(0, "k0")]).reused == 1


def edit(file: Path) -> None:
    file.write_text("PAGE 0", encoding="utf-8")
    os.utime(file, ns=(1, 1))


def lengthen(file: Path) -> None:
    time = file.stat().st_mtime_ns
    file.write_text("page 0 and more", encoding="utf-8")
    os.utime(file, ns=(time, time))


def link(file: Path) -> None:
    file.rename(file.with_name("moved"))
    file.symlink_to("moved")


@pytest.mark.parametrize("change", [edit, lengthen, link, Path.unlink])
def test_a_file_that_somebody_changed_is_made_again(built: Path, change: Callable[[Path], None]) -> None:
    change(built / "old/activities/0/index.html")
    written = rebuild(built, pages(1, keyed=True))
    assert written == Written(files=1, bytes=6, made=1, reused=0)
    assert tree(built / "new") == {"activities/0/index.html": b"page 0"}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\0\1", b"x" * 400])
def test_a_damaged_manifest_is_ignored(built: Path, damage: bytes) -> None:
    (built / "manifest.json").write_bytes(damage)
    assert rebuild(built, pages(3, keyed=True)).reused == 0
    assert tree(built / "new") == tree(built / "old")


def test_a_manifest_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("in the way of the folder")
    write_all(pages(3, keyed=True), tmp_path / "new", manifest=tmp_path / "work/manifest.json")
    assert len(tree(tmp_path / "new")) == 3


def test_an_output_without_a_key_is_always_written(built: Path) -> None:
    assert rebuild(built, pages(3)).reused == 0


def test_the_previous_site_may_be_gone(built: Path) -> None:
    (built / "old").rename(built / "elsewhere")
    assert rebuild(built, pages(3, keyed=True)).reused == 0


def test_writing_over_a_file_that_was_taken_over_leaves_the_old_site_alone(built: Path) -> None:
    rebuild(built, [lazy(0, "k0")])
    write_all([Output("activities/0/index.html", "0", "changed")], built / "new")
    assert (built / "old/activities/0/index.html").read_bytes() == b"page 0"


def test_building_in_place_writes_what_it_would_write_elsewhere(built: Path) -> None:
    write_all(pages(3, keyed=True), built / "old", previous=built / "old", manifest=built / "manifest.json")
    assert tree(built / "old") == {f"activities/{n}/index.html": b"page %d" % n for n in range(3)}


def bundled(*outputs: Output) -> Bundle:
    return Bundle("words", "the search", lambda: outputs)


def test_a_bundle_says_what_is_in_its_folder_when_it_is_written(tmp_path: Path) -> None:
    inside = (Output("words/a/t.json", "t", "tea"), Output("words/head.json", "head", "1 file", key="k"))
    for reused in (0, 1):
        written = write_all(
            [*pages(MANY, keyed=True), bundled(*inside)],
            tmp_path / f"site{reused}",
            previous=tmp_path / "site0",
            manifest=tmp_path / "manifest",
            workers=2,
        )

        assert tree(tmp_path / f"site{reused}")["words/head.json"] == b"1 file"
        assert written.files == MANY + 2
        assert written.reused == reused * (MANY + 1)


@pytest.mark.parametrize(
    ("outputs", "claimed", "error"),
    [
        ((Output("other/t.json", "t", ""),), "index.html", UnsafePathError),
        ((Output("words/../t.json", "t", ""),), "index.html", UnsafePathError),
        ((Output("words/t", "t", ""), Output("words/T", "other", "")), "index.html", CollisionError),
        ((), "words/t.json", CollisionError),
        ((), "Words", CollisionError),
    ],
)
def test_a_bundle_keeps_to_its_folder_and_others_keep_out(
    tmp_path: Path, outputs: tuple[Output, ...], claimed: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        write_all([bundled(*outputs), Output(claimed, "other", "")], tmp_path / "site")


def test_files_are_copied_where_links_are_not_to_be_had(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "another file system")

    monkeypatch.setattr(os, "link", no_links)
    assert rebuild(built, [lazy(0, "k0")]).reused == 1
    old, new = (built / name / "activities/0/index.html" for name in ("old", "new"))
    assert old.read_bytes() == new.read_bytes()
    assert old.stat().st_ino != new.stat().st_ino
    assert old.stat().st_mtime_ns == new.stat().st_mtime_ns


# Two processes


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    manifests = {workers: tmp_path / f"{workers}.json" for workers in (1, 2, 3)}
    accounts = [
        write_all(pages(MANY, keyed=True), tmp_path / str(workers), manifest=manifest, workers=workers)
        for workers, manifest in manifests.items()
    ]
    assert accounts[0] == accounts[1] == accounts[2]
    assert tree(tmp_path / "1") == tree(tmp_path / "2") == tree(tmp_path / "3")
    assert len(tree(tmp_path / "1")) == MANY
    written = write_all(
        pages(MANY, keyed=True), tmp_path / "again", previous=tmp_path / "2", manifest=manifests[2], workers=2
    )
    assert written.reused == MANY


def makers(site: Path) -> list[int]:
    """The processes that made the files, each file holding the number of its maker."""
    return sorted({int(content) for content in tree(site).values()})


@pytest.mark.parametrize(("count", "processes"), [(MANY, 2), (FEWEST_TO_SHARE - 1, 1)])
def test_only_a_long_list_is_shared_out(tmp_path: Path, count: int, processes: int) -> None:
    outputs = [Output(f"{n}.txt", str(n), make=lambda: str(os.getpid())) for n in range(count)]
    write_all(outputs, tmp_path, workers=2)
    assert len(makers(tmp_path)) == processes


def test_a_second_process_begins_before_all_is_planned(tmp_path: Path) -> None:
    manifest, site = tmp_path / "manifest.json", tmp_path / "site"
    ahead = pages(3, keyed=True)
    with begun(ahead, site, previous=None, manifest=manifest, workers=2) as first:
        assert first is not None
        assert first.helper.answer()
        assert len(tree(site)) == 3

        written = write_all(
            [Output("late.txt", "late", "")],
            site,
            manifest=manifest,
            workers=2,
            ahead=first,
            claims=[("page", "prose")],
        )

    assert written.files == 4
    assert len(tree(site)) == 4
    again = tmp_path / "again"
    with begun(ahead, again, previous=site, manifest=manifest, workers=2) as first:
        assert write_all([], again, previous=site, manifest=manifest, workers=2, ahead=first).reused == 3


def test_what_was_begun_and_what_is_planned_have_no_path_in_common(tmp_path: Path) -> None:
    ahead = [Output("a.txt", "tea", "")]
    with begun(ahead, tmp_path, previous=None, manifest=None, workers=2) as first, pytest.raises(CollisionError):
        write_all([Output("A.txt", "choir", "")], tmp_path, workers=2, ahead=first)
    with (
        pytest.raises(UnsafePathError),
        begun([Output("../a", "", "")], tmp_path, previous=None, manifest=None, workers=2),
    ):
        pass


def test_one_process_begins_with_nothing(tmp_path: Path) -> None:
    with begun([Output("a.txt", "tea", "")], tmp_path, previous=None, manifest=None, workers=1) as first:
        assert first is None


def in_child(action: Callable[[], str]) -> Callable[[], str]:
    """A way to make content that does something else in a child."""
    parent = os.getpid()
    return lambda: "fine" if os.getpid() == parent else action()


def leave() -> str:
    sys.exit(3)


def kill_me() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


@pytest.mark.usefixtures("leaves_no_child")
@pytest.mark.parametrize(
    ("action", "message"),
    [
        (never, r"(?s)helped failed:.*made again.*while writing bad\.txt \(the tea group\)"),
        (kill_me, "ended by signal 9"),
        (leave, "SystemExit: 3"),
    ],
)
def test_grief_of_a_child_is_told(tmp_path: Path, action: Callable[[], str], message: str) -> None:
    outputs = [
        *pages(MANY),
        Output("bad.txt", "the tea group", make=in_child(action)),
        Output("last.txt", "last", ""),
    ]
    with pytest.raises(WorkerError, match=message):
        write_all(outputs, tmp_path, workers=2)


@pytest.mark.usefixtures("leaves_no_child")
def test_after_an_error_of_the_parent_no_child_goes_on(tmp_path: Path) -> None:
    def wait() -> str:
        time.sleep(600)
        return ""

    bad, slow = Output("bad.txt", "the tea group", make=never), Output("slow.txt", "slow", make=wait)
    start = time.monotonic()
    with pytest.raises(AssertionError, match="made again"):
        write_all([bad, *pages(MANY), slow], tmp_path, workers=2)
    assert time.monotonic() - start < 300


def test_a_child_stops_when_its_parent_was_killed(tmp_path: Path) -> None:
    alive = list[int]()

    def wait_for_the_end() -> str:
        while os.getppid() in alive:  # however late the parent comes to be killed
            time.sleep(0.001)
        return ""

    outputs = [Output(f"{n}.txt", str(n), make=wait_for_the_end) for n in range(MANY)]
    reader, writer = os.pipe()
    parent = os.fork()
    if parent == 0:
        try:
            alive.append(os.getpid())
            write_all([Output("first.txt", "first", make=kill_me), *outputs], tmp_path, workers=2)
        finally:
            os._exit(1)
    os.close(writer)
    assert os.read(reader, 1) == b""  # the end of the pipe: neither process is left
    os.close(reader)
    os.waitpid(parent, 0)
    assert len(tree(tmp_path)) < MANY / (20 if sys.platform == "linux" else 3)
