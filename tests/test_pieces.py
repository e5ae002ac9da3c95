"""Pieces that were kept are those that would be made; whatever is wrong with the file, they are made anew."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.jsontext import decoded
from generator.pieces import pieces

KEYS = ("tea", "walk", "choir")


class Maker:
    """Makes pieces and remembers which."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(self, at: int) -> object:
        self.made.append(at)
        return {"at": KEYS[at], "lines": "one\ntwo"}


def told(path: Path | None, keys: Sequence[str] = KEYS) -> tuple[list[object], list[int]]:
    """The pieces of some keys, and the places of those that had to be made."""
    make = Maker()
    return [decoded(piece) for piece in pieces(path, keys, make)], make.made


def test_what_was_kept_is_not_made_again(tmp_path: Path) -> None:
    first, made = told(tmp_path / "kept.txt")
    second, again = told(tmp_path / "kept.txt")

    assert made == [0, 1, 2]
    assert again == []
    assert first == second == [{"at": key, "lines": "one\ntwo"} for key in KEYS]


def test_only_what_has_another_key_is_made(tmp_path: Path) -> None:
    told(tmp_path / "kept.txt")

    found, made = told(tmp_path / "kept.txt", ("tea", "swim", "choir"))

    assert made == [1]
    assert found[2] == {"at": "choir", "lines": "one\ntwo"}


def test_what_is_no_longer_asked_for_is_not_kept(tmp_path: Path) -> None:
    told(tmp_path / "kept.txt")
    told(tmp_path / "kept.txt", KEYS[:1])

    _, made = told(tmp_path / "kept.txt")

    assert made == [1, 2]


def test_without_a_file_everything_is_made() -> None:
    assert told(None) == told(None)
    assert told(None)[1] == [0, 1, 2]


def test_a_file_that_was_damaged_anywhere_changes_nothing(tmp_path: Path) -> None:
    expected, _ = told(tmp_path / "kept.txt")
    whole = (tmp_path / "kept.txt").read_bytes()

    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1
        (tmp_path / "kept.txt").write_bytes(damaged)
        assert told(tmp_path / "kept.txt") == (expected, [0, 1, 2])


@pytest.mark.parametrize("content", [b"", b"\0" * 99, b"\xff\xfe\n1", b"{}", b"tea 1\n7", b"3"])
def test_a_strange_file_changes_nothing(tmp_path: Path, content: bytes) -> None:
    expected, _ = told(None)
    (tmp_path / "kept.txt").write_bytes(content)

    assert told(tmp_path / "kept.txt")[0] == expected


def test_a_folder_that_cannot_be_written_to_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert told(tmp_path / "file" / "kept.txt") == told(None)
