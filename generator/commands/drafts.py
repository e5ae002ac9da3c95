"""A site and edits of its files in, a draft out: the site as it would be, read and checked before anything is written.

A draft is refused where it would bring an error that was not there before; only then are its files written, each in the
place of the old one at once.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.commands.command import Desk, Stopped
from generator.edit.edits import Edit
from generator.edit.edits import Path as Steps
from generator.edit.splice import Unfit, spliced
from generator.loading import Loaded, load
from generator.problems import Problem, Severity, as_text, did_you_mean
from generator.records.files import Found, content_of
from generator.records.model import Activity, Resource, Venue
from generator.records.reading import FOLDERS
from generator.records.scalars import day
from generator.records.shape import Shape, field_names, shape_at
from generator.records.tried import Refused, tried
from generator.stages import Stages
from generator.words import Words, words_for

Record = Resource | Activity | Venue
SHOWN = 20
"""Warnings that are worth showing one by one."""
KINDS: Mapping[str, str] = {"resources": "resource", "activities": "activity", "venues": "venue"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as it is on the disk."""

    desk: Desk
    loaded: Loaded
    catalogue: Catalogue
    words: Words

    def label(self, vocabulary: str, code: str) -> str:
        """The words for a code; for `venue` the name of the venue with this id."""
        if vocabulary == "venue":
            return self.catalogue.sources.venues[code].name
        return self.words.gettext(self.catalogue.sources.vocabulary.label(vocabulary, code))

    def record(self, id: str, *kinds: str) -> Record:  # noqa: A002 - the word of the records
        """As `find`; the command ends where there is none."""
        found = self.find(id, *kinds)
        if isinstance(found, Refused):
            raise Stopped(found)
        return found

    def find(self, id: str, *kinds: str) -> Record | Refused:  # noqa: A002 - the word of the records
        """A record by its id or an old one; `kinds` are folders, all of them where none is named."""
        sources = self.catalogue.sources
        if id in sources.broken:
            theirs = [one for one in self.loaded.errors if Path(one.file).name.partition(".")[0] == id]
            return Refused(f"The file of “{id}” has errors. Mend them first:\n{as_text(theirs)}".rstrip())
        asked = kinds or tuple(KINDS)
        known: dict[str, Record] = {}
        for kind in asked:
            for record in getattr(sources, kind).values():
                known |= {record.id: record} | dict.fromkeys(record.aliases, record)
        if id in known:
            return known[id]
        what = " or ".join(KINDS[kind] for kind in asked) if kinds else "record"
        return Refused(f"There is no {what} “{id}”.", did_you_mean(id, known) or None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Contents that are not written yet, and the site as it would be with them."""

    site: Site
    contents: Mapping[str, bytes]
    before: Mapping[str, bytes]
    """The files that are edited as they were read: who has changed one since loses nothing."""
    after: Catalogue
    problems: tuple[Problem, ...] = field(default=())
    """The warnings that were not there before."""


def opened(desk: Desk) -> Site:
    """The site of a desk; the command ends where it cannot be read."""
    loaded = load(desk.config, desk.today, Stages())
    if loaded.site is None or loaded.catalogue is None:
        raise Stopped(Refused(as_text(loaded.errors).rstrip()))
    settings = loaded.site.settings
    words = words_for(settings.locale, settings.currency)
    return Site(desk=desk, loaded=loaded, catalogue=loaded.catalogue, words=words)


def drafted(site: Site, edits: Mapping[str, Sequence[Edit]], new: Mapping[str, bytes] | None = None) -> Draft | Refused:
    """The draft of edits, by file, and of new files."""
    made = trial(site, edits, new)
    if isinstance(made, Draft):
        return made
    said = dict.fromkeys(str(refused) for several in made.values() for refused in several)
    return Refused("\n".join(said) or "The site could not be read with this.")


def trial(
    site: Site, edits: Mapping[str, Sequence[Edit]], new: Mapping[str, bytes] | None = None
) -> Draft | dict[str, list[Refused]]:
    """As `drafted`; where the draft would bring errors, these by the file that they are in."""
    contents, before = dict(new or {}), dict[str, bytes]()
    refused: dict[str, list[Refused]] = {}
    for file in contents:
        if os.path.lexists(site.desk.root / file):
            refused[file] = [Refused(f"There is a file {file} already.", "Rename it, or take it away.")]
    for file, theirs in edits.items():
        made = _edited(site, file, theirs)
        if isinstance(made, Refused):
            refused.setdefault(file, []).append(made)
        else:
            before[file], contents[file] = made
    if refused:
        return refused
    after = load(site.desk.config, site.desk.today, Stages(), instead=contents)
    fresh = _fresh(site.loaded.problems, after.problems)
    for one in fresh:
        if one.severity is Severity.ERROR:
            refused.setdefault(one.file, []).append(Refused(one.message, one.hint))
    if refused or after.catalogue is None:
        return refused or {"": [Refused("The site could not be read with this.")]}
    return Draft(site=site, contents=contents, before=before, after=after.catalogue, problems=tuple(fresh))


def _edited(site: Site, file: str, edits: Iterable[Edit]) -> tuple[bytes, bytes] | Refused:
    """A file before and after edits."""
    content = content_of(Found(file, str(site.desk.root / file)))
    if isinstance(content, Problem):
        return Refused(f"{file}: {content.message}", content.hint)
    try:
        return content, spliced(content, edits, lambda path: order_of(site, file, path))
    except Unfit as why:
        return Refused(f"{file} cannot be edited by this command: {why}.", "Edit the file itself.")


def order_of(site: Site, file: str, path: Steps) -> tuple[str, ...]:
    """The order in which the fields of a part of a file are usually written."""
    folder = file.removeprefix(f"{site.catalogue.sources.site.settings.data}/").partition("/")[0]
    return field_names(shape_at(Shape(FOLDERS[folder]), path)) if folder in FOLDERS else ()


def _fresh(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """The problems that are new, wherever their lines have gone."""
    left = Counter((one.file, one.rule, one.message) for one in before)
    found = []
    for one in after:
        key = one.file, one.rule, one.message
        if left[key]:
            left[key] -= 1
        else:
            found.append(one)
    return found


def write(draft: Draft) -> None:
    """Writes the files of a draft, all or none; says which, and what the check now warns of."""
    site = draft.site
    for file in draft.contents:
        there = site.desk.root / file
        if (there.read_bytes() if os.path.lexists(there) else None) != draft.before.get(file):
            raise Stopped(Refused(f"{file} has been changed in the meantime.", "Look at it, and begin again."))
    try:
        written({site.desk.root / file: content for file, content in draft.contents.items()})
    except OSError as error:
        raise Stopped(
            Refused(f"{error.filename or 'A file'} cannot be written: {error.strerror}.", "Mend that, and begin again.")
        ) from error
    site.desk.say(f"Written: {', '.join(draft.contents)}.\n")
    if len(draft.problems) > SHOWN:
        site.desk.say(f"The check now has {len(draft.problems):,} warnings more: see `fingerpost check`.\n")
    elif draft.problems:
        site.desk.say("The check now warns:\n" + as_text(draft.problems))


def written(contents: Mapping[Path, bytes]) -> None:
    """Puts contents in the place of files at once: whoever looks sees an old or a new one, never half of it.

    All of them stand beside their places before the first takes its own, so that a full disk leaves all as it was.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask()
            handle, name = tempfile.mkstemp(prefix=".fingerpost-", dir=path.parent)
            ready[path] = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
        for path, beside in ready.items():
            beside.replace(path)
    except BaseException:
        for beside in ready.values():
            beside.unlink(missing_ok=True)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def day_given(text: str) -> date | Refused:
    """A day that somebody wrote."""
    return tried(day, text)
