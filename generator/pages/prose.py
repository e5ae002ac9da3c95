"""The HTML of a prose page in, the same with its tables in boxes of their own out."""

from markupsafe import escape

from generator.words import Words


def boxed(html: str, words: Words) -> str:
    """A table that is too wide scrolls in a box, which the keyboard reaches (WCAG 2.2, 2.1.1)."""
    label = escape(words.t("Table"))
    box = f'<div class="fp-scroll" role="group" tabindex="0" aria-label="{label}"><table>'
    return html.replace("<table>", box).replace("</table>", "</table></div>")
