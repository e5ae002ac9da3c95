"""A long list in the order of its names → leaves of a few dozen, each with a pager, letters to jump to, letter heads.

The first leaf has the list's address, the others a number more: `directory/all/`, `directory/all/2/`.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from generator.pages.ways import Link
from generator.words import Words

NO_LETTER = "0–9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a leaf stands in its list, and the ways to its neighbours."""

    place: str
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a list: what of the list it holds."""

    url: str
    number: int
    first: int
    last: int
    """The place after its last item, as in a slice."""
    pager: Pager | None
    """None where the list has one leaf only."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours on a leaf whose names begin with one letter."""

    letter: str | None
    """None on a list of one leaf, which needs no letters."""
    places: tuple[int, ...]
    """Their places in the list."""


def leaves(words: Words, url: str, length: int, most: int) -> Iterator[Leaf]:
    """The leaves of a list; an empty list has none."""
    count = -(-length // most)
    for number in range(1, count + 1):
        yield Leaf(
            url=leaf_url(url, number),
            number=number,
            first=(number - 1) * most,
            last=min(number * most, length),
            pager=Pager(
                place=words.t("Page %(number)s of %(count)s", number=words.number(number), count=words.number(count)),
                previous=leaf_url(url, number - 1) if number > 1 else None,
                next=leaf_url(url, number + 1) if number < count else None,
            )
            if count > 1
            else None,
        )


def leaf_url(url: str, number: int) -> str:
    """The address of a leaf."""
    return url if number == 1 else f"{url}{number}/"


def letters(url: str, names: Sequence[str], most: int) -> tuple[Link, ...]:
    """The ways to the first name under each letter, where the list has several leaves."""
    if len(names) <= most:
        return ()
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        first.setdefault(letter(name), place)
    return tuple(
        Link(url=f"{leaf_url(url, place // most + 1)}#{anchor(sign)}", label=sign) for sign, place in first.items()
    )


def groups(leaf: Leaf, names: Sequence[str]) -> tuple[Group, ...]:
    """What a leaf holds, by letters where the list has several leaves."""
    if leaf.pager is None:
        return (Group(None, tuple(range(leaf.first, leaf.last))),)
    signs = ((letter(names[place]), place) for place in range(leaf.first, leaf.last))
    return tuple(
        Group(sign, tuple(place for _sign, place in there)) for sign, there in groupby(signs, key=itemgetter(0))
    )


def anchor(sign: str) -> str:
    """The name of the place on a page where the names with a letter begin."""
    return "letter-other" if sign == NO_LETTER else f"letter-{sign.lower()}"


def letter(name: str) -> str:
    """The letter under which a name stands; “0–9” for all that begin with none."""
    first = unicodedata.normalize("NFKD", name)[:1].upper()
    return first if first.isalpha() else NO_LETTER


def name_key(name: str) -> tuple[str, str, str]:
    """Sorts names as people look for them: capitals and accents do not count, figures come first."""
    sign = letter(name)
    plain = name
    if not name.isascii():
        plain = "".join(part for part in unicodedata.normalize("NFKD", name) if not unicodedata.combining(part))
    return "" if sign == NO_LETTER else sign, plain.casefold(), name
