"""All words of ours, in the words of one locale: sentences, dates, times, money, lists.

Sentences in the source are British English and are the message ids; every other language or locale is a
gettext `.po` file under `generator/locale/` and needs no code. What a record says is data and stays as it is.
"""

from generator.words.formats import unbroken
from generator.words.messages import is_known, locales, mark
from generator.words.speech import Words, words_for

__all__ = ["Words", "is_known", "locales", "mark", "unbroken", "words_for"]
