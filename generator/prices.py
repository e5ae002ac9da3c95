"""What something costs, in words: one source for pages and calendars. An unknown price is never “free”."""

from functools import lru_cache

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


@lru_cache(maxsize=2048)
def in_short(words: Words, found: Cost) -> str:
    """The price and what else it costs: “Free. Tea 50p”; nothing where neither is said."""
    parts = [part for part in (price(words, found), _gifts(words, found)) if part]
    if found.first_free:
        parts.append(words.t("First time free"))
    if found.note:
        parts.append(found.note[:1].upper() + found.note[1:])
    return ". ".join(part.removesuffix(".") for part in parts)


def price(words: Words, found: Cost) -> str | None:
    """The price alone: “Free”, “£2 a time”."""
    if found.amount is None:
        return None
    if found.amount == 0:
        return words.t("Free")
    return words.unbroken(words.t(_PRICES[found.per], money=words.money(found.amount)))


def help_with_it(words: Words, found: Cost) -> str | None:
    """Whether they help with the cost, as a sentence, where that is known."""
    return words.t(_HELP[found.help_with_cost]) if found.help_with_cost else None


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
