"""The index in, the files of `data/search/` out: stems in sorted files of bounded size, and a head that says which.

A browser loads the head, then one file for each word that is searched; words for spelling only where one is not found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from operator import sub

from generator.jsontext import text_of
from generator.search.analysis import CODE
from generator.search.documents import Field
from generator.search.index import Group, Terms, endings, order
from generator.search.tokens import tokens

FOLDER = "data/search/"
LARGEST = 20_000  # signs of a file of stems, unless a single stem has more
SHORTEST_SPELT, LONGEST_SPELT, MOST_SPELT = 3, 24, 20_000
"""Which words others are corrected to, and how many at most."""

About = Mapping[str, tuple[str, Sequence[str]]]
"""By code its label, and everyday words for the same: texts of one or more words."""


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One file of the index: its path below the site, its text."""

    path: str
    text: str


def index_files(groups: Sequence[Group], records: int, names: Sequence[str], about: About) -> Iterator[IndexFile]:
    """All files of an index of so many records and, after them, other documents; `names` are their addresses."""
    files = list(_word_files(groups))
    words = terms_of(about)
    spelling = _spelling(groups, words)
    stem_of = {word: group.stem for group in groups for word in group.words}
    head = {
        "records": records,
        "documents": len(names),
        "order": digest(names),
        "first": [first for first, _ in files],
        "endings": endings(groups),
        "about": [[code, about[code][0], *_stemmed(terms, stem_of)] for code, terms in words.items()],
    }
    version = digest([_json(head), _json(spelling), *(text for _, text in files)])
    yield IndexFile(f"{FOLDER}index.json", _json({"version": version, **head}))
    yield IndexFile(f"{FOLDER}spelling.json", _json({"version": version, "words": spelling}))
    for number, (_, text) in enumerate(files):
        yield IndexFile(f"{FOLDER}words/{number}.json", f'{{"version":"{version}",{text}}}\n')


def terms_of(about: About) -> Mapping[str, Terms]:
    """By code the words of its label and of each text that people say for it."""
    return {
        code: [words for text in (label, *synonyms) if (words := tokens(text))]
        for code, (label, synonyms) in about.items()
    }


def _stemmed(terms: Terms, stem_of: Mapping[str, str]) -> list[str]:
    """Terms as the stems of their words, each once."""
    return list(dict.fromkeys(" ".join(stem_of[word] for word in term) for term in terms))


def digest(parts: Iterable[str]) -> str:
    """A short digest of texts in their order."""
    found = blake2b(digest_size=6)
    for part in parts:
        found.update(part.encode() + b"\0")
    return found.hexdigest()


def _word_files(groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    """The first key of each file, cut as short as tells it from the one before, and the text of the file."""
    texts = {group.stem: _group(group) for group in groups}
    keys = sorted({*texts, *(word for group in groups for word in group.words)}, key=order)
    shelves: list[list[str]] = [[]]
    firsts, size = [""], 0
    for before, key in pairwise(("", *keys)):
        more = len(texts.get(key, ""))
        if size and size + more > LARGEST:
            shelves.append([])
            firsts.append(_shortest(before, key))
            size = 0
        shelves[-1].append(key)
        size += more
    shelf_of = {key: number for number, shelf in enumerate(shelves) for key in shelf}
    away = {
        word: group.stem for group in groups for word in group.words if shelf_of[word] != shelf_of[group.stem]
    }  # its file is not that of its stem
    for first, shelf in zip(firsts, shelves, strict=True):
        stems = ",".join(texts[key] for key in shelf if key in texts)
        see = {key: away[key] for key in shelf if key in away}
        yield first, f'"stems":{{{stems}}},"see":{_json(see)}'


def _shortest(before: str, key: str) -> str:
    return next(key[:length] for length in range(1, len(key) + 1) if order(key[:length]) > order(before))


def _group(group: Group) -> str:
    """A stem as JSON: its words where it is not its only one, its documents, and those by sets of fields.

    Documents are steps from one to the next; each of a name is followed by its spot there.
    """
    words = "" if group.words == (group.stem,) else " ".join(group.words)
    parts = [f'"{words}",{group.documents}']
    for bits, numbers in group.by_fields:
        steps = map(sub, numbers, (0, *numbers))
        if bits & Field.NAME:
            spots = group.spots
            listed = ",".join(f"{step},{spots.get(number, 0)}" for step, number in zip(steps, numbers, strict=True))
        else:
            listed = ",".join(map(str, steps))
        parts.append(f"{bits},[{listed}]")
    return f"{_json(group.stem)}:[{','.join(parts)}]"


def _spelling(groups: Sequence[Group], everyday: Mapping[str, Terms]) -> list[str]:
    """The words that others are corrected to, the likeliest first: five lists, each in the order of the alphabet."""
    common = (word for terms in everyday.values() for term in terms for word in term)
    ranked: dict[str, tuple[int, int]] = dict.fromkeys(common, (0, 0))
    for group in groups:
        for word in group.words if not group.stem.startswith(CODE) else ():
            if word not in ranked:
                ranked[word] = (_likely(group), -group.documents)
    likely = sorted(
        (rank, many, word) for word, (rank, many) in ranked.items()
        if SHORTEST_SPELT <= len(word) <= LONGEST_SPELT and word.isalpha()
    )[:MOST_SPELT]  # fmt: skip
    return [" ".join(sorted(word for rank, _, word in likely if rank == wanted)) for wanted in range(5)]


def _likely(group: Group) -> int:
    """How likely it is that a stem is meant, 0 being likeliest: names first, then what many texts say."""
    if group.best & Field.NAME:
        return 0 if group.documents > 1 else 1
    return 2 if group.documents > 4 else 3 if group.documents > 1 else 4  # noqa: PLR2004 - as its docstring says


def _json(value: object) -> str:
    return text_of(value)
