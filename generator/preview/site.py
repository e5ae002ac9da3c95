"""A `mkdocs.yml` and its folder in, a site out whose files are made when they are asked for."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator import problems
from generator.building import framed
from generator.edition import edition
from generator.loading import WORK, load
from generator.output import Bundle, CollisionError, Output, check_paths
from generator.pipeline import first_outputs, outputs, ready
from generator.stages import Stages
from generator.writing import BuildFailed, beside, collision, history_of

FRAME = "preview.bin"
"""What MkDocs rendered for a preview: pages without a policy, and drafts."""


class Site:
    """The files of a site by their paths; what was made once is kept."""

    def __init__(self, folder: str, outputs: Sequence[Output | Bundle]) -> None:
        """All that the site has; `folder` is the path of its address, with a slash at both ends."""
        self.folder = folder
        self._files = {one.path: one for one in outputs if isinstance(one, Output)}
        self._bundles = {one.path: one for one in outputs if isinstance(one, Bundle)}

    def content(self, path: str) -> bytes | None:
        """The file with this path below the site, made now if need be; None where there is none."""
        for folder in self._bundles.keys() & _folders(path):
            self._files |= {one.path: one for one in self._bundles.pop(folder).outputs()}
        found = self._files.get(path)
        if found is None:
            return None
        content = found.make() if found.make else found.content
        data = content.encode() if isinstance(content, str) else content
        if found.make:
            self._files[path] = Output(path, found.source, content=data)
        return data


def _folders(path: str) -> set[str]:
    """The folders that a path lies in."""
    parts = path.split("/")[:-1]
    return {"/".join(parts[: end + 1]) for end in range(len(parts))}


def read_site(config: Path, today: date, say: Callable[[str], None], address: str) -> Site | None:
    """The site with all records that are right; None where nothing can be read. Says what is wrong.

    Raises `BuildFailed` where MkDocs or Git cannot do their part. `address` is where the site is going to be seen.
    """
    root = config.parent
    loaded = load(config, today, Stages(), warnings_in_place=False)
    if loaded.errors:
        say(problems.as_text(loaded.errors))
    if loaded.catalogue is None:
        return None
    if loaded.errors:
        say("The records above are left out.\n")
    made = edition(loaded.catalogue, today)
    frame = framed(config, made, root / WORK / FRAME, address)
    done = ready(made, history_of(root, made), frame.rendered, root / WORK)
    ours: list[Output | Bundle] = [*outputs(done), *first_outputs(done)]
    ours += beside(frame.files, ours)
    try:
        check_paths((one.path, one.source) for one in ours)
    except CollisionError as error:
        raise BuildFailed(collision(error)) from error
    return Site(urlsplit(made.site_url).path, ours)
