"""A newcomer's path from end to end: a record, a cancelled session, a burst pipe, a number by mail; each published.

The site is published as hosts do it: from a clone of the bare remote, with its whole history.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from tests.repositories import Repository
from tests.sites import TODAY, Built, built, run
from tests.small import ACTIVITY, RESOURCE, VENUE, written

ADDRESS = "https://small.example.org/"
USUAL = tuple(f"usual-{number}" for number in range(8))
FILES: Mapping[str, str] = {
    ".gitignore": "/site/\n/.fingerpost/\n",
    "data/areas.yml": "areas:\n  - {id: town, name: The town}\n",
    "data/resources/group.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}  # the kitchen\n",
    "data/venues/hall.yml": f"{VENUE}area: town\naccess: {{step_free: yes, accessible_toilet: yes}}\n",
    **{
        f"data/activities/{name}.yml": ACTIVITY.replace("The Meeting", f"Meeting {name[-1]}")
        + f"organiser: group\nvenue: hall\nschedule: [{{every: {day}, start: '10:00', end: '11:00'}}]\n"
        for name, day in zip(USUAL, ("Monday", "Tuesday", "Wednesday", "Thursday") * 2, strict=True)
    },
}
NEW = {
    "name": "Chess by the Lock",
    "category": "games",
    "summary": "Boards, clocks and tea.",
    "organiser": "group",
    "venue": "hall",
    "schedule.0.every": "Tuesday",
    "schedule.0.start": "14:00",
    "schedule.0.end": "16:00",
    "checked.by": "link worker",
}
NEXT, AFTER = "20261124", "20261201"
CANCELLED_ON = "2026-12-01"


@dataclass
class Newcomer:
    """What a newcomer has: a clone of a bare remote; and what the host has, which publishes from another clone."""

    folder: Path
    repository: Repository = field(init=False)

    def __post_init__(self) -> None:
        first = Repository(written(self.folder / "first", FILES), datetime(2026, 11, 1, 9, tzinfo=UTC))
        first.begin()
        first.save()
        first.git("clone", "--quiet", "--bare", ".", "../remote.git")
        for clone in ("clone", "host"):
            first.git("clone", "--quiet", "../remote.git", f"../{clone}")
        self.repository = Repository(self.folder / "clone", first.clock)

    def command(self, name: str, *arguments: str | Path) -> int:
        return run(name, "--config-file", self.repository.folder / "mkdocs.yml", "--today", TODAY, *arguments)

    def publish(self) -> Built:
        """Commits, pushes, and builds where the site is published."""
        self.repository.save()
        self.repository.git("push", "--quiet", "origin", "main")
        host = Repository(self.folder / "host")
        host.git("pull", "--quiet", "--ff-only")
        return Built(source=host.folder, folder=built(host.folder), address=ADDRESS)


def events(site: Built, feed: str) -> list[Component]:
    return Calendar.from_ical(site.files[f"feeds/{feed}.ics"].read_bytes()).walk("VEVENT")


def about(site: Built, feed: str, day: str) -> Component:
    """The event of a feed that says most about a day: an exception for that day, else the series or single event."""
    found = events(site, feed)
    alone = [one for one in found if "RECURRENCE-ID" in one and f"{one.decoded('RECURRENCE-ID'):%Y%m%d}" == day]
    return (alone or [one for one in found if "RECURRENCE-ID" not in one])[0]


def sequence(event: Component) -> int:
    return int(str(event.get("SEQUENCE", 0)))


def test_a_newcomer_keeps_a_site_true_from_the_first_record_to_a_burst_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newcomer = Newcomer(tmp_path)

    # A new record, which the check lets pass and of which the words say what it brings.
    assert newcomer.command("new", "activity", *(f"--set={name}={value}" for name, value in NEW.items())) == 0
    assert newcomer.command("check") == 0
    capsys.readouterr()
    assert newcomer.command("changes", "origin/main") == 0
    said = capsys.readouterr().out
    assert "New\n  Chess by the Lock (data/activities/chess-by-the-lock.yml)\n" in said
    site = newcomer.publish()
    feed = "activity/chess-by-the-lock"
    planned = about(site, feed, AFTER.replace("-", ""))
    assert planned["SUMMARY"] == "Chess by the Lock"
    assert planned.get("STATUS") != "CANCELLED"
    assert "Chess by the Lock" in site.pages["activities/chess-by-the-lock/"].words()
    assert planned["UID"] in {one["UID"] for one in events(site, "all")}

    # A session is cancelled: the same event, told as newer.
    assert newcomer.command("cancel", "chess-by-the-lock", CANCELLED_ON, "the boiler is being mended") == 0
    site = newcomer.publish()
    cancelled = about(site, feed, AFTER)
    assert cancelled["STATUS"] == "CANCELLED"
    assert cancelled["UID"] == planned["UID"]
    assert sequence(cancelled) > sequence(planned)
    page = site.pages["activities/chess-by-the-lock/"]
    dates = page.one(f'.fp-dates > li[data-date="{CANCELLED_ON}"]').text().casefold()
    assert "cancelled" in dates
    assert "the boiler is being mended" in dates
    door = page.one(f"#door-{CANCELLED_ON}-0").text()
    assert "Cancelled" in door
    assert "the boiler is being mended" in door.casefold()

    # A pipe bursts, and somebody who has never seen Git answers the text of a page.
    assert newcomer.command("cancel", "--venue", "hall", "2026-12-07..2026-12-10", "a burst pipe") == 0
    slip = site.pages["resources/group/"].one("#slip").text()
    asked = "01632 960009\nThe right one is:"
    assert asked in slip
    mail = tmp_path / "mail.txt"
    answered = slip.replace(asked, f"{asked} 01632 960077")
    mail.write_text("From: Ann <ann@example.org>\nSubject: Re: The Group\n\n"
                    + "".join(f"> {line}\n" for line in answered.splitlines()), encoding="utf-8")  # fmt: skip
    assert newcomer.command("apply", mail, "--yes") == 0
    site = newcomer.publish()
    for name in (*USUAL, "chess-by-the-lock"):
        page = site.pages[f"activities/{name}/"]
        shut = [one.text() for one in page.all(".fp-dates > li") if "a burst pipe" in one.text().casefold()]
        assert len(shut) == 1, name
        assert "Cancelled" in shut[0]
        stated = [one for one in events(site, f"activity/{name}") if one.get("STATUS") == "CANCELLED"]
        assert any("a burst pipe" in one.to_ical().decode().replace("\r\n ", "").casefold() for one in stated), name
    assert "01632\N{NO-BREAK SPACE}960077" in site.pages["resources/group/"].one("main").text()
    record = newcomer.repository.folder / "data/resources/group.yml"
    assert "phone: 01632 960077, checked: {on: 2026-11-22, by: reader, how: wrote}}  # the kitchen" in record.read_text(
        encoding="utf-8"
    )
