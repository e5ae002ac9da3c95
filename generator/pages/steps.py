"""The steps of the work with a person, in their order; guide and worksheets say which one a page belongs to."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.words import Words
from generator.words import mark as _

STEPS: Mapping[str, str] = {
    "begin": _("Begin and listen"),
    "find_out": _("Find out together"),
    "plan": _("Choose and plan"),
    "go": _("Go and get there"),
    "look_again": _("Look again, and end"),
}


class StepView(NamedTuple):
    """A step as a page shows it."""

    label: str
    current: bool


def step_views(words: Words, step: str | None) -> tuple[StepView, ...]:
    """All steps, the current one marked; none where a page belongs to no step."""
    return tuple(StepView(words.t(label), code == step) for code, label in STEPS.items()) if step in STEPS else ()
