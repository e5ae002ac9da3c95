"""The command `fingerpost`: arguments in, printed words and exit codes out. It is one of two modules that ask the clock.

Exit codes: 0 fine, 1 problems in the data, 2 wrong use.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator import problems
from generator.records.reading import read_site_file, read_sources


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives its exit code."""
    parser = argparse.ArgumentParser(prog="fingerpost")
    parser.add_argument("--config-file", type=Path, default=Path("mkdocs.yml"))
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="all problems of all records")
    check.add_argument("--format", choices=problems.FORMATS, default="github" if os.environ.get("GITHUB_ACTIONS") else "text")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    given = parser.parse_args(arguments)
    config = given.config_file.resolve()
    site, found = read_site_file(config.parent, config)
    if site is not None:
        _, more = read_sources(config.parent, site)
        found += more
    sys.stdout.write(problems.FORMATS[given.format](found))
    print(problems.counted(found))
    errors = any(problem.severity == problems.Severity.ERROR for problem in found)
    return 1 if errors or (given.strict and found) else 0
