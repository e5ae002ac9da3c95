"""The site's own mark: the name of a small picture beside `mkdocs.yml` in, its bytes out, or why it cannot be used.

It stands in the header and on everything that is printed. It must be complete in itself: a page asks no other host, and
what a browser opens under our address runs no script of others.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.problems import Finding
from generator.records.files import Found, content_of

MOST = 64_000
"""Bytes; the workspace carries it in its page, so that nothing is fetched once a person is spoken of."""
KINDS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
"""Pictures that every browser draws, and their media types."""
_NOT_ALONE = re.compile(
    rb"""<script|<foreignobject|<!entity|\son[a-z]+\s*=|javascript:|@import|(?:href|src)\s*=\s*["'](?!#|data:image/)"""
    rb"""|url\(\s*["']?(?!#|data:image/)""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture: its bytes, and the end of its name."""

    content: bytes
    suffix: str

    @property
    def path(self) -> str:
        """Where it stands in the site."""
        return f"assets/logo{self.suffix}"

    @property
    def digest(self) -> str:
        """What changes when the picture does."""
        return blake2b(self.content, digest_size=4).hexdigest()

    @property
    def address(self) -> str:
        """Where pages find it, from the top; another one when it changes, so that no cache shows the old."""
        return f"{self.path}?v={self.digest}"

    @property
    def inline(self) -> str:
        """The picture as an address that is complete in itself."""
        return f"data:{KINDS[self.suffix]};base64,{b64encode(self.content).decode()}"


def read_logo(root: Path, name: str) -> Logo | tuple[str, str]:
    """The picture, or what is wrong with it and what to do."""
    suffix = Path(name).suffix.lower()
    if suffix not in KINDS:
        return f"“{name}” is no kind of picture that all browsers draw.", "Save it as SVG, PNG, JPEG or WebP."
    content = content_of(Found(name, str(root / name)))
    if not isinstance(content, bytes):
        return f"There is no picture “{name}”.", "Put it there, beside mkdocs.yml, or leave `logo` out."
    if len(content) > MOST:
        return (
            f"The picture “{name}” is larger than {MOST // 1000} kB.",
            "Save it smaller: on paper it is ten millimetres high.",
        )
    if suffix == ".svg" and _NOT_ALONE.search(content):
        return (
            f"The picture “{name}” holds a script, or asks for something that is not in it.",
            "Save it as a plain SVG, without scripts, links and other files.",
        )
    return Logo(content, suffix)


def logo_finding(name: str, path: tuple[str | int, ...], wrong: tuple[str, str]) -> Finding:
    """What is wrong with the picture, where the settings name it."""
    return Finding(name, path, "bad-logo", *wrong)
