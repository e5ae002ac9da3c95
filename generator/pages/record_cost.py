"""What something costs, in words: short for a card, in sentences for its page. An unknown price is never “free”."""

from functools import lru_cache

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.record_text import capital, sentence
from generator.records.common import Cost
from generator.words import Words
from generator.words import mark as _

_PRICES = {
    "session": _("%(money)s a time"),
    "week": _("%(money)s a week"),
    "month": _("%(money)s a month"),
    "term": _("%(money)s a term"),
    "year": _("%(money)s a year"),
}
_HELP = {
    "yes": _("Help with the cost: yes."),
    "no": _("Help with the cost: no."),
    "ask": _("Help with the cost: ask."),
}


def cost(edition: Edition, entry: Entry) -> str:
    """What it costs, on one line: “Free. Tea 50p”, “£2 a time. First time free”."""
    found = entry.record.cost
    return (found and _short(edition.words, found)) or edition.words.t("Nobody has told us what it costs")


def cost_sentences(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """All that is known of the cost: the price, what else it costs, how to pay, help with it."""
    words, found = edition.words, entry.record.cost
    said = [sentence(cost(edition, entry))]
    if found is None:
        return tuple(said)
    if found.pay:
        said.append(words.t("How to pay: %(pay)s", pay=sentence(found.pay)))
    if found.help_with_cost:
        said.append(words.t(_HELP[found.help_with_cost]))
    return tuple(said)


def organiser_cost(edition: Edition, entry: Entry) -> str | None:
    """What the organiser says of its cost, in the organiser's name, where the activity says nothing."""
    known = entry.facts.organisers_cost
    said = _short(edition.words, known.value) if known and entry.record.cost is None else ""
    return edition.words.t("The organiser says: %(cost)s", cost=sentence(said)) if said else None


@lru_cache(maxsize=2048)
def _short(words: Words, found: Cost) -> str:
    parts = [part for part in (price(words, found), _gifts(words, found)) if part]
    if found.first_free:
        parts.append(words.t("First time free"))
    if found.note:
        parts.append(capital(found.note))
    return ". ".join(part.removesuffix(".") for part in parts)


def price(words: Words, found: Cost) -> str | None:
    """The price alone: “Free”, “£2 a time”."""
    if found.amount is None:
        return None
    if found.amount == 0:
        return words.t("Free")
    return words.unbroken(words.t(_PRICES[found.per], money=words.money(found.amount)))


def _gifts(words: Words, found: Cost) -> str | None:
    if found.donation is None:
        return None
    if found.donation.suggested:
        money = words.money(found.donation.suggested)
        if found.donation.nothing_is_fine:
            return words.t("Give what you can: %(money)s, or nothing; both are fine", money=money)
        return words.t("Give what you can: %(money)s is suggested", money=money)
    if found.donation.nothing_is_fine:
        return words.t("Give what you can; nothing is fine")
    return words.t("Give what you can")
