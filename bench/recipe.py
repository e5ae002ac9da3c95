"""Sites of any size from one fixed recipe: half resources, half activities, nine activities in ten recurring.

The same number gives the same files, byte for byte. The recipe is part of every figure in docs/: who changes it
measures all of them anew.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench import texts

TODAY = date(2026, 12, 1)  # the day on which all sites of the bench are built
SEED = 20261201
RECORDS_PER_VENUE = 25
RECURRING = 0.9

AREAS = ("northgate", "eastfield", "southmoor", "westbrook", "millside", "hilltop", "old-town", "docks")
CATEGORIES = (
    *("arts", "music", "garden", "games", "meal", "move", "calm", "outing", "volunteer", "faith", "family"),
    *("intergen", "digital", "learning", "support"),
)
KINDS = (
    *("group", "group", "group", "class", "drop_in", "peer_support", "befriending", "volunteering", "advice"),
    *("support_service", "carer_support", "transport", "tech_support", "helpline"),
)
TOPICS = (
    *("arts.painting", "arts.crafts", "music.singing", "music.playing", "nature.gardening", "nature.walking"),
    *("games.cards", "games.board", "exercise.chair", "exercise.taichi", "food.lunch", "food.coffee"),
    *("making.woodwork", "making.repair", "books.reading", "learning.digital", "social.chat", "reminiscence"),
)
TAGS = (
    "carer",
    "bereaved",
    "dementia",
    "men",
    "women",
    "older",
    "young",
    "veteran",
    "parent_u5",
    "sight_loss",
)
ACCESS = (
    *(
        "step_free",
        "accessible_toilet",
        "toilet",
        "seating",
        "hearing_loop",
        "quiet_space",
        "companion_welcome",
    ),
    *("door_help", "parking", "assistance_dog"),
)
GOALS = ("meet_people", "get_out", "keep_active", "learn", "contribute", "routine", "confidence", "enjoy")
NAMES = (
    (
        "Riverbank",
        "Lantern",
        "Copper",
        "Willow",
        "Harbour",
        "Thistle",
        "Orchard",
        "Signal",
        "Bramble",
        "Quarry",
    ),
    ("Lane", "Street", "Green", "Mill", "Yard", "Corner", "Bridge", "Gate", "Wharf", "Court"),
    (
        "Menders",
        "Singers",
        "Walkers",
        "Table",
        "Circle",
        "Kitchen",
        "Readers",
        "Growers",
        "Players",
        "Company",
    ),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("1st", "2nd", "3rd", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of the recipe: its file for us, and the same texts in Markdown for other builders."""

    id: str
    folder: str
    yaml: str
    markdown: str = ""


def entries(records: int) -> Iterator[Entry]:
    """The records of a site: resources and activities by turns, then venues."""
    random = Random(SEED)
    venues = max(1, records // RECORDS_PER_VENUE)
    resources = (records + 1) // 2
    for number in range(records):
        if number % 2:
            yield _activity(random, number // 2, resources, venues)
        else:
            yield _resource(random, number // 2, venues)
    for number in range(venues):
        yield _venue(random, number)


def write_site(folder: Path, records: int) -> None:
    """A whole site under `folder`, as one commit of a Git repository: revisions of feeds come from there."""
    for entry in entries(records):
        path = folder / "data" / entry.folder / f"{entry.id}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry.yaml, encoding="utf-8")
    for name, text in _site_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git = ("git", "-C", str(folder), "-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    when = f"--date={TODAY.isoformat()}T09:00:00Z"
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "-c", "gc.auto=0", "commit", "--quiet", when, "-m", "Make the site"], check=True)


def change_one(folder: Path) -> None:
    """One record of the site is edited, as a coordinator would before the next build."""
    path = min((folder / "data/activities").iterdir())
    path.write_text(
        path.read_text(encoding="utf-8").replace("summary: ", "summary: Now with cake. ", 1), encoding="utf-8"
    )


def _offer(random: Random, venues: int) -> tuple[str, list[tuple[str, str]]]:
    """The fields that resources and activities share, as YAML and as words."""
    venue = f"venue-{random.randrange(venues):05}"
    topics = random.sample(TOPICS, 2)
    goals = random.sample(GOALS, 2)
    cost = random.choice(("0", "1", "2", "2.50", "3", "4", "5"))
    answers = {feature: random.choice(("yes", "yes", "no", "ask")) for feature in random.sample(ACCESS, 6)}
    welcome = random.choice(TAGS)
    phone = f"01632 960{random.randrange(1000):03}"
    checked = _recent_day(random)
    hat = random.choice(texts.WORDS["thing"])
    first_visit = f"Ask for {random.choice(texts.WORDS['lead'])}. You may just watch. Bring {hat}."
    fields = (
        f"topics: [{', '.join(topics)}]\ngoals: [{', '.join(goals)}]\nvenue: {venue}\n"
        f"first_visit: {json.dumps(first_visit)}\n"
        f"contact: {{phone: {phone}, email: hello@example.org, role: the organiser, answered: mornings}}\n"
        f"next_step: {random.choice(('ring_first', 'just_turn_up', 'book'))}\n"
        f"audience: {{min_age: 18, welcomes: [{welcome}]}}\n"
        f"cost: {{amount: {cost}, per: session}}\n"
        f"access:\n{_lines(answers)}format: [in_person]\n"
        f"size: {random.choice(('small', 'medium', 'large'))}\n"
        f"checked: {{on: {checked}, by: activity coordinator, how: rang}}\n"
    )
    words = [
        ("About", ", ".join(topics)),
        ("Where", venue),
        ("First visit", first_visit),
        ("Telephone", phone),
        ("Cost", cost),
        ("Welcome", welcome),
        *((feature.replace("_", " "), answer) for feature, answer in answers.items()),
        ("Checked", checked.isoformat()),
    ]
    return fields, words


def _resource(random: Random, number: int, venues: int) -> Entry:
    kind, area = random.choice(KINDS), random.choice(AREAS)
    fields, words = _offer(random, venues)
    own = f"kind: {kind}\nareas: [{area}]\n{fields}"
    return _entry(random, f"resource-{number:05}", "resources", own, (("Kind", kind), ("Area", area), *words))


def _activity(random: Random, number: int, resources: int, venues: int) -> Entry:
    category, organiser = random.choice(CATEGORIES), f"resource-{random.randrange(resources):05}"
    fields, words = _offer(random, venues)
    schedule, rule = _schedule(random)
    own = f"category: {category}\norganiser: {organiser}\n{schedule}{fields}"
    facts = (("Category", category), ("When", rule), ("Organiser", organiser), *words)
    return _entry(random, f"activity-{number:05}", "activities", own, facts)


def _entry(random: Random, record: str, folder: str, fields: str, facts: tuple[tuple[str, str], ...]) -> Entry:
    name = f"{' '.join(random.choice(words) for words in NAMES)} {record[-5:].lstrip('0') or '0'}"
    summary, prose = texts.summary(random), texts.prose(random)
    block = "\n".join(f"  {line}".rstrip() for line in prose.split("\n"))
    listed = "\n".join(f"- **{label}:** {text}" for label, text in facts)
    return Entry(
        id=record,
        folder=folder,
        yaml=f"name: {name}\nsummary: {summary}\ndescription: |\n{block}\n{fields}",
        markdown=f"# {name}\n\n{summary}\n\n{prose}\n\n## Facts\n\n{listed}\n",
    )


def _schedule(random: Random) -> tuple[str, str]:
    """A schedule as YAML and its rule in words: about 39 sessions in 18 months where it recurs."""
    hour = random.randint(9, 18)
    times = f'    start: "{hour:02}:{random.choice(("00", "30"))}"\n    end: "{hour + 2:02}:00"\n'
    weekday = random.randrange(7)
    name = WEEKDAYS[weekday]
    if random.random() >= RECURRING:
        day = TODAY + timedelta(days=random.randint(1, 300))
        return f"schedule:\n  - on: [{day}]\n{times}", day.isoformat()
    # The Monday of the week of 7 September 2026, and from there the weekday.
    first = date(2026, 9, 7) + timedelta(days=weekday)
    form = random.random()
    changes = ""
    bounds = ""
    if form < 0.3:  # noqa: PLR2004 - shares of the recipe
        rule = name
        if random.random() < 0.2:  # noqa: PLR2004
            cancelled = first + timedelta(weeks=random.randint(11, 16))
            changes = f"changes:\n  - on: {cancelled}\n    cancelled: the boiler is being mended\n"
    elif form < 0.4:  # noqa: PLR2004
        rule, bounds = name, f"    from: {first}\n    until: {first + timedelta(weeks=20)}\n"
    elif form < 0.6:  # noqa: PLR2004
        rule, bounds = f"2 weeks on {name}", f"    from: {first}\n"
    elif form < 0.75:  # noqa: PLR2004
        rule = f"{random.choice(('1st and 3rd', '2nd and 4th'))} {name}"
    else:
        rule = f"{random.choice(ORDINALS)} {name}"
    if not changes and random.random() < 0.3:  # noqa: PLR2004
        bounds += "    except: [public holidays]\n"
    return f"schedule:\n  - every: {rule}\n{times}{bounds}{changes}", rule


def _venue(random: Random, number: int) -> Entry:
    street = f"{random.choice(NAMES[0])} {random.choice(NAMES[1])}"
    north, east = 54 + random.randrange(1000) / 10000, -1 - random.randrange(1000) / 10000
    answers = {feature: random.choice(("yes", "yes", "no", "ask")) for feature in random.sample(ACCESS, 5)}
    return Entry(
        id=f"venue-{number:05}",
        folder="venues",
        yaml=(
            f"name: {street} Hall {number + 1}\n"
            f"address: {{street: {1 + number % 90} {street}, town: Benchford, postcode: BE1 1NC}}\n"
            f"area: {random.choice(AREAS)}\ncoordinates: {north:.4f}, {east:.4f}\n"
            f"door: Ring at the {random.choice(('green', 'blue', 'side', 'back'))} door\n"
            f"bus_stop: {{name: {street}, lines: [{1 + number % 40}], walk_minutes: {1 + number % 9}}}\n"
            f"access:\n{_lines(answers)}"
            f"checked: {{on: {_recent_day(random)}, by: activity coordinator, how: visited}}\n"
        ),
    )


def _recent_day(random: Random) -> date:
    return TODAY - timedelta(days=random.randint(5, 150))


def _lines(answers: Mapping[str, str]) -> str:
    return "".join(f"  {feature}: {answer}\n" for feature, answer in answers.items())


def _site_files() -> Mapping[str, str]:
    """What a site needs besides its records."""
    areas = "".join(
        f'  - {{id: {area}, name: {area.replace("-", " ").title()}, centre: "54.0{number}, -1.0{number}"}}\n'
        for number, area in enumerate(AREAS)
    )
    contacts = "".join(
        f"  - {{kind: {kind}, question: {question}, name: {name}, phone: {phone},\n"
        f"     hours: day and night, cost: free, panel: yes, checked: {{on: {TODAY}, by: editor, how: website}}}}\n"
        for kind, question, name, phone in (
            ("emergency", "In danger?", "Emergency services", "01632 960001"),
            ("crisis", "Need to talk?", "The listening line", "01632 960002"),
            ("safeguarding", "Worried about someone?", "The council", "01632 960003"),
        )
    )
    return {
        "mkdocs.yml": (
            "site_name: Benchford Fingerpost\nsite_url: https://bench.example.org/\ndocs_dir: content\n"
            "theme: {name: material}\nplugins:\n  - fingerpost:\n      place: Benchford\n"
            "      organisation: {name: Benchford Together, responsible: the editor}\n"
            "      contact: {phone: 01632 960000, hours: Mon to Fri 9 to 5}\n"
            "      timezone: Europe/London\n      country: GB\n      subdivision: ENG\n      currency: GBP\n"
            "      demonstration: Everything here is made up to measure speed.\n"
            "      uid_domain: bench.example.org\n"
        ),
        "content/measured.md": "# Benchford\n\nA site that is made to be measured.\n",
        "data/areas.yml": f"areas:\n{areas}",
        "data/help.yml": f"contacts:\n{contacts}",
        ".gitignore": "/site/\n/site.*/\n/.fingerpost/\n",
    }
