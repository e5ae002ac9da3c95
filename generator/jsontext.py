"""Values in, JSON in one line out, and back. The only importer of orjson, which takes a tenth of the time of json.

What people read (`--format json`, schemas) is still written by json, which can set it in lines.
"""

from typing import Any

import orjson


def encoded(value: object) -> bytes:
    """A value as short as JSON can say it, in UTF-8; the same value gives the same bytes."""
    return orjson.dumps(value)


def text_of(value: object) -> str:
    """The same as a text."""
    return orjson.dumps(value).decode()


def decoded(content: bytes | str) -> Any:
    """What JSON says; ValueError where it is none."""
    return orjson.loads(content)
