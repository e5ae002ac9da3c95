"""A slow machine on request: FINGERPOST_SLOW=6 makes the processor of every page six times as slow, and its host late.

A test of a browser that reads a page before it has drawn passes here and fails where the machine is busy; with this it
fails here. A browser goes in, and every page that it opens from then on is slow; how late an answer of the host comes
follows from its address, so that files arrive in another order than they were asked for, and in the same one each time.
"""

import os
import time
from typing import Any
from zlib import crc32

from playwright.sync_api import Browser, BrowserContext, Page, expect

SLOW = float(os.environ.get("FINGERPOST_SLOW", "1"))
"""How many times as slow; 1 is as quick as it can."""
LATEST = 0.02
"""Seconds by which an answer comes late at most, for each time that the machine is slower."""
LIMIT = 30_000
"""Milliseconds after which a test gives up: only against waiting for ever, whatever the machine."""


def late(address: str) -> None:
    """Waits before an answer is given, as a distant host does."""
    if SLOW > 1:
        time.sleep(crc32(address.encode()) % 1000 / 1000 * LATEST * SLOW)


def patient(browser: Browser) -> Browser:
    """The same browser, for whose pages tests wait long enough; slowed where that is asked for."""
    expect.set_options(timeout=LIMIT * max(1, SLOW / 2))
    opens = browser.new_context

    def new_context(**options: Any) -> BrowserContext:
        context = opens(**options)
        context.set_default_timeout(LIMIT * max(1, SLOW / 2))
        if SLOW > 1:
            _slow(context)
        return context

    browser.new_context = new_context  # type: ignore[method-assign]
    return browser


def _slow(context: BrowserContext) -> None:
    opens = context.new_page

    def new_page() -> Page:
        page = opens()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
        return page

    context.new_page = new_page  # type: ignore[method-assign]
