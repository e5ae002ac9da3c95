"""What something costs, in words: short for a card, in sentences for its page. An unknown price is never “free”."""

from generator import prices
from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.record_text import sentence


def cost(edition: Edition, entry: Entry) -> str:
    """What it costs, on one line: “Free. Tea 50p”, “£2 a time. First time free”."""
    found = entry.record.cost
    return (found and prices.in_short(edition.words, found)) or edition.words.t("Nobody has told us what it costs")


def cost_sentences(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """All that is known of the cost: the price, what else it costs, how to pay, help with it."""
    words, found = edition.words, entry.record.cost
    said = [sentence(cost(edition, entry))]
    if found is None:
        return tuple(said)
    if found.pay:
        said.append(words.t("How to pay: %(pay)s", pay=sentence(found.pay)))
    if helped := prices.help_with_it(words, found):
        said.append(helped)
    return tuple(said)


def organiser_cost(edition: Edition, entry: Entry) -> str | None:
    """What the organiser says of its cost, in the organiser's name, where the activity says nothing."""
    known = entry.facts.organisers_cost
    said = prices.in_short(edition.words, known.value) if known and entry.record.cost is None else ""
    return edition.words.t("The organiser says: %(cost)s", cost=sentence(said)) if said else None
