"""The words of a locale → `assets/js/said.mjs`: what `words.mjs` asks for besides the British English in its callers.

`python -m generator.words.browser` writes the file for the source locale, which tests and other tools import.
"""

import json
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file

from generator.words.messages import FOLDER, SOURCE, Messages, messages_for

SCRIPTS = FOLDER.parent / "assets" / "js"
FILE = SCRIPTS / "said.mjs"
CALLS = {"t": None, "n": (1, 2)}

_HEADER = (
    "// The words of one locale, written by generator/words/browser.py. This is the one of the source, British English."
)


def said(messages: Messages) -> str:
    """The text of the module for one locale: names of days and months, and the messages that differ."""
    used = _used() if messages.single else ()
    single = {key: messages.single[key] for key in used if key in messages.single and key not in messages.counted}
    counted = {key: messages.counted[key].forms for key in used if key in messages.counted}
    days, names = messages.locale.days["stand-alone"], messages.locale.months["format"]["wide"]
    periods = messages.locale.day_periods["format"]["abbreviated"]
    values = {
        "lang": str(messages.locale).replace("_", "-"),
        "single": single,
        "counted": counted,
        "months": [names[at] for at in range(1, 13)],
        "weekdays": [days["wide"][at] for at in range(7)],
        "weekdaysShort": [days["abbreviated"][at] for at in range(7)],
        "periods": [periods["am"], periods["pm"]],
    }
    lines = [f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in values.items()]
    return "\n".join((_HEADER, *lines, f"export const plural = (n) => Number({messages.plural});", ""))


@cache
def _used() -> tuple[str, ...]:
    """The messages in our scripts, of a counted one its first form, sorted."""
    found = set()
    for path in sorted(SCRIPTS.rglob("*.mjs")):
        for _line, message, _comments, _context in extract_from_file("javascript", path, CALLS):
            found.add(message if isinstance(message, str) else message[0])
    return tuple(sorted(found))


def main() -> None:
    """Writes the file of the source locale anew."""
    Path(FILE).write_text(said(messages_for(SOURCE)), encoding="utf-8")


if __name__ == "__main__":
    main()
