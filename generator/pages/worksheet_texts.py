"""The worksheets themselves. Only questions that may be shared: national standards, and words of our own.

The four questions on loneliness and the four on well-being stand word for word as in the harmonised standards of the
UK's Government Statistical Service (“Loneliness”, 13 May 2020; “Personal well-being”, 19 May 2020), Crown copyright,
Open Government Licence 3.0. Change nothing in them: figures are comparable only with the same words.
"""

from collections.abc import Iterator

from generator.pages.suggest.asks import ACCESS, GROUPS
from generator.pages.worksheet_parts import Answer, Choice, Lines, Part, Rows, Scale, Sheet, Ticks, Total
from generator.pages.worksheet_work import WORK_SHEETS
from generator.words import mark as _

_STANDARD = _(
    "Source: harmonised standard of the Government Statistical Service, Crown copyright, Open Government Licence 3.0."
)
_THREE = (
    Answer(label=_("Hardly ever or never"), points=1),
    Answer(label=_("Some of the time"), points=2),
    Answer(label=_("Often"), points=3),
)
_DIRECT = Choice(
    question=_("How often do you feel lonely?"),
    answers=(
        Answer(label=_("Often or always"), opens_help=True),
        Answer(label=_("Some of the time")),
        Answer(label=_("Occasionally")),
        Answer(label=_("Hardly ever")),
        Answer(label=_("Never")),
    ),
)
_AT_REVIEW: tuple[Part, ...] = (
    Rows(
        caption=_("Did it happen?"),
        columns=(_("What"), _("Did you go?"), _("If not, what was in the way?"), _("How was it?"), _("Again?")),
        empty=3,
    ),
    Ticks(
        label=_("What was in the way"),
        items=(
            _("Getting there"),
            _("Nerves"),
            _("Not my sort of people"),
            _("Money"),
            _("Health"),
            _("It was off"),
            _("I forgot"),
            _("Something else"),
        ),
    ),
    Lines(label=_("What next?"), hint=_("Go on, change, rest or stop. Stopping is allowed.")),
)

_ENDING: tuple[Part, ...] = (
    Lines(label=_("What goes on when we are done"), hint=_("What I have done myself, and what stays.")),
    Lines(label=_("Whom I can ring then, and one date in my diary"), rows=1),
)


def _about_a_group() -> Iterator[Part]:
    """The questions of the form at `/suggest/` as paper asks them, and what only people who meet talk about."""
    for group in GROUPS:
        if group.id == "who":  # the table late: it stays whole, and would leave half of the first page empty
            yield Rows(
                caption=_("Getting in: yes, no, or not sure"),
                columns=(_("What"), _("Yes, no or not sure"), _("What to know")),
                names=tuple(label for _feature, label in ACCESS),
            )
            yield Lines(label=_("What is it not for?"), rows=1)
            yield Lines(label=_("Insurance, checks of helpers, a rule for when something goes wrong"), rows=1)
            yield Lines(label=_("What do you need?"), rows=1)
        if group.sheet:
            yield Lines(label=group.sheet, rows=1)
        for ask in group.asks:
            if ask.sheet:
                yield Lines(label=ask.sheet, rows=2 if ask.path in _LONG else 1)


_LONG = frozenset({"first_visit", "who_comes", "turns_away", "places.is"})
"""Questions that paper gives two lines for."""

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        id="direct-question",
        step="begin",
        title=_("The direct question"),
        lead=_("One question, asked plainly, with room to pause. It has no score."),
        parts=(_DIRECT, Lines(label=_("In your own words"), rows=3)),
        version="2020-05",
        source=_STANDARD,
        review=True,
    ),
    Sheet(
        id="four-questions",
        step="begin",
        title=_("Four questions about company"),
        lead=_("As national surveys ask them, for people of 16 and over. Ask all four, in this order."),
        intro=_(
            "The next four questions are about relationships with others. For each one, please say how often (if at"
            " all) you feel that way."
        ),
        parts=(
            Choice(question=_("How often do you feel that you lack companionship?"), answers=_THREE, set="three"),
            Choice(question=_("How often do you feel left out?"), answers=_THREE, set="three"),
            Choice(question=_("How often do you feel isolated from others?"), answers=_THREE, set="three"),
            Total(
                set="three",
                label=_("The first three together"),
                reading=_(
                    "From 3 to 9; higher is lonelier. There is no official line between lonely and not lonely, and no"
                    " number decides who gets help."
                ),
            ),
            _DIRECT,
        ),
        version="2020-05",
        source=_(
            "Source: harmonised standard of the Government Statistical Service, Crown copyright, Open Government"
            " Licence 3.0. The first three questions: Hughes and others, 2004."
        ),
        review=True,
    ),
    Sheet(
        id="well-being",
        step="begin",
        title=_("Four questions about well-being"),
        lead=_("As national surveys ask them. They make four numbers, never one."),
        intro=_(
            "Next I would like to ask you four questions about your feelings on aspects of your life. There are no"
            " right or wrong answers. For each of these questions I’d like you to give an answer on a scale of 0 to"
            " 10, where 0 is “not at all” and 10 is “completely”."
        ),
        parts=(
            Scale(
                question=_("Overall, how satisfied are you with your life nowadays?"),
                low=_("not at all"),
                high=_("completely"),
            ),
            Scale(
                question=_("Overall, to what extent do you feel that the things you do in your life are worthwhile?"),
                low=_("not at all"),
                high=_("completely"),
            ),
            Scale(question=_("Overall, how happy did you feel yesterday?"), low=_("not at all"), high=_("completely")),
            Scale(
                question=_(
                    "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious"
                    " did you feel yesterday?"
                ),
                low=_("not at all"),
                high=_("completely"),
            ),
        ),
        version="2020-05",
        source=_STANDARD,
        review=True,
    ),
    Sheet(
        id="network",
        step="find_out",
        title=_("Who is around"),
        lead=_("Family, friends, neighbours, others. First names or “my neighbour” are enough."),
        parts=(
            Rows(
                caption=_("People in my life"),
                columns=(_("Who"), _("How we are in touch"), _("How often"), _("More, the same, less?")),
                empty=8,
            ),
            Lines(label=_("Somebody to tell things to")),
            Lines(label=_("Somebody who needs me")),
            Lines(label=_("Somebody whom I would like to hear from again")),
        ),
        version="2026-11",
        review=True,
    ),
    Sheet(
        id="rulers",
        step="find_out",
        title=_("How much, how sure"),
        lead=_("For one thing that you think of doing. Say first what it is."),
        parts=(
            Lines(label=_("What I think of doing"), rows=1),
            Scale(question=_("How much does it matter to me?"), low=_("not at all"), high=_("more than anything")),
            Lines(label=_("Why not less?")),
            Scale(question=_("How sure am I that I can do it?"), low=_("not at all"), high=_("quite sure")),
            Lines(label=_("What would make it one more?")),
        ),
        version="2026-11",
        review=True,
    ),
    Sheet(
        id="risks",
        step="find_out",
        title=_("What makes it likelier, what protects"),
        lead=_("To think with. Nothing is counted, and nobody is put in a box."),
        parts=(
            Ticks(
                label=_("What protects"),
                items=(
                    _("Somebody to tell things to"),
                    _("Being needed"),
                    _("Something I like to do"),
                    _("Good contact with family"),
                    _("A faith group, a club, a café"),
                    _("A way to get about"),
                    _("A way to ring out"),
                ),
            ),
            Ticks(
                label=_("In body and mind"),
                items=(
                    _("Moving is hard"),
                    _("Hearing or sight is going"),
                    _("Memory is going"),
                    _("Long illness"),
                    _("Low mood or fear"),
                    _("Needing a toilet often"),
                ),
            ),
            Ticks(
                label=_("In life"),
                items=(
                    _("Somebody died"),
                    _("Work ended"),
                    _("A baby came"),
                    _("Caring for somebody, or that has ended"),
                    _("Moved house or country"),
                    _("Came out of hospital"),
                    _("A separation"),
                    _("A fall, or fear of one"),
                ),
            ),
            Ticks(
                label=_("Around me"),
                items=(
                    _("No way to get there"),
                    _("Steps and stairs"),
                    _("Streets that feel unsafe"),
                    _("Little money"),
                    _("No telephone or internet"),
                    _("Treated badly for who I am"),
                ),
            ),
            Ticks(
                label=_("In company"),
                items=(
                    _("Nobody near"),
                    _("Family far away"),
                    _("Another language"),
                    _("Nobody with my faith or history"),
                    _("Somebody keeps others away"),
                ),
            ),
            Lines(label=_("What I would like help with now"), rows=3),
        ),
        version="2026-11",
        review=True,
    ),
    Sheet(
        id="then-now",
        step="find_out",
        title=_("Then, now, and hoped for"),
        lead=_("Three times of one life. What was good may come back in another form."),
        parts=(
            Rows(
                caption=_("My life in three times"),
                columns=(_("About"), _("Then"), _("Now"), _("What I hope for")),
                names=(
                    _("People I see"),
                    _("What I do all day"),
                    _("Places I go"),
                    _("What I can do for others"),
                    _("Body and mind"),
                    _("Home and money"),
                ),
            ),
            Lines(label=_("What I would like to have back")),
            Lines(label=_("What I do not want again"), rows=1),
            Lines(label=_("One small thing towards it"), rows=1),
        ),
        version="2026-11",
    ),
    Sheet(
        id="sequence",
        step="find_out",
        title=_("From near to far"),
        lead=_("One wish, five places to look for help. Write something on every line, even “nothing yet”."),
        parts=(
            Lines(label=_("What I would like"), rows=1),
            Rows(
                caption=_("What could help here?"),
                columns=(_("Where"), _("What could help"), _("Who asks, by when")),
                names=(
                    _("What I can do myself"),
                    _("People around me"),
                    _("Groups and places"),
                    _("Telephone and internet"),
                    _("Paid or official help"),
                ),
            ),
            Lines(label=_("What I can give")),
        ),
        version="2026-11",
        source=_("The order follows the support sequence of Helen Sanderson and colleagues."),
    ),
    Sheet(
        id="plan",
        step="plan",
        title=_("My plan, and the review"),
        lead=_("In my own words. One aim, at most three things to do."),
        parts=(
            Lines(label=_("My aim")),
            Lines(label=_("I will know that it works when")),
            Rows(
                caption=_("What I will do"),
                columns=(_("What"), _("Day and time"), _("How I get there"), _("What to ask first")),
                empty=3,
            ),
            Rows(caption=_("Who does what"), columns=(_("Who"), _("What"), _("By when")), empty=3),
            Lines(label=_("Who comes along"), rows=1),
            Lines(label=_("How I want to be told things"), rows=1),
            Lines(label=_("We look at it again on"), rows=1),
            *_AT_REVIEW,
            *_ENDING,
        ),
        version="2026-11",
    ),
    Sheet(
        id="provider",
        title=_("About our group"),
        lead=_("For groups and services, before they present themselves. Leave out what you do not know."),
        parts=tuple(_about_a_group()),
        version="2026-11",
    ),
    *WORK_SHEETS,
)
