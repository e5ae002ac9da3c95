"""Records of strangers who mean harm: a fixed recipe of hostile strings and of records that hold them everywhere.

Every text field of resources, activities, venues, mixes and of the site's own files gets each string.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from generator.shell import hole
from tests.small import CHECKED, HELP, SETTINGS

_PAIR = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}")
Value = str | dict[str, "Value"] | list["Value"]

STRINGS: Mapping[str, str] = MappingProxyType({
    "script": "<script>alert(1)</script>",
    "script in capitals": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "end of script": "</script><script>alert(1)</script>",
    "end of JSON-LD": '"}</script><img src=x onerror=alert(1)>',
    "end of title": "</title><script>alert(1)</script>",
    "end of textarea and style": "</textarea></style><svg/onload=alert(1)>",
    "image with a handler": "<img src=x onerror=alert(1)>",
    "svg with a handler": "<svg onload=alert(1)><use href='data:image/svg+xml,x'/></svg>",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "base": "<base href='https://evil.example/'>",
    "meta refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "form": "<form action='https://evil.example/'><input name=q></form>",
    "style": "<style>*{display:none}</style>",
    "out of a double-quoted value": '" onmouseover="alert(1)" x="',
    "out of a single-quoted value": "' onmouseover='alert(1)' x='",
    "out of an unquoted value": "x onfocus=alert(1) autofocus tabindex=1",
    "comment": "<!-- --!> <script>alert(1)</script> -->",
    "CDATA": "]]><script>alert(1)</script><![CDATA[",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp; &nbsp;",
    "half a tag": "<a href=https://evil.example/",
    "half an entity": "&#x3c;script&#x3e &#0; &lt",
    "link that runs": "[press](javascript:alert(1))",
    "link that runs, disguised": "[press](JaVa&#x09;script:alert(1)) [two](java%0ascript:alert(1))",
    "link that runs, by reference": "[press][x] and <javascript:alert(1)> [x]: javascript:alert(1)",
    "data link": "[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "other schemes": "[a](vbscript:x) [b](file:///etc/passwd) [c](blob:x) [d](//evil.example) [e](\\\\evil.example\\x)",
    "a title that breaks out": "[a](https://example.org 'x\" onclick=alert(1) y=\"')",
    "image in Markdown": "![x](https://evil.example/pixel.png) ![y](javascript:alert(1))",
    "link to another record's shell": "[a](resource:../../shell-directory-2/x) [b](resource:nothing)",
    "calendar lines": "x\r\nATTENDEE:mailto:evil@example.org\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "calendar lines, one sign": "x\nATTACH:https://evil.example/\nX-EVIL:1",
    "calendar parameters": 'a;b,c:d\\n\\;\\,\\\\ "q";CN=x',
    "formula": "=cmd|'/C calc'!A0",
    "formula with a plus": '+1+1 =HYPERLINK("https://evil.example";"x") @SUM(1)',
    "right to left": "abc\u202egnp.exe",
    "isolates": "abc\u2066def\u2069",
    "line separators": "a\u2028b\u2029c",
    "nothing": "a\x00b",
    "bell": "a\x07b\x1b[31mred",
    "byte order mark": "\ufeffa\ufeff",
    "private sign": "a\ue000b",
    "wide": "W" * 290,
    "wide signs": "\U0001f9d9\u200d\u2642\ufe0f" * 40,
    "stacked marks": "Z\u0351\u036b\u0343\u036a\u0302\u036b" * 30,
    "template": "{{ 7*7 }} {% for x in y %} {# z #} ${7*7} #{7*7} <%= 7*7 %>",
    "template of MkDocs": "{{ config.extra }} {{ page.meta }} %(name)s %s {0} {name}",
    "front matter": "--- title: x --- # heading",
    "hole of the title": hole("title"),
    "holes": f"x {hole('body')} {hole('head')} y",
    "quotes": "“a” ‘b’ \"c\" 'd' `e` \\",
    "deep Markdown": "> " * 120 + "x",
    "many stars": "*a **b " * 40,
    "table": "|a|b| |-|-| |<script>|1|",
    "path": "../../../etc/passwd",
    "GitHub annotation": "::error file=x::y %0A::set-output name=x::y",
    "prototype": "__proto__",
})  # fmt: skip
REFUSED = frozenset({
    "right to left", "isolates", "nothing", "bell", "private sign", "byte order mark", "hole of the title", "holes",
})  # fmt: skip
"""Strings with signs that nobody sees: no record takes them."""
TAKEN_IN_PART = frozenset({
    "link to another record's shell", "calendar lines", "line separators",
})  # fmt: skip
"""Strings that some fields refuse: they read as a reference to no record, or a text of one line makes them spaces."""

ADDRESSES = (
    *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "vbscript:x"),
    *("data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "//evil.example", "/etc", "\\\\evil\\x"),
    *("https://user:pass@evil.example/", 'https://evil.example/" onclick="alert(1)', "https://evil.example/<script>"),
    *("https://evil.example/\r\nX: y", "https://evil.example/ x", "https://", "http:evil", "ftp://evil.example"),
    *(
        "https://evil.example/\u202egnp",
        "https://evil.example/\x00",
        "blob:https://evil.example/x",
        "jav&#x61;script:x",
    ),
)
NUMBERS = ("123<script>", "+44 1632 960001;ext=<b>", "javascript:1", "1234\r\nX: y", "tel:<>", "999 or 112", "=1+1")
MAILS = (
    *("a@b", "a b@example.org", "a@example.org?cc=all@example.org", "<a@example.org>", "javascript:a@example.org"),
    *("a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org", '"><script>@example.org'),
)
FILE_NAMES = (
    *("UPPER", "a b", "-a", "a-", "a--b", "ü", "a_b", "a.b", "%2e%2e", "x" * 90, "<b>", "a'b", "a;b", "$(x)"),
    *("a\nb", "a\u202eb", "con.", "a&b", "#a", "a?b"),
)
ALIASES = ("../../up", "..", "/etc", "a/b", "a\\b", "a.html", "%2e%2e%2f", "", ".", "A", "a\x00", "index.html#x", "C:")


def as_yaml(value: object) -> str:
    """A value as YAML: JSON, but for signs beyond U+FFFF, which YAML escapes in another way."""
    return _PAIR.sub(_whole, json.dumps(value))


def _whole(pair: re.Match[str]) -> str:
    return f"\\U{ord(json.loads(f'[{chr(34)}{pair[0]}{chr(34)}]')[0]):08x}"


def line_of(text: str) -> str:
    """A text as a field of one line has it."""
    return " ".join(text.split())


def resource(text: str) -> dict[str, Value]:
    """A resource with the text in each of its text fields."""
    return {
        "name": text,
        "kind": "group",
        "summary": text,
        "description": text,
        "run_by": text,
        "turns_away": text,
        "first_visit": text,
        "who_comes": text,
        "lasts": text,
        "venue": _place(text),
        "contact": {"phone": "01632 960001", "role": text, "answered": text},
        "referral": {"by": "either", "criteria": text, "documents": [text]},
        "access": {"step_free": {"is": "yes", "note": text}, "hearing_loop": {"is": "ask", "note": text}},
        "cost": {"amount": "2", "pay": text},
        "transport": {"how_to_get_there": text},
        "topics": ["games.odd"],
        "setting": ["odd_setting"],
        "audience": {"welcomes": ["odd_tag"]},
        "areas": ["odd"],
        "closed": [{"from": "2026-12-20", "until": "2027-01-03", "why": text}],
        "checked": {"on": "2026-10-01", "by": text},
    }


def activity(text: str, day: date) -> dict[str, Value]:
    """An activity with the text in each of its text fields; each such activity has another day."""
    return {
        **{name: value for name, value in resource(text).items() if name not in {"kind", "run_by", "closed"}},
        "category": "games",
        "organiser": text,
        "schedule": [
            {"every": "Monday", "start": "10:00", "end": "11:00", "key": "mondays"},
            {"on": [day.isoformat()], "start": "14:00", "end": "15:00", "key": "once", "called": text},
        ],
        "changes": [
            {"on": "2026-12-07", "key": "mondays", "cancelled": text},
            {"on": "2026-12-14", "key": "mondays", "moved": {"to": "2026-12-15", "why": text}},
            {"on": "2026-12-21", "key": "mondays", "note": text},
        ],
        "booking": {"needed": "yes", "how": "ring"},
        "bring": text,
        "outing": {"meet_at": text, "toilets": text},
    }


def venue(text: str) -> dict[str, Value]:
    """A venue with the text in each of its text fields."""
    return {
        **_place(text),
        "area": "odd",
        "contact": {"phone": "01632 960001", "role": text, "answered": text},
        "closed": [{"from": "2026-12-20", "until": "2027-01-03", "why": text}],
        "checked": {"on": "2026-10-01", "by": text},
    }


def mix(text: str, taken: str) -> dict[str, Value]:
    """A mix with the text in each of its text fields."""
    return {
        "name": text,
        "summary": text,
        "description": text,
        "contact": {"phone": "01632 960001", "role": text, "answered": text},
        "takes": [{"activity": taken}],
    }


def _place(text: str) -> dict[str, Value]:
    return {
        "name": text,
        "address": {"street": text, "town": text, "postcode": text, "country": "GB"},
        "door": text,
        "bus_stop": {"name": text, "lines": [text]},
        "access": {"toilet": {"is": "no", "note": text}},
        "transport": {"how_to_get_there": text},
    }


def records() -> Iterator[tuple[str, str, str]]:
    """Every hostile record: its file, which string it holds, its YAML."""
    for number, (name, text) in enumerate(STRINGS.items()):
        day = date(2026, 12, 1 + number % 28)
        yield f"data/resources/r{number}.yml", name, as_yaml(resource(text))
        yield f"data/activities/a{number}.yml", name, as_yaml(activity(text, day))
        yield f"data/venues/v{number}.yml", name, as_yaml(venue(text))
        yield f"data/feeds/m{number}.yml", name, as_yaml(mix(text, f"a{number}"))


def typed_records() -> Iterator[tuple[str, str]]:
    """Records whose addresses, numbers and so on are hostile, each in one field: file and YAML. None may pass."""
    base = {name: value for name, value in resource("Plain").items() if name in {"name", "kind", "summary", "checked"}}
    fields = (
        *((("contact", "website"), text) for text in ADDRESSES),
        *((("referral", "form"), text) for text in ADDRESSES),
        *((("contact", "phone"), text) for text in NUMBERS),
        *((("contact", "text"), text) for text in NUMBERS),
        *((("contact", "email"), text) for text in MAILS),
        *((("aliases",), text) for text in ALIASES),
        *((("venue",), text) for text in ALIASES),
        *((("areas",), text) for text in ALIASES),
        *((("kind",), text) for text in ("__proto__", "<b>", "group\u202e")),
        *((("languages",), text) for text in ("<b>", "en\r\nX:1", "../..", "javascript")),
        *((("coordinates",), text) for text in ("1,2,3", "<b>,1", "NaN, NaN", "1e400, 1", "Infinity, 0")),
    )
    for number, (path, text) in enumerate(fields):
        value: Value = text
        for key in reversed(path[1:]):
            value = {key: value}
        yield (
            f"data/{'venues' if path[0] == 'coordinates' else 'resources'}/t{number}.yml",
            as_yaml(
                {
                    **({"name": "Plain", "checked": base["checked"]} if path[0] == "coordinates" else base),
                    path[0]: value,
                }
            ),
        )


COMBINED = "\"'><script>alert(1)</script>{{ 7*7 }}{% raw %}&lt;b&gt; </title> %(x)s"
"""One string for the site's own files, which stand on every page."""


def site_files(text: str = COMBINED) -> Mapping[str, str]:
    """The site's own files, with the text in each of their text fields."""
    settings = SETTINGS.replace("place: Smallham", f"place: {as_yaml(text)}\n      demonstration: {as_yaml(text)}")
    settings = settings.replace(
        "{name: Small Neighbours, responsible: the editor}",
        as_yaml(dict.fromkeys(("name", "registration", "responsible", "licence"), text)),
    ).replace("hours: mornings", f"hours: {as_yaml(text)}")
    contact = dict.fromkeys(("question", "name", "option", "text", "hours", "cost", "note", "source"), text)
    return {
        "mkdocs.yml": settings,
        "data/help.yml": HELP
        + "  - "
        + as_yaml({"kind": "local", "phone": "01632 960005", "panel": "yes", **contact, "checked": _checked(text)})
        + "\n",
        "data/areas.yml": as_yaml({"areas": [{"id": "odd", "name": text}], "places": {text: "54.1, 1.1"}}),
        "data/closures.yml": as_yaml(
            {"odd": {"name": text, "periods": [{"from": "2026-12-24", "until": "2026-12-31"}]}}
        ),
        "data/vocabulary.yml": as_yaml({
            "topics": {"games.odd": {"label": text, "synonyms": [text], "category": "games"}},
            "tags": {"odd_tag": {"label": text, "synonyms": [text]}},
            "settings": {"odd_setting": text},
            "labels": {"kind.group": text, "category.games": text, "size.small": text},
        }),
        "data/activities/plain.yml": f"name: Plain\nsummary: Plain.\ncategory: games\n{CHECKED}"
        "schedule: [{every: Tuesday, start: '10:00', except: [odd]}]\n",
    }  # fmt: skip


def _checked(text: str) -> dict[str, Value]:
    return {"on": "2026-10-01", "by": text}
