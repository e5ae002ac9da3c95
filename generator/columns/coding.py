"""Values of many records in, columns out: a list of what occurs and, for each record, a few digits that say which.

A column is written digit by digit (all highest digits first), because neighbours of one kind compress best.
`assets/js/columns.mjs` reads it; `docs/data.md` describes it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Column = Mapping[str, object]


def digits(numbers: Sequence[int]) -> list[str]:
    """Whole numbers from 0 in base 64: the highest digits of all, then the next ones; nothing where all are 0."""
    planes: list[str] = []
    rest = list(numbers)
    while any(rest):
        planes.insert(0, "".join([DIGITS[number & 63] for number in rest]))
        rest = [number >> 6 for number in rest]
    return planes


def sets(of: Sequence[Sequence[str]], order: Iterable[str], labels: Mapping[str, str] | None = None) -> Column:
    """What each record says of a closed question, several answers at once; an empty set is “does not say”.

    Only values of `order` that occur are kept, in that order. The commonest sets come first and so have the smallest
    numbers.
    """
    counted = Counter(map(tuple, of))
    said = {value for one in counted for value in one}
    values = [value for value in order if value in said]
    place = {value: number for number, value in enumerate(values)}
    found = {one: tuple(sorted({place[value] for value in one})) for one in counted}
    often: Counter[tuple[int, ...]] = Counter()
    for one, count in counted.items():
        often[found[one]] += count
    distinct = sorted(often, key=lambda one: (-often[one], one))
    number_of = {one: number for number, one in enumerate(distinct)}
    numbered = {one: number_of[places] for one, places in found.items()}
    column: dict[str, object] = {"values": values}
    if labels is not None:
        column["labels"] = [labels[value] for value in values]
    return column | {"sets": [list(one) for one in distinct], "of": digits([numbered[tuple(one)] for one in of])}


def numbers(of: Sequence[int | None]) -> Column:
    """A number of each record, or nothing: 0 stands for nothing, 1 for the least that occurs."""
    known = [number for number in of if number is not None]
    least = min(known, default=0)
    return {"from": least, "of": digits([0 if number is None else number - least + 1 for number in of])}


def items(of: Sequence[object | None]) -> Column:
    """Things that several records share, such as a point on the map: 0 stands for nothing, 1 for the first item."""
    counted = Counter(one for one in of if one is not None)
    distinct = sorted(counted, key=lambda one: (-counted[one], repr(one)))
    number_of = {one: number for number, one in enumerate(distinct, 1)}
    return {"items": distinct, "of": digits([0 if one is None else number_of[one] for one in of])}
