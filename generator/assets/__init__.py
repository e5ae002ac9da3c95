"""Style sheets, scripts and icons of the browser → files of the site; one version for all, so that caches notice."""

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.icons import material_icons, names, sprite
from generator.output import Output

FOLDER = Path(__file__).parent

_COMMENTS = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)


def asset_outputs() -> tuple[Output, ...]:
    """Every asset of ours."""
    return tuple(Output(path, "the assets", content=content) for path, content in _files())


@cache
def version() -> str:
    """A digest of all assets."""
    digest = blake2b(digest_size=4)
    for path, content in _files():
        digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


@cache
def _files() -> tuple[tuple[str, bytes], ...]:
    sheets = b"\n".join(part.read_bytes() for part in sorted((FOLDER / "css").glob("*.css")))
    plain = (*FOLDER.glob("*.css"), *FOLDER.glob("*.svg"), *FOLDER.glob("js/*.*js"))
    return (
        ("assets/fp.css", _COMMENTS.sub(b"", sheets)),  # a quarter of it
        ("assets/icons.svg", sprite(names(), material_icons()).encode()),
        *((f"assets/{path.relative_to(FOLDER).as_posix()}", path.read_bytes()) for path in sorted(plain)),
    )
