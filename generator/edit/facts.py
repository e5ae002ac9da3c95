"""The facts that people correct: where each stands in a record, what we have, and what an answer of theirs means.

One table serves the form on a page, the text of a mail and `fingerpost apply`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Any, TypeAlias

from generator.edit.edits import Path
from generator.records import codes, scalars
from generator.records.common import AccessAnswer
from generator.records.model import Activity, Resource, Venue, VenueChoice
from generator.records.tried import Refused, tried
from generator.records.yamltext import Value  # noqa: TC001 - stands in the aliases below
from generator.schedule.words import phrase
from generator.words import Words
from generator.words import mark as _

Record = Resource | Activity | Venue
Meant: TypeAlias = "Value | Refused"
"""What an answer comes to: a value for the file, or why it is none."""
Label: TypeAlias = Callable[[str, str], str]
"""The words that the site has for a code, by its vocabulary; for `venue` the name of the one with this id."""
Reader: TypeAlias = Callable[[str, Label], Meant]

_NOTE = re.compile(r"(yes|no|ask)\b[\s,;:.–—-]*(.*)", re.IGNORECASE | re.DOTALL)
_MONEY = re.compile(r"[^\w\s.,-]?\s?([0-9]{1,6}(?:\.[0-9]{1,2})?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: its code in texts, where it stands, its label, what is checked with it, how answers are read."""

    code: str
    path: Path
    label: str
    part: str | None
    read: Reader


def _plain(reader: Callable[[Any], Any]) -> Reader:
    """Reads an answer by the check's own rules and keeps it as it was written."""

    def read(answer: str, _label: Label) -> Meant:
        found = tried(reader, answer)
        return found if isinstance(found, Refused) else answer

    return read


def _money(answer: str, label: Label) -> Meant:
    """An amount, also with the sign of a currency before it; “free” and “nothing” are 0."""
    if answer.casefold().rstrip(".") in {"free", "nothing", "no charge"}:
        return "0"
    found = _MONEY.fullmatch(answer)
    return found[1] if found else _plain(scalars.money)(answer, label)


def _access(answer: str, _label: Label) -> Meant:
    """Yes, no or ask, and a note behind it: “yes, by the side door”."""
    found = _NOTE.fullmatch(answer)
    if not found:
        return Refused(f"“{answer}” does not begin with yes, no or ask.", "Write yes, no or ask, then what else is so.")
    word, note = found[1].lower(), found[2].strip()
    return {"is": word, "note": note} if note else word


def code_of(vocabulary: str, answer: str, label: Label) -> str | Refused:
    """A code of a closed vocabulary: by itself, by our own words for it, or by those that the site shows."""
    own = codes.CLOSED[vocabulary]
    shown = {code: label(vocabulary, code) for code in own}
    plain = answer.casefold().rstrip(".")
    if plain in own:
        return plain
    meant = {str(words).casefold(): code for known in (own, shown) for code, words in known.items()}
    return meant.get(plain) or Refused(f"“{answer}” is not one of: {', '.join(map(str.lower, shown.values()))}.")


def _code(vocabulary: str) -> Reader:
    return lambda answer, label: code_of(vocabulary, answer, label)


def _codes(vocabulary: str) -> Reader:
    """Several answers of a vocabulary between commas, each by its code or its words."""

    def read(answer: str, label: Label) -> Meant:
        found: list[Value] = []
        for part in filter(None, map(str.strip, answer.split(","))):
            code = code_of(vocabulary, part, label)
            if isinstance(code, Refused):
                return code
            found.append(code)
        return found

    return read


_CONTACT = (
    Fact(code="phone", path=("contact", "phone"), label=_("Telephone"), part="contact", read=_plain(scalars.phone)),
    Fact(code="text", path=("contact", "text"), label=_("Number for texts"), part="contact",
         read=_plain(scalars.phone)),
    Fact(code="email", path=("contact", "email"), label=_("Email"), part="contact", read=_plain(scalars.email)),
    Fact(code="website", path=("contact", "website"), label=_("Website"), part="contact",
         read=_plain(scalars.web_address)),
    Fact(code="answered", path=("contact", "answered"), label=_("The telephone is answered"), part="contact",
         read=_plain(scalars.line)),
    Fact(code="ask_for", path=("contact", "role"), label=_("Whom to ask for"), part="contact",
         read=_plain(scalars.line)),
)  # fmt: skip
_ITEM = (
    Fact(code="days", path=("schedule", 0, "every"), label=_("Days"), part=None, read=_plain(scalars.line)),
    Fact(code="starts", path=("schedule", 0, "start"), label=_("Begins"), part=None, read=_plain(scalars.clock)),
    Fact(code="ends", path=("schedule", 0, "end"), label=_("Ends"), part=None, read=_plain(scalars.line)),
)
_OWN = (
    Fact(code="name", path=("name",), label=_("Name"), part=None, read=_plain(scalars.line)),
    Fact(code="summary", path=("summary",), label=_("In one sentence"), part=None, read=_plain(scalars.line)),
    Fact(code="venue", path=("venue",), label=_("Where"), part=None, read=_plain(scalars.line)),
    Fact(code="cost", path=("cost", "amount"), label=_("What it costs"), part="cost", read=_money),
    Fact(code="places", path=("places", "is"), label=_("Room at the moment"), part="places", read=_code("places")),
    Fact(code="next_step", path=("next_step",), label=_("What to do first"), part=None,
         read=_code("next_step")),
    Fact(code="who_comes", path=("who_comes",), label=_("Who comes"), part=None, read=_plain(scalars.line)),
    Fact(code="helper_checks", path=("helper_checks",), label=_("What a helper needs first"), part=None,
         read=_codes("helper_check")),
    Fact(code="bring", path=("bring",), label=_("What to bring"), part=None, read=_plain(scalars.line)),
    Fact(code="door", path=("door",), label=_("How to get in"), part=None, read=_plain(scalars.line)),
    Fact(code="street", path=("address", "street"), label=_("Street"), part=None, read=_plain(scalars.line)),
    Fact(code="town", path=("address", "town"), label=_("Town"), part=None, read=_plain(scalars.line)),
    Fact(code="postcode", path=("address", "postcode"), label=_("Postcode"), part=None, read=_plain(scalars.line)),
)  # fmt: skip
_ACCESS = tuple(
    Fact(code=feature, path=("access", feature), label=label, part="access", read=_access)
    for feature, label in codes.ACCESS.items()
)
FACTS: Mapping[str, Fact] = {fact.code: fact for fact in (*_OWN, *_ITEM, *_CONTACT, *_ACCESS)}
"""Every fact by its code."""


_VOCABULARY = {"places": "places", "next_step": "next_step", "helper_checks": "helper_check"}
"""The facts that are codes, and where their words are."""


def fits(record: Record, fact: Fact) -> bool:
    """Whether a record can say this fact; the days of a schedule only where it has one rule in words."""
    if fact.path[0] == "schedule":
        return isinstance(record, Activity) and len(record.schedule) == 1 and record.schedule[0].every is not None
    return str(fact.path[0]) in type(record).model_fields


def known(words: Words, record: Record, fact: Fact, label: Label) -> str | None:
    """What a record says of a fact, in words; None where it says nothing."""
    found = _found(record, fact.path)
    if found and fact.code in _VOCABULARY:
        several = (found,) if isinstance(found, str) else found
        return ", ".join(label(_VOCABULARY[fact.code], code) for code in several)
    match found:
        case None | () | str():
            return found or None
        case AccessAnswer():
            return in_words(words, found.answer, found.note, label)
        case VenueChoice():
            return found.inline.name if found.inline else label("venue", found.ref or "")
        case Decimal():
            return words.money(found) if found else words.t("free")
        case _:
            return _when(words, found)


def in_words(words: Words, answer: str, note: str | None, label: Label) -> str:
    """An access answer with its note."""
    said = words.t("ask") if answer == "ask" else label("answer", answer).lower()
    return f"{said}, {note}" if note else said


def _found(record: Record, path: Path) -> Any:
    found: Any = record
    for step in path:
        if found is not None:
            found = found[step] if isinstance(step, int) else getattr(found, {"is": "state"}.get(step, step), None)
    return found


def _when(words: Words, found: Any) -> str:
    """The rule of a schedule, or when it begins or ends."""
    if isinstance(found, time):
        return words.time(found)
    return words.time(found[0]) if isinstance(found, tuple) else phrase(found, words)
