"""The name of a file or the address of a calendar in, its bytes out, or why there are none.

Only https and http, no further than a few turns, no longer and no larger than a calendar may be.
"""

import time
import urllib.request
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from generator.records.tried import Refused

LARGEST = 10_000_000  # bytes; ten thousand events
PATIENCE = 20.0  # seconds without an answer
LONGEST = 120.0  # seconds for all of it
_PIECE = 65_536


def is_address(source: str) -> bool:
    """Whether it is the address of something on the web, and no file."""
    return "://" in source


def fetched(
    source: str, *, largest: int = LARGEST, patience: float = PATIENCE, longest: float = LONGEST
) -> bytes | Refused:
    """The bytes of a file or an address."""
    if is_address(source):
        return _from_web(source, largest, patience, longest)
    path = Path(source)
    try:
        if not path.is_file():
            return Refused(f"There is no file {source}.", "Look at its name and at the folder that you are in.")
        if path.stat().st_size > largest:
            return _too_large(source, largest)
        return path.read_bytes()
    except OSError as error:
        return Refused(f"{source} cannot be opened: {error.strerror}.")


def web_address(source: str) -> str | Refused:
    """The address as it can be asked: webcal is https; other schemes, names and passwords are refused."""
    address = source.replace("webcal://", "https://", 1) if source.startswith("webcal://") else source
    try:
        parts = urlsplit(address)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        known = False
    if not known:
        return Refused(f"{source} is not an address that can be asked.", "It begins with https:// or webcal://.")
    if parts.username or parts.password:
        return Refused("There is a name or a password in the address.", "It would stand in the records. Leave it out.")
    return address


def _too_large(source: str, largest: int) -> Refused:
    return Refused(f"{source} has more than {largest // 1_000_000} MB.", "Export a part of it, such as one year.")


def _from_web(source: str, largest: int, patience: float, longest: float) -> bytes | Refused:
    address = web_address(source)
    return address if isinstance(address, Refused) else _asked(source, address, largest, patience, longest)


def _asked(source: str, address: str, largest: int, patience: float, longest: float) -> bytes | Refused:
    opener = urllib.request.OpenerDirector()  # knows no ftp: and no file:, also where an answer leads there
    for handler in (
        urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler, urllib.request.HTTPDefaultErrorHandler, urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    headers = {"User-Agent": "fingerpost", "Accept": "text/calendar, */*;q=0.1"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the scheme was looked at
    begun, pieces, size = time.monotonic(), list[bytes](), 0
    try:
        with opener.open(request, timeout=patience) as answer:
            while piece := answer.read1(_PIECE):
                pieces.append(piece)
                size += len(piece)
                if size > largest:
                    return _too_large(source, largest)
                if time.monotonic() - begun > longest:
                    return Refused(f"{source} takes longer than {longest:.0f} seconds.", "Try again later.")
    except HTTPError as error:
        error.close()
        return Refused(
            f"{source} answers {error.code} {error.reason}.", "Open it in a browser where nobody is signed in."
        )
    except URLError as error:
        return Refused(f"{source} cannot be reached: {error.reason}.", "Look at the address, and try again later.")
    except (OSError, HTTPException, ValueError) as error:
        return Refused(f"{source} cannot be read: {error}.", "Try again later.")
    return b"".join(pieces)
