"""A feed of the site in, the ways to subscribe to it out: this device, Google, Outlook, the plain address, a QR code.

No program has a published, lasting address for this; what works is in the design notes. The plain address always does.
"""

from dataclasses import dataclass
from urllib.parse import quote

from generator.edition import Edition
from generator.pages.qr import QrCode, qr_code

_GOOGLE = "https://calendar.google.com/calendar/u/0/r?cid={url}"
_OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb/?url={url}&name={name}"
_OFFICE = "https://outlook.office.com/calendar/0/addfromweb/?url={url}&name={name}"
SERVICES = {"Google": _GOOGLE, "Outlook.com": _OUTLOOK, "Microsoft 365": _OFFICE}
"""The services' own names, and the addresses at which they take a calendar's webcal address and its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed and every way to subscribe to it."""

    id: str
    """Names its QR code on the page."""
    title: str
    holds: str | None
    """How much is in it."""
    address: str
    webcal: str
    google: str
    outlook: str
    office: str
    qr: QrCode | None


def feed_view(edition: Edition, title: str, path: str, *, holds: str | None = None, qr: bool = True) -> FeedView:
    """The ways to subscribe to the feed at a path of the site."""
    address = edition.site_url + path
    webcal = "webcal://" + address.partition("://")[2]
    url, name = quote(webcal, safe=""), quote(title, safe="")
    return FeedView(
        id="qr-" + path.removeprefix("feeds/").removesuffix(".ics").replace("/", "-"),
        title=title,
        holds=holds,
        address=address,
        webcal=webcal,
        google=_GOOGLE.format(url=url),
        outlook=_OUTLOOK.format(url=url, name=name),
        office=_OFFICE.format(url=url, name=name),
        qr=qr_code(address) if qr else None,
    )
