"""Style sheets, scripts and icons of the browser → files of the site; one version for all, so that caches notice."""

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.icons import material_icons, names, sprite
from generator.output import Output
from generator.words import Words
from generator.words.browser import said

FOLDER = Path(__file__).parent

_COMMENTS = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)
_IMPORT = re.compile(rb"""(\b(?:from|import)\s*\(?")(\.{1,2}/[^"?]+\.mjs)(")""")


def asset_outputs(words: Words) -> tuple[Output, ...]:
    """Every asset of ours, with the words of the site's locale."""
    asked = f"?v={version(words)}".encode()
    return tuple(
        Output(path, "the assets", content=_versioned(content, asked) if path.endswith(".mjs") else content)
        for path, content in _files(words)
    )


@cache
def version(words: Words) -> str:
    """A digest of all assets."""
    digest = blake2b(digest_size=4)
    for path, content in _files(words):
        digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _versioned(module: bytes, asked: bytes) -> bytes:
    """A module that asks for others in its own version: a cache may hold an old one of the same name."""
    return _IMPORT.sub(rb"\1\2" + asked + rb"\3", module)


@cache
def _files(words: Words) -> tuple[tuple[str, bytes], ...]:
    sheets = b"\n".join(part.read_bytes() for part in sorted((FOLDER / "css").glob("*.css")))
    plain = (*FOLDER.glob("*.css"), *FOLDER.glob("*.svg"), *(FOLDER / "js").rglob("*.*js"))
    found = {f"assets/{path.relative_to(FOLDER).as_posix()}": path.read_bytes() for path in sorted(plain)}
    found["assets/fp.css"] = _COMMENTS.sub(b"", sheets)  # a quarter of it
    found["assets/icons.svg"] = sprite(names(), material_icons()).encode()
    found["assets/js/said.mjs"] = said(words.messages).encode()
    return tuple(found.items())
