"""`/suggest/`: the form for a new record or a correction, and the blank sheet that is printed instead of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.suggest.asks import ACCESS, GROUPS, Ask, Group
from generator.pages.ways import Phone, phone
from generator.records.lookup import MODELS, field_at

URL = "suggest/"
SHEET = "guide/sheets/provider/"
STYLE, SCRIPT = "assets/suggest.css", "assets/js/suggest/page.mjs"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """One question as its template needs it."""

    path: str
    id: str
    label: str
    hint: str | None
    control: str
    rule: str | None
    options: tuple[tuple[str, str], ...]
    required: str
    """The sorts of record that must have an answer, with spaces between; empty where none must."""
    only: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Questions under a heading."""

    id: str
    title: str
    asks: tuple[AskView, ...]
    special: str | None
    only: str | None
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestView:
    """The form."""

    groups: tuple[GroupView, ...]
    access: tuple[tuple[str, str], ...]
    phone: Phone
    email: str | None
    sheet: str


def suggest_pages(edition: Edition) -> Iterator[Planned]:
    """The page with the form."""
    yield Planned(url=URL, source="the page for suggestions", make=partial(_page, edition), made_of=())


def _page(edition: Edition) -> Page:
    words = edition.words
    view = SuggestView(
        groups=tuple(_group(edition, group) for group in GROUPS),
        access=tuple((feature, edition.label("access", feature)) for feature, _label in ACCESS),
        phone=phone(edition),
        email=edition.settings.contact.email,
        sheet=SHEET,
    )
    return Page(
        url=URL,
        section="about",
        title=words.t("Tell us about a group"),
        description=words.t(
            "A form for a new group or activity, or for putting right what is wrong. Without an account."
        ),
        body=renderer(words, "suggest.html")(view=view, root=root(URL)),
        styles=(STYLE,),
        scripts=(SCRIPT,),
    )


def _group(edition: Edition, group: Group) -> GroupView:
    return GroupView(
        id=group.id,
        title=edition.words.t(group.title),
        asks=tuple(_ask(edition, ask) for ask in group.asks),
        special=group.special,
        only=group.only,
        more=group.more,
    )


def _ask(edition: Edition, ask: Ask) -> AskView:
    t = edition.words.t
    fields = {kind: field_at(model, ask.path) for kind, model in MODELS.items() if ask.only in {None, kind}}
    found = next(field for field in fields.values() if field)
    return AskView(
        path=ask.path,
        id="ask-" + ask.path.replace(".", "-"),
        label=t(ask.label),
        hint=t(ask.hint) if ask.hint else None,
        control=ask.control,
        rule=None if ask.vocabulary else found.reader,
        options=_options(edition, ask),
        required=" ".join(kind for kind, field in fields.items() if field and field.required),
        only=ask.only,
    )


def _options(edition: Edition, ask: Ask) -> tuple[tuple[str, str], ...]:
    match ask.vocabulary:
        case None:
            return ()
        case "area":
            return tuple((area.id, area.name) for area in edition.catalogue.sources.areas.areas)
        case "tag":
            named = ((code, edition.label("tag", code)) for code in edition.vocabulary.tags)
            return tuple(sorted(named, key=lambda one: one[1].casefold()))
        case vocabulary:
            return tuple((code, edition.label(vocabulary, code)) for code in _codes(ask))


def _codes(ask: Ask) -> Iterator[str]:
    """The codes that the model has for a question."""
    fields = (field_at(model, ask.path) for model in MODELS.values())
    yield from next(field.codes for field in fields if field)
