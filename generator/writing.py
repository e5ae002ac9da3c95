"""An edition and what MkDocs rendered in, the files of the whole site out, in the folder in which it is built."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.edition import Edition
from generator.feeds.history import History, HistoryProblem, read_history
from generator.frames import MKDOCS
from generator.loading import WORK
from generator.output import Bundle, CollisionError, Output, Written, begun, write_all
from generator.pipeline import WORKERS, Rendered, first_outputs, outputs, ready
from generator.publish import mark
from generator.stages import Stages


class BuildFailed(Exception):  # noqa: N818 - it says what happened
    """The site could not be built; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a site is built: its source folder, the new folder, and the site that stands, where there is one."""

    root: Path
    site_dir: Path
    previous: Path | None


def write_site(
    edition: Edition,
    rendered: Rendered,
    place: Place,
    stages: Stages,
    *,
    frame: Iterable[Output] = (),
    claims: Iterable[tuple[str, str]] = (),
) -> Written:
    """Writes everything that is not prose, and the files of a `frame` that was kept; what did not change is taken over.

    `claims` are the paths of prose that MkDocs has just written, with what they come from. Its other files give way.
    """
    with stages.stage("history"):
        history = history_of(place.root, edition.settings.data)
    work = place.root / WORK
    with stages.stage("events"):
        made = ready(edition, history, rendered, work)
        first = list(first_outputs(made))
    manifest, previous = work / "manifest.json", place.previous
    with begun(first, place.site_dir, previous=previous, manifest=manifest, workers=WORKERS) as ahead:
        with stages.stage("plan outputs"):
            listed = list(outputs(made)) if ahead else [*outputs(made), *first]
            listed += beside(frame, (*first, *listed))
        with stages.stage("pages, feeds, data"):
            try:
                written = write_all(
                    listed,
                    place.site_dir,
                    claims=claims,
                    previous=previous,
                    manifest=manifest,
                    workers=WORKERS,
                    ahead=ahead,
                )
            except CollisionError as error:
                raise BuildFailed(collision(error)) from error
    mark(place.site_dir)
    return replace(written, warning=history.warning)


def history_of(root: Path, data: str) -> History:
    """When each file of the site was changed; raises `BuildFailed` where Git cannot be believed."""
    found = read_history(root, (data, "mkdocs.yml"), cache=root / WORK / "history.json")
    if isinstance(found, HistoryProblem):
        raise BuildFailed(f"{found.message}\n{found.hint}")
    return found


def beside(frame: Iterable[Output], ours: Iterable[Output | Bundle]) -> list[Output]:
    """The files of a frame that stand in the site: those that MkDocs made by itself give way to ours."""
    taken = {one.path for one in ours}
    return [one for one in frame if one.source != MKDOCS or one.path not in taken]


def collision(error: CollisionError) -> str:
    """What to do where a page of prose has the address of another page."""
    return f"{error}. Give the page of prose another name."
