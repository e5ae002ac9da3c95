"""When a page that is open may be read: what it was asked for has been drawn.

A page tells that itself, also to screen readers: what still belongs to the choice before has `aria-busy`, and a part
that waits for its data has the class `is-loading`. `settled` waits until neither is there; it goes before every look at
a page that does not wait by itself, such as counting or reading words (tests/test_races.py holds tests to that).
"""

from playwright.sync_api import Page

SETTLED = """() => document.readyState === "complete" && document.fonts.status === "loaded"
  && !document.querySelector("[aria-busy=true], .is-loading")"""


def settled(page: Page) -> Page:
    """The page once all of it belongs to what was asked for last."""
    page.wait_for_function(SETTLED)
    return page
