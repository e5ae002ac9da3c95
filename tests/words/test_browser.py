"""The words that the browser gets: the source's file is in step, another locale brings what differs."""

import json
import subprocess
from datetime import date, time
from pathlib import Path

import pytest

from generator.assets import asset_outputs, version
from generator.output import write_all
from generator.words import Words, words_for
from generator.words.browser import FILE, said
from tests.capabilities import node

US = words_for("en_US", "USD")
GB = words_for("en_GB", "GBP")


def test_the_file_of_the_source_locale_is_in_step() -> None:
    assert FILE.read_text(encoding="utf-8") == said(GB.messages), "run: python -m generator.words.browser"


def test_another_locale_brings_its_own_messages_and_names() -> None:
    text = said(US.messages)

    assert 'export const lang = "en-US";' in text
    assert '"12~noon"' in text


def test_modules_ask_for_each_other_in_their_own_version() -> None:
    found = {one.path: one.content for one in asset_outputs(US)}
    module = found["assets/js/words.mjs"]
    assert isinstance(module, bytes)

    assert f'from "./said.mjs?v={version(US)}"'.encode() in module
    assert version(US) != version(GB)


@pytest.mark.needs("node")
@pytest.mark.parametrize("words", [US, GB], ids=["en_US", "en_GB"])
def test_the_browser_says_dates_and_times_as_the_pages_do(words: Words, tmp_path: Path) -> None:
    program = node()
    assert program is not None
    write_all(asset_outputs(words), tmp_path)
    days = [date(2026, 1, 4), date(2028, 2, 29), date(2026, 12, 31), date(2027, 7, 20)]
    moments = [time(at // 60, at % 60) for at in range(0, 1440, 7)]
    expected = [
        *(f(one) for one in days for f in (words.day, words.day_year, words.date, words.date_short)),
        *(words.time(one) for one in moments),
        words.times(time(9), time(12)),
        words.number(12345),
        words.listed(["a", "b", "c"]),
    ]
    script = f"""
        import * as w from {json.dumps((tmp_path / "assets/js/words.mjs").as_uri())};
        const days = {json.dumps([one.isoformat() for one in days])};
        const minutes = {json.dumps([one.hour * 60 + one.minute for one in moments])};
        console.log(JSON.stringify([
            ...days.flatMap((one) => [w.day, w.dayYear, w.date, w.dateShort].map((f) => f(one))),
            ...minutes.map(w.time), w.times(540, 720), w.number(12345), w.listed(["a", "b", "c"]),
        ]));"""

    run = subprocess.run(
        [program, "--input-type=module", "-e", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert json.loads(run.stdout) == expected
