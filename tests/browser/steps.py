"""Somebody at the matching workspace who has a keyboard and nothing else, and how many steps they have taken.

A step is one thing that somebody does: an answer given, a button pressed, a line written. Tab reaches it from what
stands before it, and the arrows reach it within a group of answers; what cannot be reached so fails.
"""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.settled import settled

MOST_ANSWERS = 60  # in one group
PARTS_OF_A_FIELD = 4  # a day has three, and a button
HERE = "(element) => element === document.activeElement"
BEFORE = """(target) => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const group = (one) => [...document.querySelectorAll(`input[type=radio][name="${one.name}"]`)];
  const stop = (one) => (one.type === "radio" ? (group(one).find((other) => other.checked) ?? group(one)[0]) : one);
  const stops = all.filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && stop(one) === one);
  stops[stops.indexOf(stop(target)) - 1].focus();
}"""
"""Goes to what Tab reaches just before a thing: how often a person presses Tab until then is not what is tested."""

Name = str | re.Pattern[str]


class Steps:
    """Does things by keyboard alone and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        self.panel = page.locator(".fp-match__panel")

    def press(self, name: Name, *, within: Locator | None = None, exact: bool = False) -> None:
        """Presses a button."""
        self.reach((within or self.page).get_by_role("button", name=name, exact=exact).first)
        self._does("Enter")

    def tick(self, name: str) -> None:
        """Ticks a box, or takes one of several answers."""
        box = self.panel.get_by_label(name, exact=True).first
        self.reach(box)
        if box.get_attribute("type") == "checkbox":
            self._does("Space")
        else:
            self.count += 1
        expect(box).to_be_checked()

    def take(self, label: Name, *, within: Locator | None = None) -> None:
        """Takes one of several answers, or ticks a box, outside the questions."""
        answer = (within or self.page).get_by_label(label).first
        self.reach(answer)
        if answer.is_checked():
            self.count += 1
        else:
            self._does("Space")

    def open(self, name: str) -> None:
        """Opens what is folded."""
        self.reach(self.page.locator("#match summary").filter(has_text=name).first)
        self._does("Enter")

    def choose(self, label: Name, answer: str) -> None:
        """Chooses from a list with the arrows."""
        box = self.page.get_by_label(label).first
        self.reach(box)
        options = box.locator("option").all_inner_texts()
        self.page.keyboard.press("Home")
        for _ in range(options.index(answer)):
            self.page.keyboard.press("ArrowDown")
        self.count += 1
        expect(box.locator("option:checked")).to_have_text(answer)

    def write(self, label: str, text: str) -> None:
        """Writes a line, or pastes a text."""
        self.reach(self.page.get_by_label(label).first)
        self.page.keyboard.insert_text(text)
        self.count += 1

    def reach(self, target: Locator) -> None:
        """Goes to it with Tab, and within a group of answers with the arrows."""
        settled(self.page)  # drawn anew, focus could be lost
        target.wait_for()
        target.evaluate(BEFORE)
        among_answers = target.get_attribute("type") == "radio"
        self.page.keyboard.press("Tab")
        for _ in range(MOST_ANSWERS if among_answers else PARTS_OF_A_FIELD):
            if target.evaluate(HERE):
                break
            self.page.keyboard.press("ArrowDown" if among_answers else "Tab")
        assert target.evaluate(HERE), f"no keyboard reaches {target}"

    def _does(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1
