"""One rendered page with holes in, ten thousand pages out: its text is split at the holes once and joined for each.

MkDocs renders one page for each section and depth of address; its title, address, head and body are holes: words
between two private signs, which survive escaping. No text of a record or setting has such signs, so none passes for a
hole. Values must come escaped.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

HOLES = ("title", "description", "slug", "head", "current", "body")
NEEDED = frozenset({"title", "description", "head", "body"})
"""What no shell may be without. Its address may be empty, and its section may not stand in the navigation."""
_BEGIN, _END = "\ue000", "\ue001"
_HOLE = re.compile(f"{_BEGIN}({'|'.join(HOLES)}){_END}")


def hole(name: str) -> str:
    """The word that stands for a value in a shell."""
    if name not in HOLES:
        raise ValueError(f"there is no hole {name}")
    return f"{_BEGIN}{name}{_END}"


@dataclass(frozen=True, slots=True)
class PageShell:
    """A page with holes: `texts` stand around `holes`, one more than they."""

    texts: tuple[str, ...]
    holes: tuple[str, ...]
    _encoded: tuple[bytes, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Encodes the texts once for all pages: they are most of each."""
        object.__setattr__(self, "_encoded", tuple(text.encode() for text in self.texts))

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The page with a value, already escaped, in each hole."""
        parts = [b""] * (2 * len(self.texts) - 1)
        parts[::2] = self._encoded
        parts[1::2] = [values[name].encode() for name in self.holes]
        return b"".join(parts)


def page_shell(html: str, url: str) -> PageShell:
    """The shell of a page that was rendered for the address `url`, which becomes a hole too.

    A page without one of the holes that are needed cannot be a shell.
    """
    parts = _HOLE.split(html.replace(url, hole("slug")) if url else html)
    missing = NEEDED - set(parts[1::2])
    if missing:
        raise ValueError(f"the shell has no hole for {', '.join(sorted(missing))}")
    return PageShell(tuple(parts[0::2]), tuple(parts[1::2]))


def survivors(html: str) -> tuple[str, ...]:
    """The holes that are left in a page; there should be none."""
    return tuple(_HOLE.findall(html))
