from datetime import date

import pytest

from generator.pages import facts
from generator.records.common import Checked
from tests.pages.record_editions import CHECKED, activity, edition_of, resource, spaced

VENUE = """
name: The Old Mill
address: {street: 3 Mill Lane, town: Alderbourne, postcode: ZZ1 2MW}
area: north
access: {step_free: {is: yes, note: side door}, accessible_toilet: no, quiet_space: ask}
checked: {on: 2026-09-14, by: activity coordinator, how: visited}
"""


@pytest.mark.parametrize(
    ("schedule", "short"),
    [
        ('schedule: [{every: Tuesday, start: "10:30", end: "12:00"}]', "Tuesdays, 10.30 am to 12 noon"),
        (
            'schedule: [{every: Tuesday, start: "10:30", key: a}, {every: Friday, start: "14:00", key: b}]',
            "Tuesdays, 10.30 am; Fridays, 2 pm",
        ),
        ("schedule: [{on: [2026-11-10, 2026-12-01]}]", "1 December 2026, all day"),
        ("schedule: [{on: 2026-11-10}]", None),
        ("schedule: [{every: Tuesday, until: 2026-11-17}]", None),
        (
            "schedule: [{every: day, key: a}, {every: Tuesday, key: b}, {every: 6 May, key: c}, {every: 7 May}]",
            "Every day, all day; Tuesdays, all day; and 2 more",
        ),
        ("schedule: [{every: Tuesday, key: a}, {every: day, key: b}]", "Tuesdays, all day; every day, all day"),
    ],
)
def test_a_card_says_the_rule_in_few_words_without_what_is_past(schedule: str, short: str | None) -> None:
    found = facts.when_short(*activity(schedule=schedule + "\n"))

    assert (spaced(found) if found else found) == short


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ("[tue_am, thu_am]", "Tuesday and Thursday mornings"),
        ("[mon_am, tue_am, wed_am, thu_am, fri_am, mon_pm, tue_pm, wed_pm, thu_pm, fri_pm]",
         "Weekday mornings and afternoons"),
        ("[sun_eve, sat_eve, mon_eve, tue_eve, wed_eve, thu_eve, fri_eve]", "Evenings every day"),
        ("[wed_pm, sat_am]", "Saturday mornings; Wednesday afternoons"),
        ("[sat_am, mon_eve, tue_eve, wed_eve, thu_eve, fri_eve, sat_eve, sun_eve]",
         "Saturday mornings; evenings every day"),
    ],
)  # fmt: skip
def test_a_resource_says_its_usual_parts_of_the_week(parts: str, words: str) -> None:
    assert facts.when_short(*resource(f"when: {parts}\n")) == words


def test_a_page_says_each_rule_in_a_sentence_with_what_it_leaves_out() -> None:
    schedule = 'schedule: [{every: Tuesday, start: "10:30", except: [christmas]}, {on: 2026-12-19, called: Carols}]\n'
    made = activity(
        schedule=schedule.replace("}, {on", ", key: a}, {on").replace("Carols", "Carols, key: b"),
        closures__christmas="name: Christmas\neach_year: {from: 22 December, until: 2 January}\n",
    )

    assert [spaced(rule) for rule in facts.when_long(*made)] == [
        "Every Tuesday, 10.30 am. Not during Christmas.",
        "Carols: Saturday 19 December 2026, all day.",
    ]


def test_the_times_of_another_zone_are_said_to_be_so() -> None:
    assert (
        facts.when_long(*activity("timezone: America/New_York\n"))[-1] == "These are times by the clocks of New York."
    )


def test_the_next_session_is_the_first_that_takes_place() -> None:
    changes = "changes: [{on: 2026-11-24, cancelled: ice}, {on: 2026-12-01, moved: {to: 2026-12-02}}]\n"
    made, entry = activity(changes)
    found = facts.next_session(made, entry)

    assert found is not None
    assert spaced(facts.session_words(made, found)) == "Wednesday 2 December, 10.30 am"
    assert spaced(facts.session_words(made, found, year=True)) == "Wednesday 2 December 2026, 10.30 am"


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        ("", "Nobody has told us what it costs"),
        ("cost: {amount: 0}", "Free"),
        ("cost: {amount: 0, note: tea 50p}", "Free. Tea 50p"),
        ("cost: {amount: 2, first_free: yes}", "£2 a time. First time free"),
        ("cost: {amount: 4.50, per: month}", "£4.50 a month"),
        ("cost: {donation: {nothing_is_fine: yes}}", "Give what you can; nothing is fine"),
        ("cost: {donation: {nothing_is_fine: no, suggested: 3}}", "Give what you can: £3 is suggested"),
        ("cost: {pay: cash}", "Nobody has told us what it costs"),
    ],
)
def test_the_cost_is_said_plainly_and_unknown_is_never_free(cost: str, words: str) -> None:
    assert spaced(facts.cost(*activity(cost + "\n" if cost else ""))) == words


def test_how_to_pay_and_help_with_the_cost_stand_on_the_page() -> None:
    found = facts.cost_sentences(*activity("cost: {amount: 2, pay: cash in the tin, help_with_cost: ask}\n"))

    assert [spaced(one) for one in found] == ["£2 a time.", "How to pay: Cash in the tin.", "Help with the cost: ask."]


CLUB = f"name: The Club\nsummary: A club.\nkind: group\ncost: {{amount: 3}}\n{CHECKED}"


def test_what_the_organiser_costs_is_said_in_its_name_and_only_where_the_activity_is_silent() -> None:
    silent = activity("organiser: club\n", resources__club=CLUB)
    speaking = activity("organiser: club\ncost: {amount: 0}\n", resources__club=CLUB)

    assert spaced(facts.organiser_cost(*silent)) == "The organiser says: £3 a time."
    assert facts.organiser_cost(*speaking) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("venue: mill", "The Old Mill, Northgate"),
        ("venue: mill\nformat: [in_person, online]", "The Old Mill, Northgate, or online"),
        ("format: phone", "By phone"),
        ("format: [online, post]", "Online or by post"),
        ("venue: mill\nformat: online", "Online"),
        ("format: home_visit\nareas: north", "Somebody visits you at home. For people in: Northgate"),
        ("areas: everywhere", "For people anywhere"),
        ("organiser: Mrs Reed", "Nobody has told us where"),
    ],
)
def test_where_it_is_stands_on_one_line(text: str, words: str) -> None:
    assert facts.where(*activity(f"{text}\n", venues__mill=VENUE)) == words


def test_who_it_is_for_comes_in_sentences() -> None:
    text = """
audience: {min_age: 18, requires: [carer, veteran], welcomes: [lgbt]}
size: small
effort: gentle
languages: [pl, bfi]
language_learners: yes
"""
    assert [spaced(one) for one in facts.who_for(*activity(text))] == [
        "Only for carers and veterans.",
        "From 18 years of age.",
        "Open to all, and glad of LGBT+ people.",
        "Small: 2 to 8 people.",
        "Effort: gentle.",
        "In Polish and British Sign Language.",
        "People who are learning the language are welcome.",
    ]
    assert facts.who_for(*activity()) == ()


@pytest.mark.parametrize(
    ("text", "step", "arm"),
    [
        ("next_step: just_turn_up\nreferral: {by: professional}", "just_turn_up", "Just turn up"),
        ("referral: {by: professional}\nbooking: {needed: yes}", "referral", "Ask to be referred"),
        ("referral: {by: self}\nbooking: {needed: yes}", "book", "Book a place"),
        ("kind: drop_in", "just_turn_up", "Just turn up"),
        ("first_step: yes", "just_turn_up", "Just turn up"),
        ("contact: {phone: 01632 960101}", "ring_first", "Ring first"),
        ("contact: {email: a@example.org}", "ring_first", "Write first"),
        ("organiser: Mrs Reed", "ring_first", "Ring first"),
        ("next_step: just_turn_up\nformat: online", "just_turn_up", "Just join in"),
        ("next_step: just_turn_up\nplaces: paused", "ring_first", "Ring first"),
        ("next_step: just_turn_up\nplaces: full", "ring_first", "Ring first"),
        ("booking: {needed: yes}\nplaces: waiting_list", "book", "Book a place"),
    ],
)
def test_the_first_line_of_the_table_that_fits_gives_the_next_step(text: str, step: str, arm: str) -> None:
    made = activity(text + "\n")

    assert (facts.next_step(*made), facts.arm(*made)) == (step, arm)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("places: full", "full", "It is full at the moment."),
        ("places: {is: waiting_list, wait_days: 21}", "waiting_list", "There is a waiting list of about 3 weeks."),
        ("places: {is: paused, back_on: 2027-01-08}", "paused", "It is paused. It starts again on 8 January 2027."),
        ("places: {is: paused, back_on: 2026-11-01}", "paused", "It is paused."),
        ("places: closed\nvisible: {from: 2027-01-01}", "closed", "This is closed for good."),
        ("visible: {until: 2026-11-21}", "over", "This ended on 21 November 2026."),
        ("visible: {from: 2026-11-23}", "not_yet", "This begins on 23 November 2026."),
    ],
)
def test_why_one_cannot_simply_come_is_said(text: str, code: str, words: str) -> None:
    found = facts.state(*activity(text + "\n"))

    assert found is not None
    assert (found.code, spaced(found.words)) == (code, words)


@pytest.mark.parametrize("text", ["", "places: open\n", "visible: {from: 2026-11-22, until: 2026-11-22}\n"])
def test_nothing_is_said_where_one_can_come(text: str) -> None:
    assert facts.state(*activity(text)) is None


@pytest.mark.parametrize(
    ("on", "level", "words"),
    [
        (date(2026, 5, 22), "fresh", "Checked May 2026"),
        (date(2026, 5, 21), "old", "Over 6 months ago"),
        (date(2025, 11, 22), "old", "Over 6 months ago"),
        (date(2025, 11, 21), "doubtful", "Check first: facts over a year old"),
    ],
)
def test_facts_age_by_the_limits_of_the_site(on: date, level: str, words: str) -> None:
    found = facts.freshness(edition_of({}), Checked.model_validate({"on": on.isoformat(), "by": "coordinator"}))

    assert (found.level, found.words, found.date) == (level, words, on)


def test_what_nobody_has_checked_is_doubtful() -> None:
    assert facts.freshness(edition_of({}), None).level == "doubtful"


def test_a_card_marks_steps_and_toilet_and_says_what_is_not_known() -> None:
    marks = facts.access_marks(*activity("venue: mill\naccess: {step_free: ask}\n", venues__mill=VENUE))

    assert marks is not None
    assert [(mark.answer, mark.words) for mark in marks] == [
        ("unknown", "Steps: not known"),
        ("no", "No wheelchair toilet"),
    ]
    assert facts.access_marks(*activity("format: phone\n")) is None


def test_of_the_questions_asked_of_everybody_the_answered_ones_are_counted() -> None:
    made, entry = activity("venue: mill\naccess: {captions: yes, toilet: no}\n", venues__mill=VENUE)

    assert facts.facts_known(made, entry) == (3, 10)
    assert facts.facts_known(*activity("format: online\naccess: {captions: yes}\n")) == (0, 0)
