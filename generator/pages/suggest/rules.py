"""The readers of `records.scalars` as a table that the browser can follow: patterns, messages, hints.

A test runs many good and bad values through both, so that the form and the check say the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.records import scalars
from generator.words import Words
from generator.words import mark as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """What a text must be like (or, with `never`, must not have in it), and what is said where it is not.

    Hints are tried in their order; the groups of a pattern are %(g1)s and so on in its hint.
    """

    pattern: str
    said: str
    hints: tuple[tuple[str, str], ...]
    never: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one reader reads a text: on one line or several, how long, without which beginning, by which tests."""

    longest: int = scalars.LONGEST_LINE
    one_line: bool = True
    drop: str = ""
    tests: tuple[Test, ...] = ()


_ANY = "^"
_PHONE = _("“%(text)s” is not a telephone number.")
_PHONE_HINT = _(
    "Write one number, in digits and spaces: 01632 960123. Words about it belong under `answered` or `role`."
)
_ADDRESS = _("“%(text)s” is not a web address.")
_ADDRESS_HINTS = (
    (r"^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?$", _("Write it as https://%(text)s.")),
    (_ANY, _("Write it as https://example.org/page.")),
)
_NUMBER_ALONE = _("Write the number alone: 2 or 2.50. Words about it belong under `note`.")
_ALONE = _("Write the number alone: %(g1)s.")
_ALONE_PENCE = _("Write the number alone: %(g1)s.%(g2)s.")
_ALONE_MORE = _("Write the number alone: %(g1)s. What it is for belongs under `per`, the rest under `note`.")
_ALONE_PENCE_MORE = _(
    "Write the number alone: %(g1)s.%(g2)s. What it is for belongs under `per`, the rest under `note`."
)
_WHOLE, _PENCE = r"^[^\d-]*(\d{1,6})", r"[.,](\d{1,2})"
_SHORT, _LONG = r"[^\d-]{0,3}$", r"[^\d-]{4,}$"

RULES: Mapping[str, Rule] = {
    "line": Rule(),
    "prose": Rule(longest=scalars.LONGEST_PROSE, one_line=False),
    "day": Rule(
        tests=(
            Test(
                pattern=r"^\d{4}-\d\d-\d\d$",
                said=_("“%(text)s” is not a day."),
                hints=((_ANY, _("Write year, month and day, as in 2026-12-01.")),),
            ),
            Test(
                pattern=r"^(?:19|20|21)\d\d|^2200",
                said=_("The year of %(text)s is too far away."),
                hints=((_ANY, _("Write a year between 1900 and 2200.")),),
            ),
        )
    ),
    "phone": Rule(
        tests=(
            Test(pattern=f"^(?:{scalars.PHONE.pattern})$", said=_PHONE, hints=((_ANY, _PHONE_HINT),)),
            Test(pattern=r"(?:[^0-9]*[0-9]){3}", said=_PHONE, hints=((_ANY, _PHONE_HINT),)),
        )
    ),
    "email": Rule(
        drop="mailto:",
        tests=(
            Test(
                pattern=f"^(?=.{{1,254}}$)(?:{scalars.EMAIL.pattern})$",
                said=_("“%(text)s” is not an email address."),
                hints=((_ANY, _("Write one, as name@example.org.")),),
            ),
        ),
    ),
    "web_address": Rule(
        tests=(
            Test(pattern=r"[\\<>\x22'`{}|^\s\p{C}\p{Z}]", never=True, said=_ADDRESS, hints=_ADDRESS_HINTS),
            Test(
                # The host as `richtext.is_safe_url` wants it: letters, digits, dots, a port; nobody's name before it.
                pattern=(
                    r"^[Hh][Tt][Tt][Pp][Ss]?://(?=[^/?#]*[^.:/?#])"
                    r"(?:(?:[\p{L}\p{N}_.-]|%[89A-Fa-f][0-9A-Fa-f])+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)"
                ),
                said=_ADDRESS,
                hints=_ADDRESS_HINTS,
            ),
        )
    ),
    "money": Rule(
        tests=(
            Test(
                pattern=f"^(?:{scalars.MONEY.pattern})$",
                said=_("“%(text)s” is not an amount of money."),
                hints=(
                    (f"^(?:{'|'.join(sorted(scalars.FREE))})$", _("Write 0 for free.")),
                    (
                        "donation",
                        _("Where people give what they can, write `cost: {donation: {nothing_is_fine: yes}}`."),
                    ),
                    (_WHOLE + _PENCE + _SHORT, _ALONE_PENCE),
                    (_WHOLE + _PENCE + _LONG, _ALONE_PENCE_MORE),
                    (_WHOLE + _SHORT, _ALONE),
                    (_WHOLE + _LONG, _ALONE_MORE),
                    (_ANY, _NUMBER_ALONE),
                ),
            ),
        )
    ),
    "count": Rule(
        tests=(
            Test(
                pattern=r"^\d{1,6}$",
                said=_("“%(text)s” is not a whole number."),
                hints=((_ANY, _("Write digits alone, such as 12.")),),
            ),
        )
    ),
}
"""Every reader that the form needs, by its name in `records.scalars`."""


def exported(words: Words) -> Mapping[str, Any]:
    """The table as the browser gets it, its messages in the words of the site's locale."""
    t = words.gettext
    return {
        name: {
            "longest": rule.longest,
            "oneLine": rule.one_line,
            "drop": rule.drop,
            "tests": [
                {
                    "pattern": test.pattern,
                    "never": test.never,
                    "said": t(test.said),
                    "hints": [[pattern, t(hint)] for pattern, hint in test.hints],
                }
                for test in rule.tests
            ],
        }
        for name, rule in RULES.items()
    }
