"""Links in prose to records, such as `[Garden](resource:community-garden)` → relative addresses."""

import re
from collections.abc import Callable
from html import escape

from generator.pages.page import root

_LINK = re.compile(r'href="((?:resource|activity|venue|mix):[^"]*)"')


def resolved(html: str, url: str, address: Callable[[str], str | None]) -> str:
    """The HTML of the page at `url` with each record's address in place of its id.

    `address` knows the addresses, relative to the site. Checks have reported unknown ids; here they lead to the lists.
    """

    def replace(found: re.Match[str]) -> str:
        target = address(found[1]) or "directory/"
        return f'href="{escape(root(url) + target)}"'

    return _LINK.sub(replace, html)
