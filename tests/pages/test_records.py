import re
from datetime import date

import pytest

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.page import Page
from generator.pages.record_links import redirect_pages, shortened_pages
from generator.pages.records import bench, record_page, record_pages, record_view
from tests.pages.record_editions import CHECKED, SITE, TUESDAYS, activity, edition_of, resource, spaced

CLUB = f"""
name: Riverbank Men's Shed
summary: A shed.
kind: group
contact: {{phone: 01632 960101, role: the shed leader, answered: Mon to Thu 9 to 1}}
assurance: {{insurance: yes, checks: ask, seen_on: 2026-05-02}}
{CHECKED}"""
MILL = f"""
name: The Old Mill
address: {{street: 3 Mill Lane, town: Alderbourne, postcode: ZZ1 2MW}}
door: round the back
bus_stop: {{name: Mill Bridge, lines: ["4", "7"], walk_minutes: 3}}
access: {{step_free: yes}}
{CHECKED}"""
FULL = """
organiser: shed
venue: mill
description: Bring **nothing**. See [the shed](resource:shed).
first_visit: Ask for the green apron.
who_comes: about 12
turns_away: people under 18
cost: {amount: 0}
audience: {min_age: 18}
changes:
  - {on: 2026-11-24, cancelled: the hall is closed for repairs}
  - {on: 2026-12-01, moved: {to: 2026-12-02, start: "14:00", why: the room is let}}
  - {on: 2026-12-08, note: bring a photo}
"""


def page(made: tuple[Edition, Entry]) -> Page:
    return record_page(bench(made[0]), made[1])


def words(made: tuple[Edition, Entry]) -> str:
    """The page's text, its tags gone, with ordinary spaces; without what is for paper alone, which says it again."""
    shown = page(made).body.partition('<section class="fp-alone')[0]
    text = re.sub(r"<(?:/(?:li|p|dd|h[1-6]|dt)|br)>", "\n", shown)
    return spaced(re.sub(r"[ \t]+", " ", re.sub(r"<[^>]+>", " ", text)))


def said(made: tuple[Edition, Entry]) -> list[str]:
    return [line.strip() for line in words(made).splitlines() if line.strip()]


def full() -> tuple[Edition, Entry]:
    return activity(FULL, resources__shed=CLUB, venues__mill=MILL)


def test_the_page_answers_in_this_order() -> None:
    order = [
        "Dominoes", "Three tables.", "When", "Every Tuesday, 10.30 am to 12 noon.", "Where", "Cost", "Who comes",
        "Who it is for", "Not for", "Getting in and around", "Your first visit", "How to join", "How to get there",
        "Who runs it", "When this was checked", "Tell us what is wrong", "Keep the dates",
    ]  # fmt: skip
    text = words(full()).partition("Print")
    body = text[0].partition("Keep the dates")[0] + text[2]
    places = [re.search(rf"^ *{re.escape(one)}", body, re.MULTILINE) for one in order]

    assert [one for one, found in zip(order, places, strict=True) if found is None] == []
    starts = [found.start() for found in places if found]
    assert starts == sorted(starts)


def test_the_next_four_dates_say_what_became_of_each() -> None:
    lines = said(full())
    first = lines.index("Every Tuesday, 10.30 am to 12 noon.") + 1

    assert lines[first : first + 4] == [
        "Tuesday 24 November, 10.30 am Cancelled The hall is closed for repairs.",
        "Tuesday 1 December, 10.30 am Moved to Wednesday 2 December, 2 pm . The room is let.",
        "Tuesday 8 December, 10.30 am. Bring a photo.",
        "Tuesday 15 December, 10.30 am",
    ]
    assert "<s>Tuesday" in page(full()).body


def test_all_dates_of_the_window_are_folded_below_sixty_at_most() -> None:
    schedule = 'schedule: [{every: day, start: "10:30"}]\n'

    assert page(activity(schedule=schedule)).body.count("<li data-date=") == 60
    assert page(activity()).body.count("<li data-date=") == 54  # the Tuesdays from 24 November 2026 to 30 November 2027
    assert '<details class="fp-fold">' in page(activity()).body


@pytest.mark.parametrize(
    ("moved", "line"),
    [
        ('{to: 2026-11-24, start: "14:00", why: the boiler}',
         "Tuesday 24 November, 10.30 am Moved to 2 pm . The boiler."),
        ("{to: 2026-11-24, venue: hall}", "Tuesday 24 November, 10.30 am Changed At The Hall."),
        ("{to: 2026-11-25, venue: hall}",
         "Tuesday 24 November, 10.30 am Moved to Wednesday 25 November, 10.30 am . At The Hall."),
    ],
)  # fmt: skip
def test_a_moved_date_says_only_what_is_new(moved: str, line: str) -> None:
    changes = f"venue: mill\nchanges: [{{on: 2026-11-24, moved: {moved}}}]\n"

    assert line in said(activity(changes, venues__mill=MILL, venues__hall="name: The Hall\n"))


def test_what_a_rule_is_called_is_said_once() -> None:
    schedule = "schedule: [{every: Monday, called: Moves go in the post}]\n"

    assert words(activity(schedule=schedule)).count("Moves go in the post") == 1


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("organiser: shed\nvenue: mill", 1),
        ("organiser: shed\nvenue: hall", 0),
        ("organiser: shed\nformat: online", 0),
        ("setting: [pub]\nvenue: hall", 1),
    ],
)
def test_the_room_of_an_organiser_holds_where_it_meets_itself(text: str, times: int) -> None:
    shed = CLUB + "setting: [pub]\nvenue: mill\n"
    made = activity(text + "\n", resources__shed=shed, venues__mill=MILL, venues__hall="name: The Hall\n")

    assert words(made).count("In a pub.") == times


@pytest.mark.parametrize(
    ("schedule", "sentence"),
    [
        ("schedule: [{on: [2026-09-08, 2027-01-08]}]", "No date in the next weeks. It starts again on 8 January."),
        ("schedule: [{on: 2027-01-08}]", "No date in the next weeks. It starts on 8 January."),
        ("schedule: [{on: 2026-09-08}]", "It is over. The last date was Tuesday 8 September 2026."),
        ("schedule: [{on: 2024-09-10}]", "It is over. No more dates are planned."),
        ("schedule: [{on: 2028-09-12}]", "No date in the next weeks. It starts on 12 September 2028."),
        ("schedule: [{every: 29 February}]", "No date in the next weeks. It starts on 29 February 2028."),
        ("closed: [{from: 2026-01-01, until: 2029-12-31}]\nschedule: [{every: Tuesday}]",
         "No date in the next weeks. It starts again on 1 January 2030."),
        ("closed: [{from: 2026-01-01, until: 2040-01-01}]\nschedule: [{every: Tuesday}]",
         "Nobody has told us the next date. Ring and ask."),
    ],
)  # fmt: skip
def test_where_no_date_is_near_the_page_says_why(schedule: str, sentence: str) -> None:
    assert sentence in said(activity(schedule=schedule + "\n"))


@pytest.mark.parametrize("step", ["just_turn_up", "book", "ring_first"])
def test_nobody_is_asked_to_come_to_what_is_over(step: str) -> None:
    edition, entry = activity(f"next_step: {step}\n", schedule="schedule: [{on: 2026-09-08}]\n")

    page = words((edition, entry))

    assert "Nobody can join any more." in page
    assert not any(word in page for word in ("Just come along", "Just turn up", "Book a place", "Add to my calendar"))
    assert record_view(bench(edition), entry).join.steps == ()


@pytest.mark.parametrize(
    ("visible", "first", "sentence"),
    [
        ("{from: 2026-12-09}", "Tuesday 15 December, 10.30 am", None),
        ("{from: 2027-05-01}", "Tuesday 4 May, 10.30 am", "No date in the next weeks. It starts on 4 May."),
        ("{from: 2028-05-01}", None, "No date in the next weeks. It starts on 2 May 2028."),
        ("{until: 2026-11-30}", "Tuesday 24 November, 10.30 am", None),
        ("{until: 2026-11-21}", None, "It is over. The last date was Tuesday 17 November 2026."),
    ],
)
def test_dates_outside_the_days_of_a_record_are_not_promised(
    visible: str, first: str | None, sentence: str | None
) -> None:
    edition, entry = activity(f"visible: {visible}\nnext_step: just_turn_up\n")
    found = bench(edition).dates(entry)
    listed = re.findall(r"<li[^>]*>([^<]*)</li>", spaced(str(found.next + found.rest)))

    assert listed[:1] == ([first] if first else [])
    assert (found.none and spaced(found.none)) == sentence
    assert first is None or f"The next time is {first}." in words((edition, entry))


def test_what_is_closed_for_good_has_no_dates_to_come() -> None:
    edition, entry = activity("places: closed\n")
    made = record_page(bench(edition), entry)

    assert "Not any more." in words((edition, entry))
    assert "<li data-date=" not in made.body
    assert "Event" not in str(made.json_ld)


def test_what_pauses_has_its_dates_from_the_day_on_which_it_is_back() -> None:
    edition, entry = activity("places: {is: paused, on: 2026-11-01, back_on: 2027-01-13}\n")

    assert "No date in the next weeks. It starts again on 19 January." in said((edition, entry))
    assert re.findall(r'<li data-date="([^"]*)"', page((edition, entry)).body)[0] == "2027-01-19"


def test_a_rule_says_until_when_its_record_stands_in_lists() -> None:
    made = activity("visible: {until: 2026-12-02}\n")

    assert "Every Tuesday, 10.30 am to 12 noon, until 2 December 2026." in said(made)
    assert len(re.findall("<li data-date=", page(made).body)) == len(["24 November", "1 December"])


def test_single_days_are_listed_once_with_their_names_and_both_times() -> None:
    schedule = 'schedule: [{on: 2026-12-19, start: "14:00", end: "16:00", called: Carols}]\n'

    assert words(activity(schedule=schedule)).count("19 December") == 1
    assert "Saturday 19 December, 2 pm to 4 pm. Carols." in said(activity(schedule=schedule))


def test_a_closed_place_cancels_in_words() -> None:
    closed = "closed: [{from: 2026-11-24, until: 2026-11-24, why: a wedding}]\n"
    made = activity("venue: mill\n", venues__mill=MILL + closed)

    assert "Tuesday 24 November, 10.30 am Cancelled The Old Mill is closed: a wedding." in said(made)


def test_what_nobody_has_told_us_is_said_to_be_unknown() -> None:
    text = words(activity("venue: mill\n", venues__mill="name: The Old Mill\n"))

    for unknown in (
        "Nobody has told us what it costs.",
        "Nobody has told us of any limits.",
        "Nobody has told us how to reach them. Ring us on 01632 960100 (weekdays 9 to 4) and we find out.",
        "We do not know if there is a step-free way in or toilet for wheelchair users. Ring and ask.",
        "Facts known: 0 of 10",
    ):
        assert unknown in text
    assert "Nobody has told us when. Ring and ask." in words(resource())


ROOMS = """
name: The Old Mill
access: {step_free: {is: yes, note: side door}, accessible_toilet: no, quiet_space: ask, lift: yes, good_light: yes,
         prayer_space: {is: ask, note: ask the warden}, hearing_loop: yes}
"""


def access(made: tuple[Edition, Entry]) -> list[list[tuple[str, str, str]]]:
    """The lists of answers on a page, each with its features, answers and notes."""
    lists = re.findall(r'<ul class="fp-access">(.*?)</ul>', page(made).body, re.DOTALL)
    row = re.compile(r"<span>([^<]+)</span></span>.*?</svg>([^<]+)</span>(?:<small>([^<]+)</small>)?</li>")
    return [row.findall(found) for found in lists]


def test_answers_about_getting_in_come_in_one_order_and_unknown_ones_are_shown() -> None:
    (rows,) = access(
        activity("venue: mill\naccess: {toilet: no, captions: {is: yes, note: on screen}}\n", venues__mill=MILL)
    )

    assert rows == [
        ("Step-free way in", "Yes", ""),
        ("Toilet for wheelchair users", "Not known", ""),
        ("Toilet", "No", ""),
        ("Chairs", "Not known", ""),
        ("Hearing loop", "Not known", ""),
        ("Quiet room", "Not known", ""),
        ("You may bring somebody", "Not known", ""),
        ("Somebody helps at the door", "Not known", ""),
        ("Parking or a bus stop at the door", "Not known", ""),
        ("Assistance dogs welcome", "Not known", ""),
        ("Captions", "Yes", "On screen"),
    ]


def test_much_more_about_a_building_is_folded_and_printed() -> None:
    made = activity("venue: mill\naccess: {captions: yes}\n", venues__mill=ROOMS)
    first, building = access(made)

    assert first[0] == ("Step-free way in", "Yes", "Side door")
    assert first[5] == ("Quiet room", "Not known", "Ask them")
    assert first[-1] == ("Captions", "Yes", "")
    assert building == [
        ("Lift", "Yes", ""),
        ("Good light", "Yes", ""),
        ("Place to pray", "Not known", "Ask the warden"),
    ]
    assert "More about the building (3)" in words(made)
    assert '<details class="fp-fold fp-fold--printed">' in page(made).body


def test_where_nobody_meets_at_a_place_only_what_was_told_is_shown() -> None:
    assert access(activity("format: online\naccess: {captions: yes}\n")) == [[("Captions", "Yes", "")]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("venue: mill", "About the building we go by The Old Mill."),
        ("organiser: shed", "About the people we go by Riverbank Men&#39;s Shed."),
        ("venue: mill\norganiser: shed",
         "About the building we go by The Old Mill, about the people by Riverbank Men&#39;s Shed."),
    ],
)  # fmt: skip
def test_the_page_says_whose_answers_it_gives(text: str, source: str) -> None:
    others = {"resources__shed": CLUB + "access: {bsl: yes}\n", "venues__mill": ROOMS}

    assert any(source in line for line in said(activity(text + "\nformat: in_person\n", **others)))


@pytest.mark.parametrize(
    ("text", "button"),
    [
        ("contact: {phone: 01632 960101, email: a@example.org}", "Ring first: 01632 960101"),
        ("contact: {text: 07700 900101}", "Write first: 07700 900101"),
        ("contact: {email: a@example.org}", "Write first"),
        ("booking: {needed: yes, how: online, url: 'https://example.org/b'}\ncontact: {phone: 01632 960101}",
         "Book a place"),
        ("booking: {needed: yes}\ncontact: {phone: 01632 960101}", "Book a place: 01632 960101"),
        ("referral: {by: professional, form: 'https://example.org/f'}", "Ask to be referred"),
    ],
)  # fmt: skip
def test_the_next_step_is_the_button_at_the_top_and_the_one_filled_button_of_the_box(text: str, button: str) -> None:
    body = spaced(page(activity(text + "\n")).body)
    links = re.findall(r'<a class="fp-btn fp-btn--go fp-btn--wide" href="([^"]+)"><svg.*?</svg>([^<]+)</a>', body)

    assert links[0][1] == button
    assert [href for href, _said in links] == [links[0][0]] * 2


def test_a_moved_session_says_so_on_the_page_of_the_organiser() -> None:
    changes = "changes: [{on: 2026-11-24, moved: {to: 2026-11-25}}]\n"
    made, _entry = activity("organiser: shed\n" + changes, resources__shed=CLUB)

    assert "Next: moved to Wednesday 25 November, 10.30 am" in words((made, made.catalogue.entries["shed"]))


@pytest.mark.parametrize("text", ["next_step: just_turn_up", "booking: {needed: yes, how: in_person}"])
def test_a_next_step_that_no_button_can_take_is_an_arm_at_the_top(text: str) -> None:
    body = page(activity(text + "\ncontact: {phone: 01632 960101}\n")).body

    assert body.count('<span class="fp-arm">') == 2
    assert "fp-btn--go" not in body


@pytest.mark.parametrize(
    ("places", "step"),
    [
        ("full", "Ask when there is room again."),
        ("waiting_list", "Ask to be put on the waiting list."),
        ("paused", "Ask when it starts again."),
    ],
)
def test_nobody_is_sent_to_what_is_full_or_pauses(places: str, step: str) -> None:
    text = f"next_step: just_turn_up\nplaces: {places}\ncontact: {{phone: 01632 960101}}\n"
    lines = said(activity(text))

    assert step in lines
    assert not any("Just" in line for line in lines)


def test_other_ways_to_take_part_stand_below_the_place() -> None:
    made = activity("venue: mill\nformat: [in_person, phone, home_visit]\n", venues__mill=MILL)

    assert "Also by phone. Somebody visits you at home." in " ".join(said(made))


def test_a_venue_that_fetches_nobody_is_named() -> None:
    made = activity("venue: mill\n", venues__mill=MILL + "transport: {fetches: no, how_to_get_there: by boat}\n")

    assert [line for line in said(made) if line in {"By boat.", "The Old Mill does not fetch people."}] == [
        "By boat.", "The Old Mill does not fetch people.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("contact: {phone: 01632 960101, role: the leader}",
         ["Ring 01632 960101 and ask for the leader.", "Say that it is your first time."]),
        ("contact: {email: a@example.org}", ["Write to a@example.org.", "Say that it is your first time."]),
        ("next_step: just_turn_up", ["Just come along. The next time is Tuesday 24 November, 10.30 am."]),
        ("booking: {needed: yes, how: text}\ncontact: {text: 07700 900101}", ["Send a text and book a place."]),
        ("referral: {by: professional}",
         ["Ask a worker who knows you, such as a nurse or a social worker, to refer you."]),
        ("next_step: just_turn_up\nformat: online", ["Just join in. The next time is Tuesday 24 November, 10.30 am."]),
        ("next_step: just_turn_up\naccess: {door_help: yes}\nbring: slippers",
         ["Just come along. The next time is Tuesday 24 November, 10.30 am.",
          "Somebody meets you at the door and shows you in.", "Bring: Slippers."]),
    ],
)  # fmt: skip
def test_how_to_join_goes_step_by_step(text: str, steps: list[str]) -> None:
    found = re.search(r'<ol class="fp-steps">(.*?)</ol>', page(activity(text + "\n")).body, re.DOTALL)

    assert found is not None
    assert re.findall(r"<li>(.*?)</li>", spaced(found[1])) == steps


def test_the_way_in_by_referral_says_who_with_what_and_how_long_it_takes() -> None:
    lines = said(activity("""
referral: {by: either, criteria: lives in Northgate, documents: [a letter], form: https://example.org/form}
places: {is: waiting_list, wait_days: 10, on: 2026-10-01}
joining: {is: course, starts: 2027-01-08, join_until: 2027-01-22}
lasts: twelve calls
contact: {phone: 01632 960101, replies_in: 2 days}
"""))  # fmt: skip

    for line in (
        "You or a worker can ask.", "Lives in Northgate.", "A letter.", "There is a waiting list of about 10 days.",
        "Known on 1 October 2026.", "A course with a beginning and an end.", "It starts on 8 January 2027.",
        "You can join until 22 January 2027.", "Twelve calls.", "An answer takes about 2 days.", "Open the form",
    ):  # fmt: skip
        assert any(line in found for found in lines), line


HELPING = "volunteering"
NEEDED = "What a helper needs first"


@pytest.mark.parametrize(
    ("group", "more", "lines"),
    [
        ("group", "", None),
        ("group", "roles: skill.repair\n", None),
        ("group", "helper_checks: references\n", None),
        ("group", "roles: skill.repair\nhelper_checks: nothing\n", ("Nothing.",)),
        (HELPING, "", ("Nobody has told us. Ask if they want a check, references or training.",)),
        (HELPING, "helper_checks: [criminal_record, over_18]\n", ("A criminal record check and being 18 or over.",)),
    ],
)
def test_what_a_helper_needs_is_said_where_one_can_help(group: str, more: str, lines: tuple[str, ...] | None) -> None:
    found = said(resource(more, kind=group))

    at = found.index(NEEDED) + 1 if NEEDED in found else None
    assert lines == (at and tuple(found[at : at + len(lines or ())]))


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("group", "format: online\n", "Somebody watches over it online: not known. Ask before you join."),
        (
            "peer_support",
            "format: [in_person, online]\nassurance: {watched: yes}\n",
            "Somebody watches over it online: yes.",
        ),
        ("group", "format: online\nassurance: {watched: no}\n", "Somebody watches over it online: no."),
        ("group", "format: online\nsize: one_to_one\n", None),
        ("counselling", "format: online\n", None),
        ("group", "format: in_person\n", None),
    ],
)
def test_where_people_meet_online_it_is_said_if_somebody_watches_over_it(
    kind: str, more: str, says: str | None
) -> None:
    text = words(resource(more, kind=kind))

    assert ("watches over it" in text) is (says is not None)
    assert says is None or says in text


def test_what_helpers_of_an_organiser_need_is_said_in_its_name() -> None:
    found = said(activity("organiser: shed\nkind: volunteering\n", resources__shed=f"{CLUB}helper_checks: training\n"))

    assert found[found.index(NEEDED) + 1] == "Training. This is what Riverbank Men&#39;s Shed has told us."


def test_organiser_and_place_are_two_facts() -> None:
    text = page(full()).body

    assert '<a href="../../resources/shed/">Riverbank Men&#39;s Shed</a>' in text
    assert '<a href="../../venues/mill/">The Old Mill</a>' in text
    assert "It is only the place. About the group, ask Riverbank Men&#39;s Shed." in text
    assert "This is how you reach Riverbank Men&#39;s Shed." in text
    assert "Insurance for visitors: yes." in text
    assert "Rules that keep people safe: not known." in text


def test_an_organiser_lists_its_public_activities_the_next_one_first() -> None:
    game = f"summary: S.\ncategory: games\norganiser: shed\n{CHECKED}"
    made = edition_of({
        "resources/shed": CLUB,
        "activities/late": f"name: Late\n{game}schedule: [{{every: Friday}}]\n",
        "activities/early": f"name: Early\n{game}{TUESDAYS}",
        "activities/hidden": f"name: Hidden\nshown_to: staff\n{game}{TUESDAYS}",
        "activities/ended": f"name: Ended\nplaces: closed\n{game}{TUESDAYS}",
    })  # fmt: skip
    text = words((made, made.catalogue.entries["shed"]))

    assert text.index("Early") < text.index("Next: Tuesday 24 November, 10.30 am") < text.index("Late")
    assert "Hidden" not in text
    assert "Ended" not in text
    assert "feeds/organiser/shed.ics" in page((made, made.catalogue.entries["shed"])).body


def test_checks_name_day_role_and_way_of_each_part_and_old_ones_are_marked() -> None:
    lines = said(activity(
        "venue: mill\naccess: {toilet: yes, checked: {on: 2026-09-14, by: the warden}}\nreview_by: 2027-03-01\n",
        venues__mill=MILL.replace("2026-10-01", "2025-01-10"),
    ))  # fmt: skip

    assert "This page: checked 1 October 2026 by the activity coordinator (rang)." in lines
    assert "Getting in and around: checked 14 September 2026 by the warden." in lines
    assert (
        "The Old Mill: checked 10 January 2025 by the activity coordinator (rang). Check first: facts over a year old"
        in lines
    )
    assert "Somebody looks again by 1 March 2027." in lines


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("github", "https://example.org/records/issues/new?title=Wrong%20on%20the%20page%20of%20Dominoes&amp;body="),
        ("gitlab", "https://example.org/records/-/issues/new?issue%5Btitle%5D=Wrong%20on%20the%20page%20of%20Dominoes"),
        ("forgejo", "https://example.org/records/issues/new?title=Wrong%20on%20the%20page%20of%20Dominoes&amp;body="),
    ],
)
def test_what_is_wrong_can_be_told_by_mail_or_where_the_records_are_kept(kind: str, start: str) -> None:
    record = f"name: Dominoes\nsummary: S.\ncategory: games\n{CHECKED}{TUESDAYS}"
    repository = {"address": "https://example.org/records/", "kind": kind}
    made = edition_of({"activities/dominoes": record}, settings={"repository": repository})
    text = page((made, made.catalogue.entries["dominoes"])).body
    address = SITE.replace(":", "%3A") + "activities/dominoes/"

    assert f'href="{start}' in text
    assert f"mailto:hello@example.org?subject=Wrong%20on%20the%20page%20of%20Dominoes&amp;body={address}" in text


def test_the_calendar_of_an_activity_is_offered_with_both_addresses() -> None:
    text = page(activity()).body

    assert 'href="webcal://example.org/here/feeds/activity/dominoes.ics"' in text
    assert 'data-copy="https://example.org/here/feeds/activity/dominoes.ics"' in text
    assert "Your calendar may take a day to show a change. On the day, ring." in text


HOUSE = "name: Elm House\nsummary: A house.\nhouse: yes\ntakes: [{activity: dominoes}]\n"


@pytest.mark.parametrize(
    ("text", "notice", "feed"),
    [
        ("shown_to: staff", "For staff. It stands in no public list.", "feeds/staff.ics"),
        ("shown_to: house", "For one house. It stands on the page “Elm House” and in no public list.",
         "feeds/mix/elm.ics"),
    ],
)  # fmt: skip
def test_house_and_staff_records_say_for_whom_they_are_and_stay_out_of_search(
    text: str, notice: str, feed: str
) -> None:
    made = activity(text + "\n", feeds__elm=HOUSE)
    found = page(made)

    assert notice in said(made)
    assert feed in found.body
    assert "feeds/activity" not in found.body
    assert (found.indexed, found.json_ld) == (False, None)
    assert [planned.indexed for planned in record_pages(made[0])] == [False]


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("places: closed", "This is closed for good."),
        ("visible: {until: 2026-11-01}", "This ended on 1 November 2026."),
    ],
)
def test_what_has_ended_keeps_its_page_without_a_next_step_or_calendar(text: str, notice: str) -> None:
    made = activity(text + "\n")

    assert any(line.startswith(notice) for line in said(made))
    assert "Nobody can join any more." in said(made)
    assert "fp-arm" not in page(made).body
    assert "feeds/" not in page(made).body


def test_texts_of_strangers_stay_text() -> None:
    evil = "<script>alert(1)</script>"
    made = activity(
        f"description: '{evil} [x](javascript:alert(1))'\nturns_away: '{evil}'\n"
        f"contact: {{role: '{evil}', phone: '999'}}\n"
        f"changes: [{{on: 2026-11-24, cancelled: '{evil}'}}, {{on: 2026-12-01, note: '{evil}'}}]\n"
        f"access: {{step_free: {{is: yes, note: '{evil}'}}}}\nvenue: {{name: '{evil}', door: '{evil}'}}\n"
    )
    text = page(made).body

    assert "<script" not in text
    assert "javascript:" not in text


def test_links_to_records_lead_to_their_pages_and_unknown_ones_are_words() -> None:
    made = activity("description: '[a](activity:dominoes) [b](category:games) [c](area:north) [d](venue:nowhere)'\n")
    text = page(made).body

    assert '<a href="../../activities/dominoes/">a</a> <a href="../../directory/category/games/">b</a> c d' in text


def test_an_old_address_leads_to_the_new_one_without_a_script() -> None:
    made, _entry = activity("aliases: [tiles]\n")
    (found,) = redirect_pages(made)

    assert found.path == "activities/tiles/index.html"
    for part in (
        '<meta http-equiv="refresh" content="0; url=../../activities/dominoes/">',
        '<link rel="canonical" href="https://example.org/here/activities/dominoes/">',
        '<meta name="robots" content="noindex">',
        '<a href="../../activities/dominoes/">Go to Dominoes</a>',
        "Content-Security-Policy",
    ):
        assert part in str(found.content)


def test_days_far_ahead_are_said_with_their_year() -> None:
    made = activity(schedule="schedule: [{on: [2026-11-24, 2027-11-23]}]\n")

    assert "Tuesday 23 November 2027, all day" in said(made)
    assert made[0].today == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("schedule", "line"),
    [
        ('{on: 2026-11-24, start: "21:30", end: "00:30 next day"}', "9.30 pm to 12.30 am the next day"),
        ('{on: 2026-11-24, start: "21:30", end: "00:00 next day"}', "9.30 pm to midnight"),
        ('{on: 2026-11-24, start: "21:30", end: "23:00"}', "9.30 pm to 11 pm"),
    ],
)
def test_a_single_day_over_midnight_says_that_it_ends_the_next_day(schedule: str, line: str) -> None:
    assert f"Tuesday 24 November, {line}" in said(activity(schedule=f"schedule: [{schedule}]\n"))


@pytest.mark.parametrize(
    ("move", "more"),
    [
        ('end: "11:00"', " at 11 am."),
        ('start: "22:00", end: "01:00 next day"', " at 1 am the next day."),
        ('start: "23:30"', " at 1 am the next day."),
        ('start: "14:00"', ""),
    ],
)
def test_a_moved_session_says_when_it_ends_where_nobody_would_guess(move: str, more: str) -> None:
    change = f"changes: [{{on: 2026-11-24, moved: {{to: 2026-11-24, {move}}}}}]\n"
    lines = [line for line in said(activity(change)) if line.startswith("Tuesday 24 November, 10.30 am")]

    assert [line.partition(" It ends")[2] for line in lines] == [more]


def test_addresses_that_are_cut_short_lead_to_pages_that_there_are() -> None:
    made, _entry = activity()
    planned = {"calendar/", "directory/", "directory/all/", "subscribe/", "directory/venues/"}
    found = {one.path.removesuffix("index.html"): str(one.content) for one in shortened_pages(made, planned)}

    assert found.keys() == {
        "resources/", "activities/", "venues/", "mix/", "feeds/", "calendar/week/",
        "directory/area/", "directory/category/", "directory/family/", "directory/kind/",
    }  # fmt: skip
    assert 'content="0; url=../directory/venues/"' in found["venues/"]
    assert 'content="0; url=../../calendar/"' in found["calendar/week/"]
    assert list(shortened_pages(made, planned - {"directory/venues/"}))[2].path == "mix/index.html"
