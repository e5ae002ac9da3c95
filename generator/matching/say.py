"""A reason and its facts → the sentence that people read, in the words of a site. In the browser `say.mjs` says it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.edition import Edition
from generator.records import codes
from generator.records.matching_words import SENTENCES
from generator.records.site import Vocabulary
from generator.words import Words

LABELLED: Mapping[str, str] = {
    "topics": "topic",
    "goals": "goal",
    "causes": "cause",
    "skills": "skill",
    "needed": "helper_check",
    "tags": "tag",
    "features": "access",
    "feature": "access",
    "format": "format",
    "size": "size",
    "gender": "gender",
    "per": "per",
}
"""Facts that are codes, and the vocabulary that has their words."""


class Sayer:
    """Says reasons in the words of one site."""

    def __init__(self, words: Words, vocabulary: Vocabulary, own: Mapping[str, str]) -> None:
        """Takes the site's words, its vocabulary, and sentences of its own."""
        self.words, self.vocabulary, self.own = words, vocabulary, own

    @classmethod
    def of(cls, edition: Edition) -> "Sayer":
        """What says reasons on a site."""
        return cls(edition.words, edition.vocabulary, edition.catalogue.sources.rules.sentences)

    def sentence(self, reason: Mapping[str, Any]) -> str:
        """The sentence for a reason."""
        pattern = self.pattern(reason["code"], reason.get("variant"))
        facts = reason.get("facts") or {}
        values = {name: self._fact(name, value) for name, value in facts.items()}
        if "min_age" in facts:
            values["ages"] = self._ages(facts["min_age"], facts["max_age"])
        return pattern % {**_NotKnown(self.words.t("not known")), **values} if "%" in pattern else pattern

    def pattern(self, code: str, variant: str | None = None) -> str:
        """The sentence for a code, its facts not yet filled in."""
        name = f"{code}.{variant}" if variant else code
        return self.own.get(name) or self.words.gettext(SENTENCES[name])

    def label(self, vocabulary: str, code: str) -> str:
        """The words for a code, or the code itself where a file of cases brought it along."""
        try:
            return self.words.gettext(self.vocabulary.label(vocabulary, code))
        except KeyError:
            return code

    def language(self, tag: str) -> str:
        """The name of a language in the site's own."""
        return str(self.words.messages.locale.languages.get(tag.replace("-", "_")) or _SIGNED.get(tag) or tag)

    def _fact(self, name: str, value: Any) -> str:
        if value is None:
            return self.words.t("not known")
        if name in LABELLED:
            known = [value] if isinstance(value, str) else value
            return self.words.listed(self.label(LABELLED[name], code) for code in known)
        say = _FACTS.get(name)
        return say(self, value) if say else str(value)

    def _ages(self, least: int | None, most: int | None) -> str:
        if least is None:
            return self.words.t("up to %(age)s", age=most)
        if most is None:
            return self.words.t("%(age)s and over", age=least)
        return self.words.t("%(least)s to %(most)s", least=least, most=most)


_SIGNED = {"bfi": "British Sign Language", "ase": "American Sign Language"}

_FACTS: Mapping[str, Callable[[Sayer, Any], str]] = {
    "languages": lambda sayer, tags: sayer.words.listed(sayer.language(tag) for tag in tags),
    "cost": lambda sayer, cost: sayer.words.money(Decimal(str(cost))),
    "km": lambda sayer, km: sayer.words.number(Decimal(str(km))),
    "on": lambda sayer, day: sayer.words.date(date.fromisoformat(day)),
    "back_on": lambda sayer, day: sayer.words.date(date.fromisoformat(day)),
}
"""How facts that are no codes are said."""


class _NotKnown(dict[str, str]):
    """Every fact that a sentence may ask for, not known."""

    def __init__(self, text: str) -> None:
        super().__init__(dict.fromkeys(_ASKED, text))


_ASKED = (*LABELLED, *_FACTS, "ages", "days", "what")


def labels(sayer: Sayer) -> dict[str, dict[str, str]]:
    """The words for all codes that a sentence may name, by vocabulary."""
    vocabulary = sayer.vocabulary
    known: dict[str, Mapping[str, Any]] = {
        name: codes.CLOSED[name]
        for name in ("goal", "cause", "skill", "helper_check", "access", "format", "size", "gender", "per", "layer")
    }
    known |= {"topic": vocabulary.topics, "tag": vocabulary.tags}
    return {name: {code: sayer.label(name, code) for code in some} for name, some in known.items()}
