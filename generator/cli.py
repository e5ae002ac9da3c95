"""The command `fingerpost`: arguments in, printed words and exit codes out. Only it and `plugin` ask the clock.

Exit codes: 0 fine, 1 problems in the data, 2 wrong use, 130 stopped, 141 nobody reads on.
"""

import argparse
import gc
import json
import os
import select
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import NoReturn

from generator import problems
from generator.commands.command import FINE, PROBLEMS, WRONG_USE, Command, Desk
from generator.commands.command import run as run_at
from generator.loading import WORK, Loaded, load
from generator.publish import PublishProblem, building, exchange
from generator.records.fields import day
from generator.stages import Stages
from generator.stamp import VARIABLE, StampRefused, site_day

_OWN = ("check", "build", "serve")
"""The commands that stand here; they are begun by others, often, and need not load what the others need."""
_OUTPUT, _ERRORS = 1, 2
INTERRUPTED, NOBODY_READS = 130, 141  # what shells say of a program that was stopped, and of one that wrote to nobody
LARGEST_SITE = 1_000_000_000  # bytes; what GitHub Pages takes


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives its exit code."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    words = sys.argv[1:] if arguments is None else arguments
    given = _parser(with_table=not words or words[0] not in _OWN).parse_args(words)
    config: Path = given.config_file.absolute()
    if not config.is_file():
        print(
            f"There is no file {given.config_file}. Go to the site's folder, or name it with --config-file.",
            file=sys.stderr,
        )
        return WRONG_USE
    try:
        code: int = given.run(given, config)
    except StampRefused as refused:
        print(refused, file=sys.stderr)
        return WRONG_USE
    return code


def run() -> NoReturn:
    """Runs one command as a process of its own, and ends it at once.

    The system gives back the memory of a large site in no time; Python would first take apart each of its objects.
    """
    _open_what_is_closed()
    try:
        code = main()
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        if not _nobody_reads():
            raise
        code = NOBODY_READS
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr, flush=True)
        code = INTERRUPTED
    os._exit(code)


def _open_what_is_closed() -> None:
    """Gives us somewhere to speak to where a timer has closed standard output; no file of ours may get its number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _ERRORS:
        os.set_inheritable(number, True)
    os.close(number)
    sys.stdout = sys.stdout or os.fdopen(_OUTPUT, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(_ERRORS, "w", encoding="utf-8")


def _nobody_reads() -> bool:
    """Whether whoever read what we print has stopped, as `head` does."""
    asked = select.poll()
    asked.register(sys.stdout.fileno(), 0)
    return bool(asked.poll(0))


def _parser(*, with_table: bool = True) -> argparse.ArgumentParser:
    """The command line; without the commands of the table where one of our own was asked for."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config-file", "-f", type=Path, default=Path("mkdocs.yml"), help="the site's mkdocs.yml")
    dated = argparse.ArgumentParser(add_help=False)
    dated.add_argument("--today", type=_day, metavar="DAY", help="the day to work for, such as 2026-12-01")
    parser = argparse.ArgumentParser(
        prog="fingerpost",
        description="Community groups and activities: YAML records in, a checked site out.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check = commands.add_parser("check", parents=[common, dated], help="show all problems of all records")
    on_github = bool(os.environ.get("GITHUB_ACTIONS"))
    check.add_argument("--format", choices=problems.FORMATS, default="github" if on_github else "text")
    check.add_argument("--strict", action="store_true", help="let warnings fail, too")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", parents=[common, dated], help="check, build aside, then exchange the site")
    build.add_argument("--site-dir", "-d", type=Path, help="where the site goes; site/ beside mkdocs.yml if absent")
    build.add_argument("--timings", type=Path, help="write seconds and memory of each stage to this file, as JSON")
    build.add_argument("--clean", action="store_true", help="read and make everything anew, even what has not changed")
    build.set_defaults(run=_build)
    serve = commands.add_parser(
        "serve", parents=[common], help="show the site on this machine, and again after changes"
    )
    serve.add_argument("--address", "-a", metavar="HOST:PORT", help="where to show it; 127.0.0.1:8000 if absent")
    serve.set_defaults(run=_serve)
    for command in _table() if with_table else ():
        own = commands.add_parser(command.name, parents=[common, dated], help=command.help, description=command.help)
        for option in command.options:
            own.add_argument(*option.flags, **option.rest)
        own.set_defaults(run=partial(_run, command))
    return parser


def _table() -> tuple[Command, ...]:
    from generator.commands.table import COMMANDS  # noqa: PLC0415 - they load what only editing and importing need

    return COMMANDS


def _run(command: Command, given: argparse.Namespace, config: Path) -> int:
    """Runs a command of the table at the desk of this terminal."""
    desk = Desk(
        config=config,
        today=_today(given, config),
        say=lambda text: print(problems.harmless(text).replace("\N{NO-BREAK SPACE}", " "), end="", flush=True),
        complain=lambda text: print(problems.harmless(text), file=sys.stderr, flush=True),
        ask=_ask if sys.stdin is not None and sys.stdin.isatty() else None,
        standard_input=_standard_input,
    )
    return run_at(command, desk, given)


def _standard_input() -> bytes:
    """All that is handed in: nothing where the terminal or the timer that started us has closed it."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def _ask(question: str, choices: tuple[str, ...]) -> str | None:
    """The answer of whoever sits at the terminal; None where they stop."""
    import questionary  # noqa: PLC0415 - only commands that ask need it

    offered = questionary.autocomplete(question, choices=list(choices)) if choices else questionary.text(question)
    answer: str | None = offered.ask()
    return answer


def _day(text: str) -> date:
    try:
        return day(text)
    except Exception:  # noqa: BLE001 - Pydantic's own error; argparse wants one of its own
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it as 2026-12-01") from None


def _today(given: argparse.Namespace, config: Path) -> date:
    """The day to work for, by the clocks of the site's own zone; from here on the whole process knows it."""
    chosen: date = given.today or site_day(config, datetime.now)
    os.environ[VARIABLE] = str(int(datetime.combine(chosen, time(12), UTC).timestamp()))
    return chosen


def _check(given: argparse.Namespace, config: Path) -> int:
    gc.disable()  # as in a build
    loaded = load(config, _today(given, config), Stages())
    sys.stdout.write(problems.FORMATS[given.format](loaded.problems))
    if given.format != "json":
        where = ". The errors stand last." if 0 < len(loaded.errors) < len(loaded.problems) else ""
        print(_summary(loaded) + (where if given.format == "text" else ""))
    return PROBLEMS if loaded.errors or (given.strict and loaded.problems) else FINE


def _build(given: argparse.Namespace, config: Path) -> int:
    gc.disable()  # nearly all that is made lives to the end: looking for garbage in it costs a quarter of the time
    if given.clean:
        shutil.rmtree(config.parent / WORK, ignore_errors=True)
    today = _today(given, config)
    stages = Stages(_tell if sys.stderr.isatty() else lambda _name: None)
    loaded = load(config, today, stages, warnings_in_place=False, meanwhile=_load_pages)
    sys.stdout.write(problems.as_text(loaded.errors))
    if loaded.errors:
        print(f"{problems.counted(loaded.errors)}. Nothing was built; the site is as it was.")
        return PROBLEMS
    site_dir = (given.site_dir or config.parent / "site").absolute()
    with building(site_dir) as aside:
        if isinstance(aside, PublishProblem):
            print(aside.message, aside.hint, sep="\n", file=sys.stderr)
            return WRONG_USE
        from generator.building import BuildFailed, Place, built  # noqa: PLC0415 - as `_load_pages` says

        place = Place(root=config.parent, site_dir=aside, previous=None if given.clean else site_dir)
        try:
            written = built(config, loaded, today, place, stages)
        except BuildFailed as failure:
            print(failure, "Nothing was published; the site is as it was.", sep="\n", file=sys.stderr)
            return PROBLEMS
        with stages.stage("exchange"):
            exchange(aside, site_dir)
    print(stages.table())
    if given.timings:
        given.timings.write_text(json.dumps({"stages": [asdict(stage) for stage in stages.done]}, indent=1) + "\n")
    warnings = len(loaded.problems)
    print(
        f"{written.files} files, {written.bytes / 1e6:.1f} MB in {_shown(site_dir)}: "
        f"{written.made} made, {written.reused} taken over from the last site."
        + (f" {warnings} warnings: see `fingerpost check`." if warnings else "")
    )
    if written.warning:
        print(f"Warning: {written.warning}")
    if written.bytes > LARGEST_SITE:
        print("The site has over 1 GB. GitHub Pages does not take that much; docs/hosting.md names hosts that do.")
    return FINE


def _load_pages() -> None:
    """Loads all that makes pages: 0.4 seconds, which who only checks need not wait for."""
    import generator.building  # noqa: F401, PLC0415 - only to have it at hand


def _serve(given: argparse.Namespace, config: Path) -> int:
    from generator.preview.run import CannotServe, Preview, serve  # noqa: PLC0415 - as `_load_pages` says
    from generator.writing import BuildFailed  # noqa: PLC0415 - as above

    preview = Preview(
        config=config,
        day=lambda: site_day(config, datetime.now),
        say=lambda text: print(problems.harmless(text), end="", flush=True),
    )
    try:
        serve(preview, given.address)
    except KeyboardInterrupt:
        return FINE
    except CannotServe as refused:
        print(refused, file=sys.stderr)
        return WRONG_USE
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
    return PROBLEMS


def _summary(loaded: Loaded) -> str:
    made = loaded.catalogue
    if made is None:
        return problems.counted(loaded.problems)
    records = len(made.entries) + len(made.sources.venues)
    return f"{records} records: {problems.counted(loaded.problems)}"


def _shown(folder: Path) -> str:
    here = Path.cwd()
    return f"{folder.relative_to(here) if folder.is_relative_to(here) else folder}/"


def _tell(name: str) -> None:
    print(f"{name} …", file=sys.stderr, flush=True)
