"""Two looks at files differ exactly where a file that belongs to the site has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.preview.watching import LONGEST, changed, look, rested


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data/venues").mkdir(parents=True)
    (tmp_path / "data/venues/hall.yml").write_text("name: Hall\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    return tmp_path


def write(name: str, text: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return change


def linked(folder: Path) -> None:
    (folder / "data/around").symlink_to(folder, target_is_directory=True)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (write("data/venues/hall.yml", "name: Hall!\n"), ["data/venues/hall.yml"]),
        (write("data/venues/barn.yml", ""), ["data/venues/barn.yml"]),
        (write("data/more/deep/barn.yml", ""), ["data/more/deep/barn.yml"]),
        (write("mkdocs.yml", "site_name: B\n"), ["mkdocs.yml"]),
        (lambda folder: (folder / "data/venues/hall.yml").unlink(), ["data/venues/hall.yml"]),
        (lambda folder: (folder / "mkdocs.yml").unlink(), ["mkdocs.yml"]),
        (
            lambda folder: (folder / "data/venues/hall.yml").rename(folder / "data/venues/barn.yml"),
            ["data/venues/barn.yml", "data/venues/hall.yml"],
        ),
        (write("data/venues/.hall.yml.swp", "an editor's own"), []),
        (write("data/__pycache__/a.pyc", ""), []),
        (write("site/index.html", "not watched"), []),
        (lambda folder: (folder / "data/dead.yml").symlink_to(folder / "nowhere"), []),
        (lambda folder: (folder / "data/empty").mkdir(), []),
        (linked, ["data/around"]),  # the link itself: what it leads to is not the site's
    ],
)
def test_a_change_is_seen(change: Callable[[Path], object], names: list[str], folder: Path) -> None:
    paths = (folder / "data", folder / "mkdocs.yml", folder / "absent")
    before = look(paths)
    assert changed(before, look(paths)) == ()

    change(folder)

    assert changed(before, look(paths)) == tuple(str(folder / name) for name in names)


def test_who_writes_in_steps_is_waited_for(folder: Path) -> None:
    steps = iter(("name: H", "name: Ha", "name: Hall"))
    paths = (folder / "data",)

    def sleep(_seconds: float) -> None:
        text = next(steps, None)
        if text:
            write("data/venues/hall.yml", text)(folder)

    assert rested(paths, look(paths), sleep) == look(paths)
    assert next(steps, None) is None


def test_a_file_that_never_rests_does_not_keep_others_from_being_seen(folder: Path) -> None:
    asked: list[float] = []

    def sleep(seconds: float) -> None:
        asked.append(seconds)
        write("data/log.txt", "x" * len(asked))(folder)

    rested((folder / "data",), {}, sleep)

    assert len(asked) == LONGEST
