"""A `mkdocs.yml` and its folder in, a site out whose files are made when they are asked for."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from generator import problems
from generator.assets import asset_outputs, version
from generator.building import framed
from generator.edition import Edition, edition
from generator.feeds.history import History
from generator.frames import MKDOCS, Frame
from generator.loading import WORK, load
from generator.output import Bundle, CollisionError, Output, check_paths
from generator.pages.page import Published, output
from generator.pipeline import RECORD_PAGES, dated, first_outputs, outputs, ready
from generator.preview.watching import Look, untouched
from generator.stages import Stages
from generator.writing import BuildFailed, beside, collision, history_of

FRAME = "preview.bin"
"""What MkDocs rendered for a preview: pages without a policy, and drafts."""

Planned = Iterable[Output | Bundle]


class Site:
    """The files of a site by their paths; what was planned or made once is kept."""

    def __init__(self, made: Edition, seen: Look, first: Planned, rest: Iterable[Planned]) -> None:
        """The edition that is shown, the files that are asked for first, and all others, planned when need be.

        `seen` is the look of all files before they were read.
        """
        self.edition, self.seen = made, seen
        self.folder = urlsplit(made.site_url).path
        """The path of the site's address, with a slash at both ends."""
        self._files: dict[str, Output] = {}
        self._bundles: dict[str, Bundle] = {}
        self._rest = iter(rest)
        self._failure: Exception | None = None
        self._add(first)

    def complete(self) -> "Site":
        """The same site, of which everything is planned. Raises `BuildFailed` where two files have one path."""
        while self._more():
            pass
        if self._failure:
            raise self._failure
        return self

    def content(self, path: str) -> bytes | None:
        """The file with this path below the site, made now if need be; None where there is none."""
        found = self._found(path)
        if found is None:
            return None
        content = found.make() if found.make else found.content
        data = content.encode() if isinstance(content, str) else content
        if found.make:
            self._files[path] = Output(path, found.source, content=data)
        return data

    def _found(self, path: str) -> Output | None:
        while path not in self._files:
            within = self._bundles.keys() & _folders(path)
            if within:
                self._add(self._bundles.pop(within.pop()).outputs())
            elif not self._more():
                return None
        return self._files[path]

    def _more(self) -> bool:
        """Whether more could be planned; what went wrong is for whoever wants all."""
        try:
            planned = next(self._rest, None)
        except Exception as failure:  # noqa: BLE001 - raised by `complete`
            self._failure, planned = failure, None
        self._add(planned or ())
        return planned is not None

    def _add(self, planned: Planned) -> None:
        for one in planned:
            if isinstance(one, Bundle):
                self._bundles[one.path] = one
            else:
                self._files.setdefault(one.path, one)


def _folders(path: str) -> set[str]:
    """The folders that a path lies in."""
    parts = path.split("/")[:-1]
    return {"/".join(parts[: end + 1]) for end in range(len(parts))}


def read_site(
    config: Path, today: date, seen: Look, *, say: Callable[[str], None], address: str, before: Site | None = None
) -> Site | None:
    """The site with all records that are right; None where nothing can be read. Says what is wrong.

    Raises `BuildFailed` where MkDocs or Git cannot do their part. `seen` is the look of all files at this moment,
    `address` where the site is going to be seen; `before` is the site that was shown, of which is taken over what has
    not changed.
    """
    root, old = config.parent, before.edition if before else None
    known, alone = (before.edition.catalogue, untouched(before.seen, seen)) if before else (None, ())
    loaded = load(config, today, Stages(), warnings_in_place=False, before=known, untouched=alone)
    if loaded.errors:
        say(problems.as_text(loaded.errors))
    if loaded.catalogue is None:
        return None
    if loaded.errors:
        say("The records above are left out.\n")
    history = history_of(root, loaded.catalogue.sources.site.settings.data)
    made = dated(edition(loaded.catalogue, today, old), history)
    frame = framed(config, made, root / WORK / FRAME, address)
    return Site(made, seen, _first(made, frame), _rest(made, history, frame, root / WORK))


def _first(made: Edition, frame: Frame) -> Iterator[Output]:
    """Prose, records, and what every page asks for: of all others much must be counted before there are any."""
    yield from (one for one in frame.files if one.source != MKDOCS)
    assets = asset_outputs(made.words)
    yield from assets
    yield from beside((one for one in frame.files if one.path.startswith("assets/")), assets)
    if made.logo:
        yield Output(made.logo.path, "the logo", content=made.logo.content)
    place = Published(site_url=made.site_url, asked=f"?v={version(made.words)}")
    planned = chain.from_iterable(kind(made) for kind in RECORD_PAGES)
    yield from (output(one, None, frame.rendered.shells, place) for one in planned)


def _rest(made: Edition, history: History, frame: Frame, work: Path) -> Iterator[list[Output | Bundle]]:
    """All files of the site, as in a build."""
    done = ready(made, history, frame.rendered, work)
    ours: list[Output | Bundle] = [*outputs(done), *first_outputs(done)]
    ours += beside(frame.files, ours)
    try:
        check_paths((one.path, one.source) for one in ours)
    except CollisionError as error:
        raise BuildFailed(collision(error)) from error
    yield ours
