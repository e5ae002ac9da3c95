"""The text by which anybody corrects facts: made for a page or a mail, filled in by hand, read back from what arrives.

    [record knit-and-natter] Knit and Natter
    [phone] Telephone: 01632 960101
    The right one is: 01632 960199

    [role] Your part in this, not your name
    Answer: a neighbour
    [end]

The words in square brackets say what an answer is about; all others may be changed, quoted or wrapped on the way.
An answer stands behind “The right one is:” up to the next empty line or bracket. docs/corrections.md says it all.
"""

import email.policy
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from generator.edit.facts import FACTS
from generator.words import Words
from generator.words import mark as _

RIGHT, ANSWER, REASON = _("The right one is:"), _("Answer:"), _("The reason is:")
INTRO = _("Please write what is right behind “The right one is:”, and leave empty what you do not know.")
HEADING = "record"
SAYS = ("date", "role", "how")
"""What is asked once for all facts of a text: when this was found out, by what role, how."""
OTHER, END = "other", "end"
SESSIONS = ("cancel", "closed")

_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_MARK = re.compile(r"\[\s*([a-z_]+)(?:\s+([a-z0-9](?:[a-z0-9 .-]*[a-z0-9])?))?\s*\]")
_KNOWN = frozenset({HEADING, *SAYS, OTHER, END, *SESSIONS, *FACTS})
_RAW = re.compile("[\udc80-\udcff]+")  # bytes that are no UTF-8, as Python keeps them in a text
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANK = re.compile(r"\n[ \t]*\n")
_GAP = re.compile(r"_{2,}|…")
_ADDRESS = re.compile(r"https?://\S+")
_ONLY_DRAWN = "This mail has no plain text. Copy what it shows into a file, and give that one."
_HEADERS = re.compile(r"(?:[A-Z][\w-]+: .*\n(?:[ \t].*\n)*){2,}\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact as a text asks for it."""

    code: str
    label: str
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A record, and the facts of it that a text asks for."""

    id: str
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answers about a record; `about` is a fact, `cancel` or `closed`, `days` those of the last two."""

    record: str
    about: str
    text: str
    days: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One filled-in text: its answers, who says so, and what cannot be placed."""

    answers: tuple[Answer, ...]
    date: str | None = None
    role: str | None = None
    how: str | None = None
    unplaced: tuple[str, ...] = field(default=())


def written(words: Words, sections: Iterable[Section]) -> str:
    """The text that asks for facts, with what we have."""
    asking = (
        text for one in sections for text in (heading(one), *(asked(words, question) for question in one.questions))
    )
    return "".join(asking) + tail(words)


def heading(section: Section) -> str:
    """The line of the record that questions are about."""
    return f"[{HEADING} {section.id}] {_outside(section.name)}\n\n"


def asked(words: Words, question: Question) -> str:
    """What one question adds to the text."""
    now = _outside(question.now) if question.now else words.t("not known")
    return f"[{question.code}] {question.label}: {now}\n{words.t(RIGHT)} \n\n"


def tail(words: Words) -> str:
    """What is asked at the end, once for all."""
    answer = words.t(ANSWER)
    asked = {
        OTHER: words.t("Anything else that is wrong"),
        "role": words.t("Your part in this, not your name: neighbour, group leader, link worker"),
        "how": words.t("How you know it: visited, rang, wrote, website"),
    }
    return "".join((*(f"[{mark}] {said}\n{answer} \n\n" for mark, said in asked.items()), f"[{END}]\n"))


def _outside(text: str) -> str:
    """Somebody's text where it must not be taken for one of our marks."""
    return text.replace("[", "(").replace("]", ")").replace("\N{NO-BREAK SPACE}", " ")


def read_slips(text: str, words: Words) -> tuple[Slip, ...]:
    """Every filled-in text in a mail or file; what stands around them counts as unplaced."""
    plain = _normal(text)
    if plain is None:
        return (Slip(answers=(), unplaced=(_ONLY_DRAWN,)),)
    phrases = {RIGHT, ANSWER, REASON, *map(words.t, (RIGHT, ANSWER, REASON))}
    said = re.compile("|".join(r"\s+".join(map(re.escape, one.split())) for one in sorted(phrases)), re.IGNORECASE)
    found: list[Slip] = []
    marks = [one for one in _MARK.finditer(plain) if one[1] in _KNOWN]
    ours = frozenset(map(_one_line, (INTRO, words.t(INTRO))))
    reading = _Reading(said, ours)
    reading.rest(plain[: marks[0].start()] if marks else plain)
    ends = [*(one.start() for one in marks[1:]), len(plain)]
    for mark, end in zip(marks, ends, strict=False):
        reading.mark(mark[1], mark[2] or "", plain[mark.end() : end])
        if mark[1] == END:
            found.append(reading.slip())
            reading = _Reading(said, ours)
    last = reading.slip()
    return tuple(one for one in (*found, last) if one.answers or one.unplaced)


class _Reading:
    """Collects the answers of one text."""

    def __init__(self, said: re.Pattern[str], ours: frozenset[str]) -> None:
        self.said, self.ours, self.record = said, ours, ""
        self.answers: list[Answer] = []
        self.says: dict[str, str] = {}
        self.unplaced: list[str] = []

    def slip(self) -> Slip:
        """What was collected."""
        return Slip(answers=tuple(self.answers), unplaced=tuple(self.unplaced), **self.says)

    def rest(self, text: str) -> None:
        """Keeps words of theirs that stand around the answers."""
        for part in _BLANK.split(text):
            plain = _one_line(part)
            if plain and plain not in self.ours and not _ADDRESS.fullmatch(plain):
                self.unplaced.append(plain)

    def mark(self, about: str, more: str, body: str) -> None:
        """Reads what stands behind a mark, up to the next one."""
        if about == HEADING:
            self.record = more.strip()
            self.rest("".join(_BLANK.split(body, maxsplit=1)[1:]))  # its name comes first
            return
        if about == END:
            self.rest(body)
            return
        phrase = self.said.search(body)
        if phrase is None:
            if about not in {OTHER, *SAYS}:
                self.unplaced.append(_one_line(f"[{about}]{body}"))
            return
        answer, rest = _first(body[phrase.end() :])
        self.rest(rest)
        if not answer:
            return
        if about in SAYS:
            self.says[about] = answer
        elif about == OTHER:
            self.unplaced.append(answer)
        elif not self.record:
            self.unplaced.append(f"[{about}] {answer}")
        else:
            self.answers.append(Answer(record=self.record, about=about, text=answer, days=more.strip()))


def letters(content: bytes) -> str:
    """The text of a file: as UTF-16 where it says so, else as UTF-8; other bytes wait for what a mail says of them."""
    if content[:2] in {BOM_UTF16_LE, BOM_UTF16_BE}:
        return content.decode("utf-16", "replace")
    return content.decode("utf-8", "surrogateescape")


def _first(text: str) -> tuple[str, str]:
    """An answer, and what stands behind the empty line after it. It begins on this line or on the next."""
    stripped = text.lstrip(" \t")
    body = stripped.removeprefix("\n")
    if body.startswith("\n") or not body.strip():
        return "", body
    blank = _BLANK.search(body)
    answer, rest = (body[: blank.start()], body[blank.end() :]) if blank else (body, "")
    return _GAP.sub("", _one_line(answer)).strip(), rest


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _normal(text: str) -> str | None:
    """The text without what mail programs do to it: headers, quoting, odd spaces, hidden signs, other line endings.

    None where a whole mail has no plain text in it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _HEADERS.match(text):
        body = _body(text)
        if body is None:
            return None
        text = body
    text = _RAW.sub(_western, text)
    text = _HIDDEN.sub("", unicodedata.normalize("NFC", text))
    text = "".join(" " if sign != "\n" and sign.isspace() else sign for sign in text)
    return _QUOTED.sub("", text)


def _body(text: str) -> str | None:
    """The plain part of a whole mail, or None."""
    mail = email.message_from_bytes(text.encode("utf-8", "surrogateescape"), policy=email.policy.default)
    part = mail.get_body(("plain",))
    if part is None:
        return None
    return _named(bytes(part.get_payload(decode=True)), part.get_content_charset()).replace("\r\n", "\n")


def _named(raw: bytes, charset: str | None) -> str:
    """Bytes as letters of the kind that a mail names, or as UTF-8 where an editor has kept the mail so."""
    with suppress(UnicodeDecodeError):
        if not raw.isascii():
            return raw.decode()
    try:
        return raw.decode(charset or "cp1252", "replace")
    except (LookupError, UnicodeError):  # a kind that no program reads: letters of ASCII stay what they are
        return raw.decode("ascii", "replace")


def _western(found: re.Match[str]) -> str:
    """Bytes of which nobody says what they mean, as most programs of western Europe and America would mean them."""
    return found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
