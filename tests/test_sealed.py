"""What was saved comes back whole or not at all, and nobody comes to grief over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import sealed

PARTS = (b"tea\n", b"", b"walk\n\xff\0")
WHOLE = b"".join(PARTS)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept.txt"

    assert sealed.load(path) is None
    sealed.save(path, PARTS)
    assert sealed.load(path) == WHOLE
    sealed.save(path, ())
    assert sealed.load(path) == b""
    assert list(path.parent.iterdir()) == [path]


def test_what_has_another_form_is_not_taken(tmp_path: Path) -> None:
    sealed.save(tmp_path / "kept.txt", PARTS, "of today")

    assert sealed.load(tmp_path / "kept.txt", "of today") == WHOLE
    assert sealed.load(tmp_path / "kept.txt", "of tomorrow") is None
    assert sealed.load(tmp_path / "kept.txt") is None


def damaged(whole: bytes) -> Iterator[bytes]:
    """A file that was cut off, has a wrong bit, a byte too many, or something else in it."""
    yield from (whole[:length] for length in range(len(whole)))
    yield from (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole)))
    yield whole + b"\0"
    yield b"{}"


def test_a_file_that_was_damaged_anywhere_is_worth_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    sealed.save(path, PARTS)

    for content in damaged(path.read_bytes()):
        path.write_bytes(content)
        assert sealed.load(path) is None


@pytest.mark.parametrize("place", ["file/kept.txt", "folder"])
def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    (tmp_path / "folder").mkdir()

    sealed.save(tmp_path / place, PARTS)

    assert sealed.load(tmp_path / place) is None


def test_a_run_that_was_ended_while_it_wrote_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    sealed.save(path, PARTS)

    def ended() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sealed.save(path, ended())
    assert sealed.load(path) == WHOLE
    sealed.save(path, PARTS[:1])
    assert sealed.load(path) == PARTS[0]
