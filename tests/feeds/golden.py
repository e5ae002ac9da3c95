"""`python -m tests.feeds.golden`: the feeds of the hard cases anew; look at what changed before you commit it."""

from collections.abc import Mapping
from pathlib import Path

from generator.feeds.calendars import calendars
from tests.feeds.small_site import NO_HISTORY, read

HARD = Path(__file__).parent / "hard"
FEEDS = HARD / "feeds"


def made() -> Mapping[str, bytes]:
    """The feed of each hard case by its id."""
    known = calendars(read(HARD), NO_HISTORY)
    return {feed.code: known.content(feed) for feed in known.feeds if feed.kind == "activity"}


def main() -> None:
    """Writes them all."""
    FEEDS.mkdir(exist_ok=True)
    for path in FEEDS.iterdir():
        path.unlink()
    for name, content in made().items():
        (FEEDS / f"{name}.ics").write_bytes(content)


if __name__ == "__main__":
    main()
