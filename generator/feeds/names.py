"""The permanent names of events (RFC 5545 3.8.4.7): a record's oldest id, the key of the item, ordinal or day → a UID.

Never from a title, a position or the content of a file: a calendar that has once seen a UID must meet it again.
"""

from urllib.parse import urlsplit

from generator.edition import Edition
from generator.records.model import Record
from generator.records.site import Mix


def oldest_id(record: Record | Mix) -> str:
    """The first id that a record ever had: `aliases` are listed oldest first."""
    return record.aliases[0] if record.aliases else record.id


def uid_domain(edition: Edition) -> str:
    """What stands after the @ of every UID: the setting, else the host of the site."""
    return edition.settings.uid_domain or urlsplit(edition.site_url).hostname or "localhost"


def uid(oldest: str, key: str | None, part: str, domain: str) -> str:
    """The UID of one event; `part` is the ordinal ("2tu") or the single day ("2026-12-19"), or nothing."""
    return "-".join(name for name in (oldest, key, part) if name) + f"@{domain}"
