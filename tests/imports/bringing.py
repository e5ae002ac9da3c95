"""A calendar in, a small site with what was imported of it out; and its sessions beside those of other engines."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.catalogue import catalogue
from generator.edition import Edition, edition
from generator.records.reading import read_site_file, read_sources
from generator.schedule.rules import Window
from generator.schedule.zoned import at
from generator.sessions import Session, Status, sessions
from tests.engines import Found
from tests.sites import TODAY, run
from tests.small import CHECKED, RESOURCE, written

DAY = date.fromisoformat(TODAY)
FIRST, LAST = date(2026, 8, 1), date(2027, 12, 31)
VENUES = {
    "data/venues/old-mill.yml": f"name: The Old Mill\naddress: {{street: 1 Mill Lane, postcode: ZZ1 1AA}}\n{CHECKED}",
    "data/venues/library.yml": f"name: Library\naddress: {{street: High Street, postcode: ZZ1 2BB}}\n{CHECKED}",
}
Moment = tuple[date | datetime, date | datetime]


def head(*lines: str) -> str:
    """The lines of a calendar around others."""
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Test//EN", *lines, "END:VCALENDAR", ""))


def event(*lines: str, uid: str = "a@example.org", name: str = "Chess") -> str:
    """An event with these lines."""
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{name}", *lines, "END:VEVENT"))


@dataclass(frozen=True)
class House:
    """A small site to import into."""

    root: Path
    said: pytest.CaptureFixture[str]

    def bring(self, calendar: str | bytes | Path, *more: str, kind: str = "ics", today: str = TODAY) -> tuple[int, str]:
        """The exit code of an import and all that it said; a text is written into a file `calendar.ics` first."""
        source = calendar if isinstance(calendar, Path) else self.root / f"calendar.{kind}"
        if not isinstance(calendar, Path):
            source.write_bytes(calendar if isinstance(calendar, bytes) else calendar.encode())
        self.said.readouterr()
        code = run("import", kind, source, "--config-file", self.root / "mkdocs.yml", "--today", today, *more)
        said = self.said.readouterr()
        return code, said.out + said.err

    def address(self, source: str, *more: str) -> tuple[int, str]:
        """The same of a calendar at an address."""
        self.said.readouterr()
        code = run("import", "ics", source, "--config-file", self.root / "mkdocs.yml", "--today", TODAY, *more)
        said = self.said.readouterr()
        return code, said.out + said.err

    def taken(self, calendar: str | bytes | Path, *more: str) -> str:
        """What an import said that went well."""
        code, said = self.bring(calendar, "--category", "games", *more)
        assert code == 0, said
        return said

    def file(self, id: str, folder: str = "activities") -> Path:  # noqa: A002 - the word of the records
        """The file of a record."""
        return self.root / f"data/{folder}/{id}.yml"

    def fields(self, id: str) -> str:  # noqa: A002 - the word of the records
        """The text of a record without its notes and its source."""
        text = self.file(id).read_text(encoding="utf-8")
        kept = text.partition("\n\n#")[0].partition("\nsource:")[0].partition("\n")[2]
        return kept.partition("\nreview_by")[0] + "\n"

    def edition(self) -> Edition:
        """The site on the day of the tests, with a window that holds all that is compared."""
        site, wrong = read_site_file(self.root, self.root / "mkdocs.yml")
        assert site, wrong
        sources, problems = read_sources(self.root, site)
        assert problems == ()
        return edition(catalogue(sources), DAY)

    def moments(self) -> tuple[Counter[Moment], int]:
        """Beginning and end of all sessions that take place, and how many are cancelled."""
        made = self.edition()
        found = [
            one
            for entry in made.catalogue.activities
            for one in sessions(entry, Window(FIRST, LAST), made.almanac)
            if FIRST <= one.on <= LAST
        ]
        held = Counter(_moment(one) for one in found if one.status is not Status.CANCELLED)
        return held, sum(one.status is Status.CANCELLED for one in found)


def house(root: Path, said: pytest.CaptureFixture[str]) -> House:
    """A small site with two venues and a group."""
    return House(
        written(root, {**VENUES, "data/resources/players.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}\n"}), said
    )


def _moment(session: Session) -> Moment:
    if session.start is None:
        return session.on, session.on + timedelta(days=1)
    zone, last = session.entry.zone, session.on + timedelta(days=session.next_day)
    start = at(session.on, session.start, zone).astimezone(UTC)
    return start, at(last, session.end or session.start, zone).astimezone(UTC)


def theirs(found: Iterable[Found]) -> tuple[Counter[Moment], int]:
    """The same as `House.moments` of what an engine found; one that is moved and cancelled has two days to stand on."""
    kept = list(found)
    held = Counter((one.start, one.end) for one in kept if one.status != "CANCELLED")
    return held, sum(one.status == "CANCELLED" for one in kept)
