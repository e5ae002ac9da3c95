"""The text on a page by which anybody can correct its facts."""

import html
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.edit.slip import read_slips
from generator.edition import Edition
from generator.pages.correction import LONGEST_MAIL, of_entry, of_venue, slip_and_mail, worded
from generator.pages.records import bench, record_page
from tests.small import ACTIVITY, RESOURCE, SETTINGS, VENUE, edition_of

FILES = {
    "mkdocs.yml": SETTINGS.replace("hours: mornings}", "hours: mornings, email: hello@example.org}"),
    "resources/group": f"{RESOURCE}contact: {{phone: 01632 960009}}\naccess: {{companion_welcome: yes}}\n",
    "venues/hall": f"{VENUE}access: {{step_free: {{is: yes, note: by the side}}, parking: no}}\n",
    "activities/meeting": (
        f"{ACTIVITY}organiser: group\nvenue: hall\nschedule: [{{every: Monday, start: '10:00', end: '11:00'}}]\n"
        "cost: {amount: 0}\naccess: {parking: ask}\nplaces: full\n"
    ),
    "activities/call": f"{ACTIVITY.replace('The Meeting', 'The Call')}organiser: group\nformat: phone\n"
    "schedule: [{every: Monday}]\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(tmp_path_factory.mktemp("site"), FILES)


def asked(edition: Edition, name: str) -> dict[str, dict[str, str | None]]:
    return {
        one.id: {question.code: question.now for question in one.questions}
        for one in of_entry(edition, edition.catalogue.entries[name])
    }


def test_each_fact_is_asked_of_the_record_that_says_it(made: Edition) -> None:
    found = asked(made, "meeting")

    assert found["meeting"] == {
        "name": "The Meeting", "days": "Every Monday", "starts": "10\u00a0am", "ends": "11\u00a0am",
        "venue": "The Hall", "cost": "free", "places": "Full", "parking": "ask",
    }  # fmt: skip
    assert found["group"]["phone"] == "01632 960009"
    assert found["group"]["companion_welcome"] == "yes"
    assert found["hall"]["step_free"] == "yes, by the side"
    assert found["hall"]["toilet"] is None
    assert "parking" not in found["hall"]


@pytest.mark.parametrize(
    ("record", "now"),
    [
        (RESOURCE, "not asked"),
        (RESOURCE.replace("kind: group", "kind: volunteering"), None),
        (f"{RESOURCE}helper_checks: [training, over_18]\n", "Training, Being 18 or over"),
    ],
)
def test_what_helpers_need_is_asked_where_people_help(record: str, now: str | None, tmp_path: Path) -> None:
    made = edition_of(tmp_path, {"resources/group": record})

    assert asked(made, "group")["group"].get("helper_checks", "not asked") == now


def test_where_nobody_meets_nobody_is_asked_about_steps(made: Edition) -> None:
    assert "step_free" not in {code for theirs in asked(made, "call").values() for code in theirs}


def test_a_venue_asks_for_its_address_and_its_doors(made: Edition) -> None:
    (section,) = of_venue(made, made.catalogue.sources.venues["hall"])

    assert {"name", "step_free", "phone"} <= {question.code for question in section.questions}


def test_the_mail_fits_into_an_address_and_is_read_back(made: Edition) -> None:
    sections = of_entry(made, made.catalogue.entries["meeting"])
    slip, body = slip_and_mail(made, worded(made, sections), "activities/meeting/")

    assert len(body) <= LONGEST_MAIL
    text = parse_qs(urlsplit(f"mailto:a@example.org?body={body}").query)["body"][0]
    filled = text.replace(
        "[phone] Telephone: 01632 960009\r\nThe right one is: ", "[phone]\r\nThe right one is: 01632 1"
    )
    (read,) = read_slips(filled, made.words)
    assert [(one.record, one.about, one.text) for one in read.answers] == [("group", "phone", "01632 1")]
    assert read.unplaced == ()
    assert slip.count("The right one is:") > text.count("The right one is:") > 0


def test_the_form_is_there_without_scripts_and_holds_what_is_copied(made: Edition) -> None:
    page = record_page(bench(made), made.catalogue.entries["meeting"]).body

    form = page.partition('<details class="fp-fold fp-slip">')[2].partition("</details>")[0]
    assert 'href="mailto:hello@example.org?subject=' in form
    assert 'data-copy-from="slip"' in form
    assert "[step_free] Step-free way in: yes, by the side\nThe right one is:" in html.unescape(form)


def test_marks_in_names_are_no_marks(tmp_path: Path) -> None:
    name = "name: 'A [record other] <mark>'\n"
    edition = edition_of(tmp_path, {"resources/group": name + RESOURCE.partition("\n")[2]})
    entry = edition.catalogue.entries["group"]
    page = record_page(bench(edition), entry).body

    assert "[record other]" not in slip_and_mail(edition, worded(edition, of_entry(edition, entry)), entry.url)[0]
    assert "<mark>" not in page
