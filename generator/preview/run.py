"""A site's `mkdocs.yml` in, a preview of it until somebody stops it, which looks for changes and then reads anew."""

import gc
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

from generator.code import CODE
from generator.preview.server import Server, Shown
from generator.preview.site import Site, read_site
from generator.preview.watching import Look, changed, look, rested
from generator.records.reading import read_site_file
from generator.records.yamltext import read
from generator.writing import BuildFailed

ADDRESS = "127.0.0.1:8000"
SHORTEST = 0.1  # seconds between two looks for changes
SHARE = 8  # times as long as a look took it rests before the next: a large site must not keep a processor busy
SOON = 0.3  # seconds after a change, in which a browser has got the page that it shows: then the rest is planned
IDLE = 2.0  # seconds without a change, after which the memory of earlier sites is given back
STANDS = "Until this is mended, what stood here before is shown.\n"


class CannotServe(Exception):  # noqa: N818 - it says what happened
    """The preview cannot have its address; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a preview is of, and how it speaks; `day` asks the clock."""

    config: Path
    day: Callable[[], date]
    say: Callable[[str], None]

    def site(self, server: Server, seen: Look, before: Site | None = None) -> Site | None:
        """The site as its files are now, which look as `seen`; None where there is nothing to show, which is said."""
        return read_site(self.config, self.day(), seen, say=self.say, address=server.url, before=before)


def serve(preview: Preview, address: str | None) -> None:
    """Shows a site until somebody presses Ctrl-C; ends by itself where there is nothing to show.

    Raises `CannotServe`, or `BuildFailed` where nothing can be shown from the start.
    """
    gc.disable()  # as in a build; what earlier sites leave behind is cleared away when nobody waits
    host, port = _place(address or str(_settings(preview.config).get("dev_addr") or ADDRESS))
    try:
        server = Server(host, port)
    except OSError as error:
        hint = f"Try `--address {host}:{port + 1}`."
        raise CannotServe(f"The preview cannot start at {host}:{port}: {error.strerror}. {hint}") from error
    with server:
        seen = look(_watched(preview.config))
        site = preview.site(server, seen)
        if site is None:
            return
        site.complete()
        server.shown = Shown(site)
        Thread(target=server.serve_forever, daemon=True).start()
        preview.say(f"Serving on {server.url}{site.folder[1:]}\n")
        _follow(preview, server, seen)


def _follow(preview: Preview, server: Server, seen: Look) -> NoReturn:
    """Shows each change of a file."""
    paths, stood = _watched(preview.config), server.shown.site
    idle = 0.0
    while True:
        began = time.perf_counter()
        now = look(paths)
        if now == seen:
            rest = max(SHORTEST, SHARE * (time.perf_counter() - began))
            time.sleep(rest)
            idle += rest
            if server.shown.site is not stood and idle >= SOON:
                stood = _whole(preview, server, stood)
            if idle - rest < IDLE <= idle:
                gc.collect()
            continue
        now = rested(paths, now)
        names = changed(seen, now)
        if not names:  # all of it was taken back
            continue
        # What is written from here on is a change of its own: the look came before the reading.
        paths, seen, idle = _watched(preview.config), now, 0.0
        if any(Path(name).is_relative_to(CODE) for name in names):
            _start_again(names, preview.say)
            continue
        site = _tried(preview, server, partial(preview.site, server, seen, server.shown.site))
        if site is None:
            preview.say(STANDS)
            continue
        server.shown.show(site)
        took = time.perf_counter() - began
        preview.say(f"{_named(names, preview.config.parent)}: shown after {took:.2f} seconds.\n")


def _whole(preview: Preview, server: Server, stood: Site) -> Site:
    """The site that is shown, once all of it is planned; where that cannot be, the one that stood before."""
    site = _tried(preview, server, server.shown.site.complete)
    if site is None:
        server.shown.show(stood)
        preview.say(STANDS)
    return site or stood


def _tried(preview: Preview, server: Server, work: Callable[[], Site | None]) -> Site | None:
    """A site that is worked on while browsers wait; None where it cannot be had, which is said."""
    with server.shown.busy:
        try:
            return work()
        except BuildFailed as failure:
            preview.say(f"{failure}\n")
        except Exception:  # noqa: BLE001 - a bug of ours, or of a plugin of the site: the next change may be right
            traceback.print_exc()
    return None


def _start_again(names: Iterable[str], say: Callable[[str], None]) -> None:
    """Begins anew with new code, templates, words or assets, unless the code is no Python yet."""
    for name in names:
        if name.endswith(".py") and Path(name).is_file():
            try:
                compile(Path(name).read_bytes(), name, "exec")
            except (SyntaxError, ValueError):
                say(f"{traceback.format_exc(limit=0)}{STANDS}")
                return
    say("The program has changed: it starts again.\n")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the very command that was given


def _watched(config: Path) -> tuple[Path, ...]:
    """The files and folders that a site is made of."""
    root, settings = config.parent, _settings(config)
    site, _ = read_site_file(root, config)
    logo = site.settings.organisation.logo if site else None
    own = (site.settings.data if site else "data", str(settings.get("docs_dir", "docs")), *((logo,) if logo else ()))
    return (config, *(root / name for name in (*own, *_of_mkdocs(settings))), CODE)


def _of_mkdocs(settings: Mapping[str, Any]) -> Iterator[str]:
    """What else the settings of MkDocs name."""
    for name in ("watch", "hooks"):
        found = settings.get(name)
        yield from map(str, found if isinstance(found, list) else ())
    theme = settings.get("theme")
    if isinstance(theme, dict) and theme.get("custom_dir"):
        yield str(theme["custom_dir"])


def _settings(config: Path) -> Mapping[str, Any]:
    """What `mkdocs.yml` says, as far as it can be read."""
    try:
        return read(config.read_bytes(), lenient=True)[0]
    except OSError:
        return {}


def _place(address: str) -> tuple[str, int]:
    """The host and the port of an address."""
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:  # noqa: PLR2004 - the highest one
        raise CannotServe(f"“{address}” is no address for a preview. Write host and port, such as {ADDRESS}.")
    return host.strip("[]"), int(port)


def _named(names: tuple[str, ...], root: Path) -> str:
    """What has changed, for people."""
    if len(names) > 1:
        return f"{len(names)} files"
    path = Path(names[0])
    return str(path.relative_to(root) if path.is_relative_to(root) else path)
