"""The site's own files: help contacts that nobody may lack, words for codes that exist, mixes that hold something."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalogue import Catalogue
from generator.problems import Finding, Severity, did_you_mean
from generator.records.codes import CLOSED, HELP_KIND, HELP_NEEDED
from generator.records.model import EVERYWHERE
from generator.schedule.public_holidays import public_holidays, subdivisions


def help_contacts(made: Catalogue, today: date) -> Iterator[Finding]:
    """Help contacts that are missing: a site without them does not build."""
    del today
    sources = made.sources
    file = f"{sources.site.settings.data}/help.yml"
    if "help" in sources.unread:
        return
    if sources.help is None:
        yield Finding(
            file,
            (),
            "help-missing",
            "There are no help contacts.",
            f"Write {file} with numbers for emergency, crisis and safeguarding; docs/settings.md shows one.",
        )
        return
    for kind in HELP_NEEDED:
        if not any(contact.kind == kind for contact in sources.help.contacts):
            yield Finding(
                file,
                ("contacts",),
                "help-missing",
                f"There is no help contact of the kind `{kind}` ({HELP_KIND[kind]}).",
                "Add one: the site must say whom to ring, and is not built without it.",
                at_key=True,
            )
    for number, contact in enumerate(sources.help.contacts):
        if not (contact.phone or contact.text or contact.website or contact.sign_language):
            yield Finding(
                file,
                ("contacts", number),
                "help-unreachable",
                f"“{contact.name}” cannot be reached.",
                "Add a telephone number, a text route or an address.",
            )


def own_review(made: Catalogue, today: date) -> Iterator[Finding]:
    """The site itself, where the day is over by which somebody was to go through it again."""
    due = made.sources.site.settings.organisation.review_by
    if due is not None and due < today:
        message = f"The whole site was to be looked at again by {due}."
        hint = "Go through its prose and settings, and write the next day here and today's under `reviewed_on`."
        yield Finding("", ("organisation", "review_by"), "review-overdue", message, hint, Severity.WARNING)


def incomplete_holidays(made: Catalogue, today: date) -> Iterator[Finding]:
    """Public holidays of a country whose parts have different ones, where nobody said which part it is."""
    settings = made.sources.site.settings
    parts = subdivisions(settings.country)
    asked = any(item.skips.public_holidays for entry in made.activities for item in entry.items)
    if settings.subdivision or not parts or not asked:
        return
    year = [date(today.year, 1, 1) + timedelta(days=number) for number in range(366)]
    everywhere = public_holidays(settings.country, None)
    missed = Counter(
        day
        for part in parts
        for day, name in zip(year, map(public_holidays(settings.country, part), year), strict=True)
        if name and not everywhere(day)
    )
    for day, times in missed.most_common(1):
        if times * 2 > len(parts):  # where only some have a day more, the country's own days may be meant
            yield Finding(
                "",
                ("country",),
                "no-subdivision",
                f"Not all of {settings.country} has the same public holidays: {day} is one in most parts of it.",
                f"Add `subdivision: …`: {', '.join(parts)}.",
                Severity.WARNING,
                at_key=True,
            )


def impossible_areas(made: Catalogue, today: date) -> Iterator[Finding]:
    """Areas with one id, or with the word for all of them, and areas that lie in themselves."""
    del today
    sources = made.sources
    file = f"{sources.site.settings.data}/areas.yml"
    parents = {area.id: area.parent for area in sources.areas.areas}
    seen: set[str] = set()
    for number, area in enumerate(sources.areas.areas):
        if area.id in seen or area.id == EVERYWHERE:
            taken = "the word for all areas" if area.id == EVERYWHERE else "taken by an area above"
            message, hint = f"The id “{area.id}” is {taken}.", "Give this area another id."
            yield Finding(file, ("areas", number, "id"), "duplicate-id", message, hint)
        seen.add(area.id)
        step, steps = area.parent, 0
        while step and step != area.id and steps <= len(parents):
            step, steps = parents.get(step), steps + 1
        if step == area.id:
            message, hint = f"“{area.name}” lies in itself.", "Take the line out of the widest of these areas."
            yield Finding(file, ("areas", number, "parent"), "area-in-itself", message, hint)
            return


def site_words(made: Catalogue, today: date) -> Iterator[Finding]:
    """Labels for codes that do not exist, topics outside a family."""
    del today
    sources = made.sources
    settings = sources.site.settings
    file = f"{settings.data}/vocabulary.yml"
    for name in sources.vocabulary.labels:
        vocabulary, _, code = name.partition(".")
        if vocabulary not in CLOSED:
            yield Finding(
                file,
                ("labels", name),
                "unknown-code",
                f"There is no vocabulary “{vocabulary}”.",
                did_you_mean(vocabulary, CLOSED),
                at_key=True,
            )
        elif code not in CLOSED[vocabulary]:
            yield Finding(
                file,
                ("labels", name),
                "unknown-code",
                f"“{code}” is not a known {vocabulary}.",
                did_you_mean(code, CLOSED[vocabulary]),
                at_key=True,
            )
    for code in sources.vocabulary.topics:
        family = code.partition(".")[0]
        if family not in sources.vocabulary.topics:
            yield Finding(
                file,
                ("topics", code),
                "unknown-code",
                f"The topic “{code}” belongs to no family.",
                did_you_mean(family, [name for name in sources.vocabulary.topics if "." not in name]),
                at_key=True,
            )


def empty_mixes(made: Catalogue, today: date) -> Iterator[Finding]:
    """Mixes that hold nothing."""
    del today
    if made.sources.broken:
        return
    for mix in made.sources.mixes.values():
        if not made.in_mix(mix):
            message = f"No activity is in “{mix.name}”."
            hint = "Look at what it takes: all words of one entry have to fit."
            yield Finding(mix.file, ("takes",), "empty-mix", message, hint, Severity.WARNING, at_key=True)
