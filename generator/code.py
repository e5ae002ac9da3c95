"""A digest of all that could make the same records give another site: our code, templates and words, the packages."""

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

CODE = Path(__file__).parent


@cache
def code_digest() -> str:
    """A digest of our own code, templates and words, of Python and of the installed packages."""
    found = blake2b(digest_size=12)
    packages = sorted(f"{one.name} {one.version}" for one in distributions())
    files = sorted(path for path in CODE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for part in (sys.version, *packages):
        found.update(part.encode() + b"\0")
    for path in files:
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
