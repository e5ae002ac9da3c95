"""A site → the catalogue and rules that the matcher reads; a profile made ready for them; a file of cases run.

The command line, the data file of the browser and the tests all come by their catalogue here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.edition import Edition
from generator.matching.cases import Outcome, outcomes
from generator.matching.engine import Matcher, matcher
from generator.matching.geography import Nowhere, Plain, home_xy, named_places, plain_of, sunsets
from generator.matching.row import Row, as_json, row_of_short
from generator.matching.rows import match_rows
from generator.matching.rules import rules_json
from generator.records.cases import Case, CasesFile
from generator.records.profile import as_json as profile_json

DAYS_A_MONTH = 365 / 12


@dataclass(frozen=True)
class MatchSite:
    """What a site has to match with."""

    edition: Edition

    @cached_property
    def plain(self) -> Plain | None:
        """The map that distances are measured on."""
        return plain_of(self.edition.catalogue)

    @cached_property
    def places(self) -> Mapping[str, tuple[float, float]]:
        """Where named places are on it."""
        return named_places(self.edition.catalogue, self.plain)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All match records."""
        return match_rows(self.edition, self.plain)

    @cached_property
    def rules(self) -> dict[str, Any]:
        """The rules as the matcher reads them."""
        doubtful = self.edition.settings.freshness.doubtful
        return rules_json(self.edition.catalogue.sources.rules, stale_days=round(doubtful * DAYS_A_MONTH))

    @property
    def around(self) -> dict[str, Any]:
        """The catalogue without its records: day, language, areas, sunset."""
        edition = self.edition
        areas = {
            area.id: {"parent": area.parent, "xy": self._xy(area.centre)}
            for area in edition.catalogue.sources.areas.areas
        }
        return {
            "as_of": edition.today.isoformat(),
            "language": edition.words.lang.partition("-")[0],
            "areas": areas,
            "sunset": sunsets(self.plain, edition.catalogue.zone, edition.today),
        }

    @property
    def catalogue(self) -> dict[str, Any]:
        """The whole catalogue as the matcher reads it."""
        return {**self.around, "rows": [as_json(row) for row in self.rows]}

    def ready(self, profile: Any) -> dict[str, Any] | Nowhere:
        """A profile with its home on the map, or a home that is not on it."""
        made = profile_json(profile)
        if profile.home is not None:
            found = home_xy(profile.home, self.plain, self.places)
            if isinstance(found, Nowhere):
                return found
            made["home"] = list(found)
        return made

    def _xy(self, centre: Any) -> list[float] | None:
        return list(self.plain.xy((float(centre[0]), float(centre[1])))) if self.plain and centre else None


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What became of one case."""

    case: Case
    outcomes: tuple[Outcome, ...]

    @property
    def passed(self) -> bool:
        """Whether everything held."""
        return all(one.held for one in self.outcomes)


def own_catalogue(file: CasesFile, today: date) -> dict[str, Any]:
    """The catalogue of a file of cases that brings its records along: a plain without areas, an English site."""
    rows = [as_json(row_of_short(one)) for one in file.records]
    return {"as_of": today.isoformat(), "language": "en", "areas": {}, "sunset": None, "rows": rows}


def run_cases(
    file: CasesFile, site: MatchSite, today: date, engine: Matcher | None = None
) -> Iterator[CaseResult | Nowhere]:
    """The result of each case, over its own records or the site's; or a home that is not on the site's map."""
    rules = rules_json(site.edition.catalogue.sources.rules, stale_days=file.stale_after_days)
    if file.stale_after_days is None:
        rules = site.rules
    day = (file.as_of or today).isoformat()
    catalogue = own_catalogue(file, file.as_of or today) if file.records else site.catalogue
    orgs = {row["id"]: row["org"] for row in catalogue["rows"]}
    ready = (engine or matcher()).take(catalogue, rules)
    for case in file.cases:
        profile = profile_json(case.profile) if file.records else site.ready(case.profile)
        if isinstance(profile, Nowhere):
            yield profile
        else:
            yield CaseResult(case, outcomes(case, ready.match(profile, day), orgs))
