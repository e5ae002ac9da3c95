"""A document in, its words with their fields out, as text: what the index is made of and what a build keeps.

The words of its name come first, in their order; then, for each set of fields, the words that stand in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.search.documents import Document, Field
from generator.search.tokens import LONGEST, fold, index_tokens, tokens

CODE = "#"
"""What codes begin with among the words; no word of a text does."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of a document: of its name in order, and all by the bits of the fields that they stand in."""

    name: tuple[str, ...]
    by_fields: tuple[tuple[int, tuple[str, ...]], ...]


def packed(document: Document) -> str:
    """The words of a document as text."""
    fields: dict[str, int] = dict.fromkeys(index_tokens(document.name), int(Field.NAME))
    running: set[str] = set()
    for field, text in document.texts:
        found, bit = index_tokens(text), int(field)
        if field is Field.TEXT:
            running.update(found)
            continue
        for word in found:
            fields[word] = fields.get(word, 0) | bit
    for number in document.numbers:
        word = "".join(tokens(number))[:LONGEST]
        place = Field.CONTACT if word.isdigit() else Field.PLACE
        fields[word] = fields.get(word, 0) | place
    for field, code in document.codes:
        fields[code_word(code)] = int(field)
    for word in running.intersection(fields):
        fields[word] |= Field.TEXT
    by_fields: dict[int, list[str]] = {}
    for word, bits in fields.items():
        by_fields.setdefault(bits, []).append(word)
    only_running = sorted(running.difference(fields))  # most words of most records: quicker than one by one
    by_fields.setdefault(int(Field.TEXT), []).extend(only_running)
    lines = (f"{bits} {' '.join(words)}" for bits, words in sorted(by_fields.items()) if words)
    return "\n".join((" ".join(tokens(document.name)), *lines))


def code_word(code: str) -> str:
    """The word of the index that stands for a code of the vocabulary."""
    return CODE + "".join(fold(code).split())


def unpacked(text: str) -> Analysed:
    """The words of a document from their text."""
    name, *lines = text.split("\n")
    return Analysed(tuple(name.split()), tuple(_line(lines)))


def _line(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for line in lines:
        bits, *words = line.split(" ")
        yield int(bits), tuple(words)
