"""Which files a page is made of → a key; a page whose key stands in the last site's manifest need not be made again.

A key covers the code, templates and packages, the settings and the site's own files, the day, the shells, and the
files of every record on the page. Too much in a key costs time; too little shows old facts: in doubt a page has none.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import blake2b

from generator.catalogue import Entry
from generator.code import code_digest
from generator.edition import Edition
from generator.pages.page import ALL_LINKS, OUTLINES, Planned, ShellKey
from generator.shell import PageShell

SIZE = 12  # bytes of a digest: two of ten million pages have one key once in 10^15 builds


def digest(parts: Iterable[str]) -> str:
    """A digest of several words."""
    return blake2b("\0".join(parts).encode(), digest_size=SIZE).hexdigest()


def site_digest(edition: Edition, config: bytes) -> str:
    """A digest of what all pages share: code, day, settings, the site's own files; `config` is `mkdocs.yml`."""
    sources = edition.catalogue.sources
    depth = sources.site.settings.data.count("/") + 1
    shared = sorted(f"{name} {found}" for name, found in sources.digests.items() if name.count("/") == depth)
    logo = edition.logo.digest if edition.logo else ""
    return digest([code_digest(), edition.today.isoformat(), config.decode("latin-1"), logo, *shared])


def links_digest(edition: Edition) -> str:
    """A digest of all that links in texts may lead to: addresses, old and new, and which lists there are."""
    return digest(_linked(edition))


class Keys:
    """Gives each page its key. Made once a build."""

    def __init__(self, edition: Edition, config: bytes, shells: Mapping[ShellKey, PageShell]) -> None:
        """Digests what all pages share; `config` is the text of `mkdocs.yml`."""
        sources = edition.catalogue.sources
        digests = sources.digests
        texts = (text for key in sorted(shells) for text in (str(key), *shells[key].texts, *shells[key].holes))
        self.shared = digest([site_digest(edition, config), *texts])
        files_of = {
            **{entry.id: entry.files for entry in edition.catalogue.entries.values()},
            **{name: (venue.file,) for name, venue in sources.venues.items()},
            **{name: (mix.file,) for name, mix in sources.mixes.items()},
        }
        # The id is no part of the content: a file that got another name has another address.
        self._records = {
            name: digest((name, *(digests[file] for file in files if file in digests)))
            for name, files in files_of.items()
        }
        self._records[ALL_LINKS] = links_digest(edition)
        self._records[OUTLINES] = digest(f"{name} {found}" for name, found in sorted(sources.outlines.items()))

    def of(self, planned: Planned) -> str | None:
        """The key of a page, or None where it is always made anew."""
        return None if planned.made_of is None else self.of_file(planned.url, planned.made_of)

    def of_file(self, path: str, made_of: Iterable[str]) -> str:
        """The key of a file made of the records with these ids, and of other words that its content hangs on."""
        return digest((self.shared, path, *(self._records.get(name, name) for name in made_of)))

    def of_events(self, entry: Entry, revision: datetime) -> str:
        """The key of an activity's events."""
        return digest((self.shared, entry.id, self._records[entry.id], revision.isoformat()))


def _linked(edition: Edition) -> Iterator[str]:
    for entry in edition.catalogue.entries.values():
        listed = (entry.category, *entry.areas) if entry.listed(edition.today) else ()
        yield " ".join((entry.url, *entry.record.aliases, *listed))
    yield from (" ".join((name, *venue.aliases)) for name, venue in edition.catalogue.sources.venues.items())
    yield from (" ".join((name, *mix.aliases)) for name, mix in edition.catalogue.sources.mixes.items())
