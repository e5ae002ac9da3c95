"""A built site in a browser whose processor is slowed four times as Chromium slows it, for what readers feel."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLOWED = 4
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = {"width": 1280, "height": 1000}


class _Quiet(SimpleHTTPRequestHandler):
    """A plain host that says nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def opened(built: Path) -> Iterator[tuple["Page", str] | None]:
    """A page at nothing yet and the address of the site; nothing where there is no browser."""
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    if chromium is None:
        yield None
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            yield browser.new_page(viewport=WIDE), f"http://127.0.0.1:{server.server_port}/"  # type: ignore[arg-type]
            browser.close()
        server.shutdown()


def slow(page: "Page") -> None:
    """Slows the processor of a page from now on."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
