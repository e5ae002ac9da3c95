"""The site's own mark: which pictures are taken, and where they stand."""

from pathlib import Path

import pytest

from generator.records.logo import MOST, Logo, read_logo
from tests.sites import built
from tests.small import ACTIVITY, SETTINGS, written

PLAIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    '<style>path{fill:url(#a)}</style><use href="#a"/><image href="data:image/png;base64,AA"/></svg>'
)


def read(folder: Path, name: str, content: bytes | str) -> Logo | tuple[str, str]:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_logo(folder, name)


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.jpg", "a.jpeg", "a.webp", "A.PNG"])
def test_a_small_picture_is_taken(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, PLAIN)

    assert isinstance(found, Logo)
    assert found.path == f"assets/logo{Path(name).suffix.lower()}"
    assert found.inline.startswith("data:image/")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.gif", b"GIF89a", "no kind of picture"),
        ("a.png", b"x" * (MOST + 1), "larger than 64 kB"),
        ("a.svg", PLAIN.replace("<use", "<script>alert(1)</script><use"), "holds a script"),
        ("a.svg", PLAIN.replace("<use", "<foreignObject/><use"), "holds a script"),
        ("a.svg", PLAIN.replace("<use", "<use onload='alert(1)'"), "holds a script"),
        ("a.svg", PLAIN.replace("<use", "<use\nONCLICK = 'alert(1)'"), "holds a script"),
        ("a.svg", PLAIN.replace('href="#a"', 'href="https://example.org/a.svg#a"'), "asks for something"),
        ("a.svg", PLAIN.replace('href="#a"', "xlink:href='//example.org/a'"), "asks for something"),
        ("a.svg", PLAIN.replace("url(#a)", "url(https://example.org/a)"), "asks for something"),
        ("a.svg", PLAIN.replace("path{", "@import 'https://example.org/a';path{"), "asks for something"),
        ("a.svg", f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{PLAIN}", "holds a script"),
    ],
)
def test_a_picture_that_would_not_do_is_refused(name: str, content: bytes | str, said: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, content)

    assert isinstance(found, tuple)
    assert said in found[0]


def test_a_picture_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert read_logo(tmp_path, "a.svg") == (
        "There is no picture “a.svg”.",
        "Put it there, beside mkdocs.yml, or leave `logo` out.",
    )


def test_the_mark_is_on_pages_and_paper_and_a_new_one_is_seen(tmp_path: Path) -> None:
    settings = SETTINGS.replace("responsible:", "logo: mark.svg, responsible:")
    assert settings != SETTINGS
    files = {"mkdocs.yml": settings, "data/activities/a.yml": f"{ACTIVITY}schedule: [{{every: Monday}}]\n"}
    written(tmp_path, files)
    (tmp_path / "mark.svg").write_text(PLAIN, encoding="utf-8")
    site = built(tmp_path)
    first = (site / "calendar/2026-12/print/index.html").read_text(encoding="utf-8")
    (tmp_path / "mark.svg").write_text(PLAIN.replace("9 9", "8 8"), encoding="utf-8")
    second = (built(tmp_path) / "calendar/2026-12/print/index.html").read_text(encoding="utf-8")

    assert (site / "assets/logo.svg").read_text(encoding="utf-8") == PLAIN.replace("9 9", "8 8")
    for page in (first, second):
        assert page.count('<img class="fp-mark" src="../../../assets/logo.svg?v=') == 2
        assert '<img class="fp-brand__logo" src="../../../assets/logo.svg?v=' in page
    assert first != second
    assert 'data-logo="data:image/svg+xml;base64,' in (site / "match/index.html").read_text(encoding="utf-8")
