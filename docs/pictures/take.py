"""The demonstration and the example of README in, pictures out: `make pictures`, after a change that shows in them.

Needs Chromium and pdftoppm, and looks best with a sans-serif font such as Liberation. Every picture is of one day, so
that what is cancelled in it is the same each time.
"""

import base64
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
DAY = "2026-12-01"
EXAMPLE = re.compile(r"^```yaml\n# (data/[\w/-]+\.yml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)
DRAWN = "() => !document.querySelector('[aria-busy=true], .is-loading')"
DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=320, height=690)
WINDOW = ViewportSize(width=800, height=560)
YOGA = "gentle-yoga-tuesdays"
GROUND = """<style>body { margin: 0; } main { background: #e0dcd5; display: flex; gap: 40px; padding: 40px;
  width: fit-content; align-items: center; } img { border: 1px solid #6f6a5f; box-shadow: 0 1px 6px #0003; }</style>"""

PATIENCE = 120_000  # milliseconds

Act = Callable[[Page], object]


class Look(NamedTuple):
    """One page as it is looked at: its address, what one does there first, the window, and what is at its top."""

    url: str
    act: Act = lambda _: None
    size: ViewportSize = DESK
    dark: bool = False
    top: str = "body"


class Sheet(NamedTuple):
    """The first sheet of a page that is printed, and how wide it is shown."""

    url: str
    width: int


def _look_for_cards(page: Page) -> None:
    page.get_by_role("checkbox", name="Games", exact=False).first.check()
    page.get_by_role("checkbox", name="Free", exact=False).first.check()


def _answer(page: Page) -> None:
    page.get_by_label("The person and I, together").check()
    page.get_by_role("button", name="All questions").click()
    panel = page.locator(".fp-match__panel")
    panel.locator("summary", has_text="What is good").first.click()
    panel.get_by_label("Meet people", exact=True).first.check()


def _cancel(page: Page) -> None:
    page.get_by_label("Why").fill("the boiler is being mended")


def _say_what_is_wrong(page: Page) -> None:
    page.locator("summary", has_text="Tell us what is wrong").click()


PICTURES: Mapping[str, tuple[Look | Sheet, ...]] = {
    "start": (Look(""), Look("", size=PHONE, dark=True)),
    "record": (Look("activities/cards-by-the-window/"), Look("calendar/", size=PHONE, dark=True)),
    "directory": (Look("directory/", _look_for_cards), Look("directory/", size=PHONE)),
    "match": (Look("match/", _answer, top=".fp-match__results"),),
    "paper": (Sheet("mix/elm-house/print/2026-12/weeks/", 760), Sheet("activities/cards-by-the-window/", 500)),
    "first-page": (Look(f"activities/{YOGA}/", _say_what_is_wrong, WINDOW, top="h2:text-is('When this was checked')"),),
    "first-cancel": (Look(f"cancel/?activity={YOGA}", _cancel, PHONE, top="main h2 >> nth=0"),),
}
"""Each picture and what stands side by side in it."""


class _Quiet(SimpleHTTPRequestHandler):
    """A plain host that says nothing."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def main() -> None:
    """Takes the pictures that are named, or all."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with _served(_built(Path(folder))) as address:
            for name in sys.argv[1:] or PICTURES:
                parts = [_part(browser, address, one) for one in PICTURES[name]]
                _side_by_side(browser, parts, FOLDER / f"{name}.png")


def _built(folder: Path) -> Path:
    """The demonstration with the example of README."""
    for name in ("data", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    ((file, text),) = EXAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    (folder / file).write_text(text, encoding="utf-8")
    build = (sys.executable, "-m", "generator", "build", "--today", DAY)
    subprocess.run(build, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


class _Host(ThreadingHTTPServer):
    request_queue_size = 128  # a browser asks for all modules of a page at once


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with _Host(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _part(browser: Browser, address: str, one: Look | Sheet) -> tuple[bytes, int]:
    """A picture and the width at which it is shown."""
    look = one if isinstance(one, Look) else Look(one.url)
    page = browser.new_page(viewport=look.size, color_scheme="dark" if look.dark else "light")
    page.set_default_timeout(PATIENCE)
    page.clock.set_fixed_time(f"{DAY}T09:00:00")
    page.goto(address + look.url)
    page.wait_for_function(DRAWN)
    look.act(page)
    page.wait_for_function(DRAWN)
    page.locator(look.top).evaluate("(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 20)")
    taken = (page.screenshot(), look.size["width"]) if isinstance(one, Look) else (_printed(page), one.width)
    page.close()
    return taken


def _printed(page: Page) -> bytes:
    """The first sheet as a picture."""
    sheet = page.pdf(prefer_css_page_size=True)
    drawn = ("pdftoppm", "-png", "-r", "220", "-f", "1", "-l", "1", "-")
    return subprocess.run(drawn, input=sheet, check=True, stdout=subprocess.PIPE).stdout


def _side_by_side(browser: Browser, parts: list[tuple[bytes, int]], path: Path) -> None:
    """One picture of several."""
    shown = "".join(
        f'<img width="{width}" src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        for picture, width in parts
    )
    page = browser.new_page(viewport=ViewportSize(width=2000, height=1200))
    page.set_content(f"{GROUND}<main>{shown}</main>")
    page.locator("main").screenshot(path=path)
    page.close()
    print(path.relative_to(ROOT))  # noqa: T201 - run by hand


if __name__ == "__main__":
    main()
