"""A loaded site in, the whole site built aside out: the part of `build` that needs the code of every page.

`framed` is what a preview needs of MkDocs.
"""

from datetime import date
from pathlib import Path

from generator.edition import Edition, edition
from generator.frames import FRAME, Frame, frame_key, keep, kept
from generator.loading import WORK, Loaded
from generator.output import Written
from generator.publish import PublishProblem, building
from generator.stages import Stages
from generator.writing import BuildFailed, Place, write_site

__all__ = ["BuildFailed", "Place", "built", "framed"]


def built(config: Path, loaded: Loaded, today: date, place: Place, stages: Stages) -> Written:
    """The site, written; MkDocs is asked only where what it rendered for the last build does not hold."""
    if loaded.catalogue is None:
        raise BuildFailed("Nothing could be read.")
    with stages.stage("sessions"):
        made = edition(loaded.catalogue, today)
    text = config.read_bytes()
    key = frame_key(made, text, config.parent)
    frame = kept(config.parent / WORK / FRAME, key, text) if key else None
    if frame:
        return write_site(made, frame.rendered, place, stages, frame=frame.files)
    with stages.stage("MkDocs: prose, shells"):
        from generator import plugin  # noqa: PLC0415 - MkDocs takes half a second to load, and most builds do without

        return plugin.build(config, made, place, stages)


def framed(config: Path, made: Edition, path: Path, address: str) -> Frame:
    """The frame of a preview at an address: the one kept at the path where it holds, else what MkDocs renders now."""
    text, root = config.read_bytes(), config.parent
    key = frame_key(made, text, root)
    frame = kept(path, key, text) if key else None
    if frame is None:
        from generator import plugin  # noqa: PLC0415 - as above

        with building(root / WORK / "preview") as folder:
            if isinstance(folder, PublishProblem):
                raise BuildFailed(f"{folder.message}\n{folder.hint}")
            frame = plugin.frame_of_preview(config, made, folder, address)
        if key:
            keep(path, key, frame)
    return frame
