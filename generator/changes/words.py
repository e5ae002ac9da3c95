"""Changes in, words out: plain text, Markdown for a comment, or values for programs.

Texts of records are a stranger's: in Markdown they are escaped, so that they are shown and do nothing.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.changes.compare import Changes, RecordChange
from generator.changes.records import FactChange

MARK = "<!-- fingerpost changes -->"
"""Stands on top of the comment, by which a later run finds it."""
HEADINGS = {
    "added": "New",
    "removed": "Removed",
    "renamed": "Renamed",
    "edited": "Edited",
    "touched": "Changed by another record",
}
MOST_FEEDS = 8
_CALLS = re.compile(r"@|#(?=\d)|\bGH\\-(?=\d)|www(?=\.)", re.IGNORECASE)
"""What GitHub makes a link of wherever it stands, also behind a backslash: logins, issues, addresses."""
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


def as_text(changes: Changes) -> str:
    """For a terminal."""
    return "\n".join(_lines(changes, heading="{}".format, item="  {}".format, detail="    {}".format)) + "\n"


def as_markdown(changes: Changes) -> str:
    """For a comment under a pull request."""
    lines = _lines(changes, heading="\n### {}\n".format, item="- {}".format, detail="  - {}".format, safe=escaped)
    return f"{MARK}\n" + "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no links, no HTML, nobody called by name, no issue closed by “closes #5”."""
    plain = _ACTIVE.sub(r"\\\1", text)
    return _CALLS.sub("\\g<0>\u200b", plain).replace("://", ":\u200b//")


def as_values(changes: Changes) -> dict[str, Any]:
    """For programs."""
    return {
        "records": [
            {
                "what": one.what,
                "file": one.file,
                "name": one.name,
                "facts": [{"field": f.field, "before": f.before, "after": f.after} for f in one.facts],
                "sessions": list(one.sessions),
                "sessions_changed": one.count,
                **({"note": one.note} if one.note else {}),
            }
            for one in changes.records
        ],
        "sessions_changed": changes.sessions,
        "rewritten": list(changes.rewritten),
        "other_files": list(changes.other),
        "feeds_changed": list(changes.feeds),
        "feeds": changes.feeds_in_all,
        "new_problems": [
            {
                "file": one.file,
                "line": one.line,
                "severity": str(one.severity),
                "rule": one.rule,
                "message": one.message,
            }
            for one in changes.problems
        ],
        "solved_problems": changes.solved,
    }


def _same(text: str) -> str:
    return text


Shape = Callable[[str], str]


def _lines(changes: Changes, *, heading: Shape, item: Shape, detail: Shape, safe: Shape = _same) -> Iterator[str]:
    yield safe(_summary(changes))
    for what, title in HEADINGS.items():
        theirs = [one for one in changes.records if one.what == what]
        if theirs:
            yield heading(title)
        for one in theirs:
            yield item(f"{safe(one.name)} ({safe(one.file)})")
            yield from (detail(safe(line)) for line in _details(one))
    if changes.rewritten:
        yield heading("Written anew; nothing is different for readers")
        yield from (item(safe(name)) for name in changes.rewritten)
    if changes.other:
        yield heading("Other files")
        yield from (item(safe(name)) for name in changes.other)
    if changes.problems:
        yield heading("New problems")
        yield from (item(safe(f"{new.file}:{new.line}: {new.severity}: {new.message}")) for new in changes.problems)
    yield heading("Calendars")
    yield item(safe(_feeds(changes)))


def _summary(changes: Changes) -> str:
    if not changes.records and not changes.other and not changes.problems:
        return "Nothing is different for readers: the same facts, the same sessions."
    counts = [f"{len(changes.records)} {'record' if len(changes.records) == 1 else 'records'}"]
    counts.append(
        f"{changes.sessions} {'session' if changes.sessions == 1 else 'sessions'}" if changes.sessions else "no session"
    )
    said = f"Different: {counts[0]}, {counts[1]}."
    if changes.problems:
        said += f" {len(changes.problems)} new {'problem' if len(changes.problems) == 1 else 'problems'}."
    if changes.solved:
        said += f" {changes.solved} {'problem' if changes.solved == 1 else 'problems'} solved."
    return said


def _details(one: RecordChange) -> Iterator[str]:
    if one.note:
        yield one.note
    yield from (_fact(fact) for fact in one.facts)
    yield from one.sessions


def _fact(fact: FactChange) -> str:
    if fact.before is None:
        return f"{fact.field}: {fact.after} (was not said)"
    if fact.after is None:
        return f"{fact.field}: no longer said (was {fact.before})"
    return f"{fact.field}: {fact.after} (was {fact.before})"


def _feeds(changes: Changes) -> str:
    count, rest = len(changes.feeds), changes.feeds_in_all - len(changes.feeds)
    if not count:
        return f"None of the {changes.feeds_in_all} calendars is different."
    named = "; ".join(changes.feeds[:MOST_FEEDS]) + (f"; and {count - MOST_FEEDS} more" if count > MOST_FEEDS else "")
    return f"{count} of {changes.feeds_in_all} are different, {rest} stay as they are: {named}."
