"""Who something is for, in sentences: ages, groups of people, how many, how hard, in which languages."""

from collections.abc import Iterable, Iterator

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.record_text import inside, language
from generator.records.common import Audience
from generator.words import mark as _

_UNITS = {
    "one": _("For one person at a time."),
    "couple": _("For couples."),
    "family": _("For families."),
    "group": _("For whole groups."),
}


def who_for(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """All that is known of whom it is for; nothing where nobody has said anything."""
    words, record, facts = edition.words, entry.record, entry.facts
    said = list(_audience(edition, facts.audience.value)) if facts.audience else []
    if record.unit:
        said.append(words.t(_UNITS[record.unit]))
    if record.size and not (record.size == "one_to_one" and record.unit == "one"):
        said.append(words.t("%(sentence)s.", sentence=edition.label("size", record.size)))
    if record.effort:
        effort = inside(words, edition.label("effort", record.effort))
        said.append(words.t("Effort: %(effort)s.", effort=effort))
    if facts.languages:
        spoken = words.listed([language(words, tag) for tag in facts.languages.value])
        said.append(words.t("In %(languages)s.", languages=spoken))
    if facts.also_spoken:
        spoken = words.listed([language(words, tag) for tag in facts.also_spoken.value])
        said.append(words.t("Somebody there also speaks %(languages)s.", languages=spoken))
    if record.language_learners:
        said.append(words.t("People who are learning the language are welcome."))
    return tuple(said)


def not_for(_edition: Edition, entry: Entry) -> str | None:
    """Whom they turn away, in their own words."""
    return entry.record.turns_away


def _audience(edition: Edition, audience: Audience) -> Iterator[str]:
    words = edition.words
    if audience.requires:
        yield words.t("Only for %(people)s.", people=_people(edition, audience.requires))
    if audience.gender:
        yield words.t("Only for %(people)s.", people=inside(words, edition.label("gender", audience.gender)))
    if audience.designed_for:
        yield words.t("Made for %(people)s.", people=_people(edition, audience.designed_for))
    youngest, oldest = audience.min_age, audience.max_age
    if youngest is not None and oldest is not None:
        yield words.t("From %(youngest)s to %(oldest)s years of age.", youngest=words.number(youngest),
                      oldest=words.number(oldest))  # fmt: skip
    elif youngest is not None:
        yield words.t("From %(age)s years of age.", age=words.number(youngest))
    elif oldest is not None:
        yield words.t("Up to %(age)s years of age.", age=words.number(oldest))
    if audience.welcomes:
        yield words.t("Open to all, and glad of %(people)s.", people=_people(edition, audience.welcomes))


def _people(edition: Edition, tags: Iterable[str]) -> str:
    return edition.words.listed([inside(edition.words, label) for label in edition.labels("tag", tags)])
