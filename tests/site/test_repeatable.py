"""Two builds of the same commit are equal to the byte, whatever is around them."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.capabilities import ROOT
from tests.sites import TODAY, Built, built, copied

ALONE = """\
import sys, threading
from generator.cli import main
threading.Thread(target=threading.Event().wait, daemon=True).start()  # a second thread: no work is shared out
sys.exit(main(sys.argv[1:]))
"""
OTHER_WORLD = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "COLUMNS": "40",
    "USER": "somebody",
    "PYTHONPATH": str(ROOT),
}


def digests(site: Path) -> Mapping[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_another_folder_process_zone_and_hash_seed_make_the_same_site(demo: Built, tmp_path: Path) -> None:
    folder = copied(demo.source, tmp_path / "a place with a space and an ü")
    made = subprocess.run(
        [
            *(sys.executable, "-W", "error::EncodingWarning", "-c", ALONE),
            *("build", "--config-file", folder / "mkdocs.yml"),
            *("--today", TODAY, "--site-dir", tmp_path / "elsewhere/public"),
        ],
        cwd="/",
        env={**os.environ, **OTHER_WORLD},
        capture_output=True,
        text=True,
        check=False,
    )

    assert made.returncode == 0, made.stderr
    assert digests(tmp_path / "elsewhere/public") == digests(demo.folder)


@pytest.mark.parametrize("option", [(), ("--clean",)], ids=["taken over", "clean"])
def test_a_second_build_in_the_same_place_makes_the_same_site(
    demo: Built, tmp_path: Path, option: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    own = shutil.copytree(demo.source, tmp_path / "own", symlinks=True)  # others read theirs meanwhile

    built(own, None, *option)

    assert digests(own / "site") == digests(demo.folder)
    assert (" 0 taken over" in capsys.readouterr().out) == (option == ("--clean",))


def test_no_file_tells_where_or_when_it_was_made(demo: Built) -> None:
    machine = [str(demo.source).encode(), str(ROOT).encode(), os.uname().nodename.encode()]

    told = [
        name for name, path in demo.files.items() if any(word in path.read_bytes() for word in machine if len(word) > 5)
    ]

    assert told == []
