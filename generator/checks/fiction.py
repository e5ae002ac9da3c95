"""Help contacts that are still the example's: in a site about a real place, whoever rings them reaches nobody."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from generator.catalogue import Catalogue
from generator.problems import Finding, shorten
from generator.records.site import HelpContact

_RESERVED = re.compile(
    r"(?:\+?44|0)(?:1(?:1[3-8]|[2-6]1)4960|1632960|1914980|2079460|2896496|2920180|3069990|7700900|8081570)\d{3}"
    r"|(?:\+?1)?\d{3}55501\d\d"
)
"""Numbers kept for fiction, without their spaces: by Ofcom, and in North America."""
_NUMBER = re.compile(r"\+?\(?\d[\d ()-]{5,}\d")
_EXAMPLES = ("example.org", "example.com", "example.net")


def made_up_help(made: Catalogue, today: date) -> Iterator[Finding]:
    """Local help contacts with numbers or addresses that exist only in examples, on a site that is no demonstration."""
    del today
    sources = made.sources
    if sources.help is None or sources.site.settings.demonstration:
        return
    file = f"{sources.site.settings.data}/help.yml"
    for number, contact in enumerate(sources.help.contacts):
        field = _made_up(contact) if contact.local else None
        if field:
            yield Finding(
                file,
                ("contacts", number, field),
                "made-up-help",
                f"“{contact.name}” has a made-up {_CALLED[field]}, {shorten(getattr(contact, field))}: "
                "who needs help would reach nobody.",
                "Write the real one. Only a site with the setting `demonstration` may show made-up ones.",
            )


_CALLED = {"phone": "number", "text": "text route", "sign_language": "sign language route", "website": "address"}


def _made_up(contact: HelpContact) -> str | None:
    """The first way to reach a contact that is none."""
    return next((field for field in _CALLED if _is_fiction(getattr(contact, field) or "")), None)


def _is_fiction(text: str) -> bool:
    if "://" in text:
        host = urlsplit(text).hostname or ""
        return host.endswith(tuple(f".{name}" for name in _EXAMPLES)) or host in _EXAMPLES
    return any(_RESERVED.fullmatch(re.sub(r"[ ()-]", "", found)) for found in _NUMBER.findall(text))
