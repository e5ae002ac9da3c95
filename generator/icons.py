"""The icons of the site: names in, one SVG sprite out; and which icon stands for which code of the records.

The drawings are those of Material Design Icons in the installed mkdocs-material package, read at build time.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

NOTICE: Final = (
    "Material Design Icons, by Pictogrammers and its contributors, "
    "under the Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0. "
    "Joined into one file, otherwise unchanged."
)

CATEGORY: Final[Mapping[str, str]] = {
    "arts": "palette",
    "music": "music",
    "garden": "flower-outline",
    "games": "cards-playing-outline",
    "meal": "silverware-fork-knife",
    "move": "walk",
    "calm": "meditation",
    "outing": "bus-side",
    "volunteer": "hand-heart",
    "faith": "hands-pray",
    "family": "home-heart",
    "intergen": "human-male-female-child",
    "digital": "laptop",
    "learning": "book-open-variant",
    "one_to_one": "account-multiple",
    "meeting": "forum",
    "support": "lifebuoy",
    "celebration": "party-popper",
    "resource_meeting": "presentation",
    "training": "school",
}

ACCESS: Final[Mapping[str, str]] = {
    # the place
    "step_free": "wheelchair",
    "lift": "elevator-passenger",
    "accessible_toilet": "toilet",
    "toilet": "toilet",
    "changing_place": "bed-empty",
    "parking": "parking",
    "seating": "seat",
    "short_walk": "map-marker-distance",
    "good_light": "lightbulb-on",
    "quiet_space": "volume-off",
    "low_sensory": "leaf",
    "baby_changing": "human-baby-changing-table",
    "prayer_space": "rug",
    "alcohol_free": "glass-mug-variant-off",
    # being understood
    "hearing_loop": "ear-hearing-loop",
    "bsl": "sign-language",
    "captions": "closed-caption",
    "interpreter": "account-voice",
    "large_print": "format-size",
    "easy_read": "book-open-page-variant",
    "dementia_friendly": "head-heart",
    # people who help
    "guiding_help": "human-white-cane",
    "assistance_dog": "dog-service",
    "companion_welcome": "account-multiple-plus",
    "companion_free": "ticket-account",
    "door_help": "handshake",
    "personal_care": "hand-extended",
}

NEXT_STEP: Final[Mapping[str, str]] = {
    "just_turn_up": "door-open",
    "ring_first": "phone",
    "book": "calendar-check",
    "referral": "clipboard-arrow-right",
}

FORMAT: Final[Mapping[str, str]] = {
    "in_person": "map-marker",
    "home_visit": "home-account",
    "phone": "phone-in-talk",
    "online": "video-outline",
    "post": "mailbox-outline",
}

LAYER: Final[Mapping[str, str]] = {
    "self": "account",
    "circle": "account-heart",
    "community": "account-group",
    "tech": "cellphone",
    "formal": "briefcase-account",
}

STATE: Final[Mapping[str, str]] = {
    "yes": "check-circle",
    "no": "close-circle-outline",
    "ask": "help-circle-outline",
    "unknown": "help-circle-outline",
    "check_first": "help-circle",
    "cancelled": "calendar-remove",
    "moved": "calendar-arrow-right",
    "note": "note-text-outline",
    "full": "account-cancel",
    "waiting_list": "account-clock",
    "paused": "pause-circle-outline",
    "closed": "door-closed",
    "checked": "account-check",
}

DOING: Final[Mapping[str, str]] = {
    "brand": "sign-direction",
    "search": "magnify",
    "menu": "menu",
    "close": "close",
    "leave": "exit-run",
    "ring": "phone",
    "keep": "star-outline",
    "kept": "star",
    "print": "printer",
    "share": "share-variant",
    "add_to_calendar": "calendar-plus",
    "month": "calendar-month",
    "when": "calendar-clock",
    "where": "map-marker",
    "cost": "cash",
    "bus": "bus",
    "email": "email",
    "message": "message-text",
    "filter": "filter-variant",
    "copy": "content-copy",
    "qr": "qrcode",
    "download": "download",
    "delete": "delete-outline",
    "translate": "translate",
    "open": "chevron-down",
    "previous": "chevron-left",
    "next": "chevron-right",
    "back": "arrow-left",
    "onwards": "arrow-right",
    "up": "arrow-up",
    "down": "arrow-down",
    "colours": "theme-light-dark",
    "save": "content-save-outline",
    "load": "folder-open-outline",
    "correct": "pencil-outline",
}

ICONS: Final[Mapping[str, Mapping[str, str]]] = {
    "category": CATEGORY,
    "access": ACCESS,
    "next_step": NEXT_STEP,
    "format": FORMAT,
    "layer": LAYER,
    "state": STATE,
    "doing": DOING,
}

_DRAWING = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="([^"]+)">(.*)</svg>', re.DOTALL)


def material_icons() -> Path:
    """The folder of the Material icons in the installed mkdocs-material package."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("The package mkdocs-material is not installed")
    return Path(spec.origin).parent / "templates" / ".icons" / "material"


def names() -> frozenset[str]:
    """The names of all icons that a page may use."""
    return frozenset(name for group in ICONS.values() for name in group.values())


def sprite(names: Iterable[str], folder: Path) -> str:
    """One SVG file in which each named icon is a symbol whose id is its name."""
    return "\n".join(_lines(sorted(set(names)), folder)) + "\n"


def _lines(names: Iterable[str], folder: Path) -> Iterator[str]:
    yield '<svg xmlns="http://www.w3.org/2000/svg">'
    yield f"<!-- {NOTICE} -->"
    for name in names:
        drawing = _DRAWING.fullmatch((folder / f"{name}.svg").read_text(encoding="utf-8").strip())
        if drawing is None:
            raise ValueError(f"The icon {name} is not drawn as the other icons are")
        view_box, shapes = drawing.groups()
        yield f'<symbol id="{name}" viewBox="{view_box}" overflow="visible">{shapes}</symbol>'
    yield "</svg>"
