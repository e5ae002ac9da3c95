"""The values of a record's file in, a digest of its outline out: all it says but the words of its running texts.

Lists, counts, columns and calendars say which texts a record has, and never what they say. So a summary with another
word leaves them as they are, and the next build need not make them again.
"""

from collections.abc import Mapping
from hashlib import blake2b

from generator.jsontext import encoded
from generator.records.yamltext import Value

TEXTS = frozenset({"summary", "description", "first_visit", "turns_away", "who_comes", "lasts", "bring"})
"""Fields of resources and activities that only pages of records, cards, the search and the open data show."""


def outline(values: Mapping[str, Value]) -> str:
    """The digest of a record's outline."""
    rest = {name: bool(value) if name in TEXTS and isinstance(value, str) else value for name, value in values.items()}
    return blake2b(encoded(rest), digest_size=12).hexdigest()
