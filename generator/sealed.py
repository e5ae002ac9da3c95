"""Bytes in, a file beside the site out that may be lost: the next run gets them back whole, or nothing.

A digest at the end of the file tells whether all is as it was written: a file that was cut off, damaged or written by
two programs at once is worth nothing, and what it held is made anew.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_SIZE = 16  # bytes of the digest


def load(path: Path, form: str = "") -> bytes | None:
    """What was saved in this form; None where there is no such file, or not all of it."""
    try:
        with path.open("rb") as file:
            content = file.read(max(0, os.fstat(file.fileno()).st_size - _SIZE))
            seal = _seal(form)
            seal.update(content)
            whole = file.read() == seal.digest()
    except OSError:
        return None
    return content if whole else None


def save(path: Path, parts: Iterable[bytes], form: str = "") -> None:
    """Keeps some bytes for the next run; `form` is a word for what their form hangs on, such as a digest of code.

    Where nothing can be written, that run makes them again.
    """
    aside, seal = path.with_name(f"{path.name}.new"), _seal(form)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            for part in parts:
                seal.update(part)
                file.write(part)
            file.write(seal.digest())
        aside.replace(path)


def _seal(form: str) -> blake2b:
    return blake2b(form.encode(), digest_size=_SIZE)
