"""The errors that libical finds in feeds: python3 libical_errors.py FEED ...

Runs under the system's Python, which has the bindings (gi). Prints JSON: the list of complaints by feed.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import GLib, ICalGLib  # noqa: E402 - the version comes first


def complaints(component: ICalGLib.Component) -> Iterator[str]:
    """What libical has noted in the component and in all within it."""
    kind = ICalGLib.PropertyKind.XLICERROR_PROPERTY
    found = component.get_first_property(kind)
    while found is not None:
        yield f"{ICalGLib.Component.kind_to_string(component.isa())}: {found.get_xlicerror().strip()}"
        found = component.get_next_property(kind)
    inner = component.get_first_component(ICalGLib.ComponentKind.ANY_COMPONENT)
    while inner is not None:
        yield from complaints(inner)
        inner = component.get_next_component(ICalGLib.ComponentKind.ANY_COMPONENT)


def errors(text: str) -> list[str]:
    """All complaints about one feed: what cannot be read, then what the standard's tables forbid."""
    try:
        calendar = ICalGLib.Component.new_from_string(text)
    except (TypeError, GLib.Error):
        return ["not a calendar"]
    if calendar.isa() != ICalGLib.ComponentKind.VCALENDAR_COMPONENT:
        return ["not one calendar"]
    calendar.check_restrictions()
    return list(complaints(calendar))


if __name__ == "__main__":
    print(json.dumps({name: errors(Path(name).read_bytes().decode()) for name in sys.argv[1:]}))
