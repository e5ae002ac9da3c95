"""Analysed documents in, the inverted index out: for each stem the documents, where in them, and the words themselves.

Everything is sorted, so that two builds of the same records give the same bytes.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import merge
from operator import itemgetter

from generator.search.analysis import CODE, Analysed
from generator.search.documents import Field
from generator.search.tokens import stems

FIELD_BITS = 13
ALL_FIELDS = (1 << FIELD_BITS) - 1
MOST_SPOTS = 15
ENDINGS, FEWEST_WITH_ENDING, LONGEST_ENDING, SHORTEST_STEM = 60, 3, 5, 3


Terms = Sequence[Sequence[str]]
"""Terms of one or more words."""


@dataclass(frozen=True, slots=True)
class Group:
    """A stem: its words, the commonest first, in how many documents it is, and where."""

    stem: str
    words: tuple[str, ...]
    documents: int
    by_fields: tuple[tuple[int, Sequence[int]], ...]
    spots: Mapping[int, int]
    """By document, where in its name the stem stands first: place * 16 + words of the name."""
    best: int
    """The bits of all fields that it stands in anywhere."""


class Postings:
    """Gathers documents in their order; what each word stands in is one number a document."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.count = 0
        self._found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        self._names: list[tuple[str, ...]] = []

    def add(self, document: Analysed) -> None:
        """One more document, whose number is how many there were."""
        base = self.count << FIELD_BITS
        found = self._found
        for bits, words in document.by_fields:
            value = base | bits
            for word in words:
                found[word].append(value)
        self._names.append(document.name)
        self.count += 1

    @property
    def codes(self) -> frozenset[str]:
        """The codes among the words so far."""
        return frozenset(word for word in self._found if word.startswith(CODE))

    def groups(self, language: str, everyday: Mapping[str, Terms]) -> Iterator[Group]:
        """All stems in their order; `everyday` has by code the terms for it, the words of which become known, too."""
        words = sorted({*self._found, *(word for terms in everyday.values() for term in terms for word in term)})
        stem_of = dict(zip(words, _stem_of(words, language), strict=True))
        together: dict[str, list[str]] = {}
        for word, stem in stem_of.items():
            together.setdefault(stem, []).append(word)
        values = {stem: self._values(several) for stem, several in together.items()}
        for code, terms in everyday.items():
            if len(terms) > 1:  # its label alone is no other word for it
                alike = {stem_of[term[0]] for term in terms if len(term) == 1}
                values[code] = _with_alike(values[code], (values[stem] for stem in alike))
        spots = self._spots(stem_of)
        for stem in sorted(together, key=order):
            yield self._group(stem, together[stem], values[stem], spots.get(stem, {}))

    def _values(self, words: list[str]) -> Sequence[int]:
        """What words of one stem stand in; sorts them, the commonest first."""
        found = self._found
        words.sort(key=lambda word: (-len(found[word]), word))
        return found[words[0]] if len(words) == 1 else _joined(merge(*(found[word] for word in words)))

    def _group(self, stem: str, words: list[str], values: Sequence[int], spots: Mapping[int, int]) -> Group:
        by_fields: dict[int, list[int]] = {}
        best = 0
        for value in values:
            bits = value & ALL_FIELDS
            best |= bits
            known = by_fields.get(bits)
            if known is None:
                by_fields[bits] = [value >> FIELD_BITS]
            else:
                known.append(value >> FIELD_BITS)
        return Group(
            stem=stem, words=tuple(words), documents=len(values), by_fields=tuple(sorted(by_fields.items())),
            spots=spots, best=best,
        )  # fmt: skip

    def _spots(self, stem_of: Mapping[str, str]) -> Mapping[str, Mapping[int, int]]:
        spots: dict[str, dict[int, int]] = {}
        for number, name in enumerate(self._names):
            length = min(len(name), MOST_SPOTS)
            for place, word in enumerate(name):
                at = min(place, MOST_SPOTS) << 4 | length
                spots.setdefault(stem_of[word], {}).setdefault(number, at)
        return spots


def order(key: str) -> bytes:
    """What keys are sorted by: the order in which a browser compares strings."""
    return key.encode("utf-16-be")


def endings(groups: Sequence[Group]) -> tuple[str, ...]:
    """The commonest endings by which words of the site differ from their stems: how unknown words find their stem."""
    counted: Counter[str] = Counter()
    for group in groups:
        for word in group.words:
            ending = word[len(group.stem) :]
            if word.startswith(group.stem) and 0 < len(ending) <= LONGEST_ENDING and len(group.stem) >= SHORTEST_STEM:
                counted[ending] += 1
    often = [(ending, count) for ending, count in counted.items() if count >= FEWEST_WITH_ENDING]
    often.sort(key=lambda one: (-one[1], one[0]))
    return tuple(map(itemgetter(0), often[:ENDINGS]))


def _stem_of(words: Sequence[str], language: str) -> Iterator[str]:
    """The stem of each word; codes have none."""
    for word, stem in zip(words, stems(words, language), strict=True):
        yield word if word.startswith(CODE) else stem


def _with_alike(own: Sequence[int], alike: Iterable[Sequence[int]]) -> list[int]:
    """What a code stands in, and the documents whose name or summary has another word for it."""
    have = {value >> FIELD_BITS for value in own}
    others = {value >> FIELD_BITS for values in alike for value in values if value & (Field.NAME | Field.SUMMARY)}
    return sorted((*own, *(number << FIELD_BITS | Field.ALIKE for number in others - have)))


def _joined(values: Iterator[int]) -> list[int]:
    """Sorted numbers with those of one document made one."""
    found: list[int] = []
    for value in values:
        if found and found[-1] >> FIELD_BITS == value >> FIELD_BITS:
            found[-1] |= value & ALL_FIELDS
        else:
            found.append(value)
    return found
