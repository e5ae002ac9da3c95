"""Which files of tests take longest: a run on several processors begins with them, so that it ends with short ones.

With `--dist loadfile` one process runs all of a file; where a long one came last, the others would wait for it.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.capabilities import TESTS

LONGEST = (
    "test_lint.py",  # mypy, without what it kept from earlier runs
    "test_keys.py",
    "browser/test_every_kind.py",
    "browser/test_large_site.py",
    "browser/test_list.py",
    "browser/test_paper.py",
    "browser/test_workspace.py",
    "browser/test_workspace_situations.py",
    "browser/test_calendar_filters.py",
    "browser/test_directory.py",
    "browser/test_leaflet.py",
    "browser/test_suggest.py",
    "browser/test_search.py",
    "test_cli.py",
    "site/test_hostile.py",
    "feeds/test_demo.py",
    "browser/test_before_the_scripts.py",
    "browser/test_cancelled_this_morning.py",
    "site/test_repeatable.py",
    "site/test_work.py",
    "site/test_serve.py",
    "site/test_pages.py",
    "test_newcomer.py",
    "commands/test_documents.py",
    "matching/test_mutations.py",
    "schedule/test_against_engines.py",
    "test_richtext.py",
)
PLACES: Mapping[Path, int] = {TESTS / name: place for place, name in enumerate(LONGEST)}


def longest_first(file: Path) -> int:
    """The place of a file in the order of a run; files that are not long keep theirs, after the long ones."""
    return PLACES.get(file, len(LONGEST))
