"""Worksheets about the work itself: somebody draws back, a month in totals, a look at one's own work."""

from generator.pages.worksheet_parts import Lines, Rows, Sheet, Ticks
from generator.words import mark as _

WORK_SHEETS: tuple[Sheet, ...] = (
    Sheet(
        id="draws-back",
        title=_("Somebody draws back"),
        lead=_("A card with two sides, for staff and volunteers: what to do today, this week and at the review."),
        step="look_again",
        parts=(
            Ticks(
                label=_("What I noticed"),
                items=(
                    _("Eats alone, and did not before"),
                    _("Has stopped going, ringing or washing"),
                    _("Says “I am a burden”, or gives things away"),
                    _("Sleeps or drinks more, or eats less"),
                    _("Something else"),
                ),
            ),
            Ticks(
                label=_("Today"),
                items=(
                    _("In danger, or hurt by somebody: I ring at once"),
                    _("I ask in a quiet place: how are you?"),
                    _("I tell the key worker or the manager"),
                    _("I write down what I saw and heard, with the day, where we keep such things"),
                ),
            ),
            Lines(label=_("Told whom, and when"), rows=1),
            Ticks(
                label=_("This week"),
                items=(
                    _("We look at the plan together"),
                    _("We ask what got in the way: health, money, a loss, a quarrel"),
                    _("One person before a group: somebody who visits, rings or goes along"),
                    _("Family or friends know, if the person agrees"),
                ),
            ),
            Lines(label=_("What we agreed"), rows=2),
            Ticks(
                label=_("At the review"),
                items=(
                    _("It happened"),
                    _("It is better"),
                    _("It is the same or worse: I tell again, and ask for more help"),
                ),
            ),
            Lines(label=_("We look again on"), rows=1),
        ),
        version="2026-11",
    ),
    Sheet(
        id="totals",
        title=_("A month in totals"),
        lead=_("Heads and sessions, never names. Keep the sheet to yourselves, and show only what is not small."),
        step="look_again",
        parts=(
            Rows(
                caption=_("What we counted"),
                columns=(_("What"), _("This month"), _("The month before")),
                names=(
                    _("Sessions planned"),
                    _("Sessions held"),
                    _("Sessions in the evening or at a weekend"),
                    _("Places there were"),
                    _("People who came: heads"),
                    _("Of these, one to one"),
                    _("Of these, with family"),
                    _("Visits and calls with family"),
                    _("Volunteers, and their hours"),
                    _("Partners, and new ones"),
                    _("Plans to be looked at, and looked at"),
                    _("“How often do you feel lonely?” asked"),
                    _("“Often or always” answered"),
                ),
            ),
            Rows(
                caption=_("What it says"),
                columns=(_("Share"), _("This month"), _("The month before")),
                names=(
                    _("Held, of those planned"),
                    _("Heads, of the places"),
                    _("Looked at, of those due"),
                    _("“Often or always”, of those asked: only from ten answers"),
                ),
            ),
            Lines(label=_("What we change because of it")),
        ),
        version="2026-11",
    ),
    Sheet(
        id="own-work",
        title=_("A look at my own work"),
        lead=_("For workers, alone or with a colleague or supervisor. No names of people stand here."),
        step="look_again",
        parts=(
            Lines(label=_("A talk that went well, and why")),
            Lines(label=_("A talk that I would like to have again, another way")),
            Ticks(
                label=_("What I did in my last talks"),
                items=(
                    _("I asked before I searched"),
                    _("I left room, and listened"),
                    _("I asked what got in the way"),
                    _("I offered three things at most"),
                    _("I said “not known” where it was not known"),
                    _("I asked before I wrote down or told anything"),
                    _("I kept the day on which we look again"),
                ),
            ),
            Lines(label=_("Whom I found nothing for")),
            Lines(label=_("What colleagues, or the people I work for, said of my work")),
            Lines(label=_("What I want to learn next"), rows=1),
            Lines(label=_("What weighs on me, and whom I tell"), rows=1),
        ),
        version="2026-11",
    ),
)
