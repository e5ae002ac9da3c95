"""Rich text: what people write comes out, what strangers try does not."""

import json
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.richtext import (
    _ELEMENTS,
    _paragraphs,
    _rough,
    is_safe_url,
    json_for_html,
    links,
    plain,
    record_links,
    to_html,
)

ELEMENTS = {"a", "blockquote", "br", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "strong", "ul"} | {
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
PLACES = {"resource:garden": "/resources/garden/", "venue:old-mill": "/venues/old-mill/?a=1&b=2"}


def shown(markdown: str) -> str:
    return str(to_html(markdown, link=PLACES.get)).strip()


class Witness(HTMLParser):
    """Fails at any element, attribute or address that rich text must never hold."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS
        values = dict(attrs)
        assert len(values) == len(attrs), "an attribute twice"
        if tag != "a":
            assert not attrs
            return
        assert set(values) <= {"href", "rel"}
        href = values["href"] or ""
        if href.lower().startswith("http"):
            assert values["rel"] == "noopener noreferrer nofollow"
        assert is_safe_url(href) or href in PLACES.values()

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def assert_harmless(markup: str) -> None:
    witness = Witness(convert_charrefs=True)
    witness.feed(markup)
    witness.close()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("One\ntwo.\n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("a\n\n---", "<p>a</p>\n<hr>"),
        ("    Indented by accident", "<p>Indented by accident\n</p>"),
        ("`code`", "<p>code</p>"),
        ("Ages <5 & >3", "<p>Ages &lt;5 &amp; &gt;3</p>"),
        ("", ""),
        ("a \x00 b", "<p>a \ufffd b</p>"),
        ("![the hall *now*](hall.png)", "<p>the hall now</p>"),
        ("[![logo](x.png)](https://example.org)", '<p><a href="https://example.org"%s>logo</a></p>'),
        ("[Garden](resource:garden)", '<p><a href="/resources/garden/">Garden</a></p>'),
        ("[Garden](Resource:garden)", '<p><a href="/resources/garden/">Garden</a></p>'),
        (
            "[*The* mill](venue:old-mill)",
            '<p><a href="/venues/old-mill/?a=1&amp;b=2"><em>The</em> mill</a></p>',
        ),
        ("[Gone](resource:gone)", "<p>Gone</p>"),
        ("[x](https://example.org/a?b=1&c=2)", '<p><a href="https://example.org/a?b=1&amp;c=2"%s>x</a></p>'),
        ("[x](https://example.org 'title')", '<p><a href="https://example.org"%s>x</a></p>'),
        ("[x](http://bücher.example/ü)", '<p><a href="http://b%%C3%%BCcher.example/%%C3%%BC"%s>x</a></p>'),
        ("[x][1]\n\n[1]: https://example.org", '<p><a href="https://example.org"%s>x</a></p>'),
        ("[x](mailto:jo@example.org)", '<p><a href="mailto:jo@example.org">x</a></p>'),
        ("[x](tel:+441632960101)", '<p><a href="tel:+441632960101">x</a></p>'),
        (
            "See https://example.org/x.",
            '<p>See <a href="https://example.org/x"%s>https://example.org/x</a>.</p>',
        ),
        ("(www.example.org)", '<p>(<a href="http://www.example.org"%s>www.example.org</a>)</p>'),
        ("Write to jo@example.org!", '<p>Write to <a href="mailto:jo@example.org">jo@example.org</a>!</p>'),
        ("[www.example.org](resource:garden)", '<p><a href="/resources/garden/">www.example.org</a></p>'),
        ("[](https://example.org) [![](x.png)](https://example.org)", "<p> </p>"),
    ],
)
def test_what_people_write_comes_out(markdown: str, expected: str) -> None:
    rel = ' rel="noopener noreferrer nofollow"'
    assert shown(markdown) == (expected % rel if "%s" in expected else expected)


@pytest.mark.parametrize(
    ("markdown", "levels"),
    [
        ("# a\n## b\n### c\n#### d\n##### e\n###### f", "345666"),
        ("## a\n\n### b", "34"),
        ("###### a", "3"),
        ("a\n=\n\nb\n-", "34"),
        ("### a\n\n# b", "53"),
    ],
)
def test_the_highest_heading_is_h3_and_none_is_lower_than_h6(markdown: str, levels: str) -> None:
    markup = shown(markdown)
    assert "".join(part[0] for part in markup.split("<h")[1:]) == levels
    assert "".join(part[0] for part in markup.split("</h")[1:]) == levels


def test_a_table_comes_out_without_attributes() -> None:
    markup = shown("| Day | Price |\n|:--|--:|\n| Monday | £2 |")
    assert "<th>Price</th>" in markup
    assert "<td>£2</td>" in markup


SCRIPT = "javascript:alert(1)"
HOSTILE = [
    # Elements
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "text <script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<img src=x onerror=alert(1)>",
    "<img/src='x'/onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><input type=submit>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<base href='//evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style='position:fixed'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=https://example.org onclick=alert(1)>x</a>",
    "<p id=search class=fp-help name=x>clobber</p>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><script>alert(1)</script>",
    "<title><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext>",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<!--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<!DOCTYPE html><script>alert(1)</script>",
    "</p></div></body><script>alert(1)</script>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "    <script>alert(1)</script>",
    "| <script>alert(1)</script> |\n|--|\n| <img src=x onerror=alert(1)> |",
    "- <script>\n- alert(1)</script>",
    # Links
    f"[x]({SCRIPT})",
    f"[x](<{SCRIPT}>)",
    f"<{SCRIPT}>",
    f"[x][1]\n\n[1]: {SCRIPT}",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](java&#9;script:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&#x3A;alert(1))",
    "[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](<\u00a0javascript:alert(1)>)",
    "[x](\u200bjavascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](javascript\\:alert(1))",
    "[x](javascript://example.org/%0aalert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](blob:https://example.org/1)",
    "[x](file:///etc/passwd)",
    "[x](ftp://example.org)",
    "[x](about:blank)",
    "[x](view-source:https://example.org)",
    "[x](//evil.example/)",
    "[x](\\\\evil.example/)",
    "[x](/\\evil.example/)",
    "[x](https:evil.example)",
    "[x](https:/evil.example)",
    "[x](https:///evil.example)",
    "[x](https:\\\\evil.example)",
    "[x](https://example.org@evil.example/)",
    "[x](https://example.org:pass@evil.example/)",
    "[x](https://example.org%40evil.example/)",
    "[x](https://evil.example\\@example.org/)",
    "[x](https://evil.example%2f@example.org/)",
    "[x](https://evil.example%23.example.org)",
    "[x](https://[::1)",
    "[x](https://exa\u202emple.org)",
    "[x](../../etc/passwd)",
    "[x](?q=1)",
    "[x](#fp-help)",
    "[x]()",
    '[x](https://example.org"onmouseover="alert(1))',
    "[x](https://example.org '\" onmouseover=\"alert(1)')",
    '[x](https://example.org "<script>alert(1)</script>")',
    "[<script>alert(1)</script>](https://example.org)",
    "![x](javascript:alert(1))",
    '!["onerror="alert(1)](x)',
    '![<script>alert(1)</script>](x "y")',
    "![](https://evil.example/pixel.gif)",
    "[![x](y)](javascript:alert(1))",
    "[a[b](https://example.org)](javascript:alert(1))",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/<script>alert(1)</script>",
    "https://user:pass@evil.example/",
    'www.example.org"><script>alert(1)</script>',
    "javascript:alert(1)//www.example.org",
    '"onclick="alert(1)"@example.org',
    "[x](mailto:a@example.org,b@example.org)",
    "[x](mailto:jo@example.org%0aBcc:all@example.org)",
    "[x](tel:javascript:alert(1))",
    '[x](resource:garden"onclick="alert(1))',
    "[x](resource:javascript:alert(1))",
    "[x](resource:../../../etc)",
    "[x](resource:)",
    # Shapes
    ">" * 400 + "deep",
    "- > " * 200 + "deep",
    "".join("  " * i + "- a\n" for i in range(60)),
    "[" * 500 + "x" + "](javascript:alert(1))" * 500,
    "*" * 301 + "a" + "*" * 300,
    "\u2028<script>alert(1)</script>\u2029",
    "\ufeff<script>alert(1)</script>",
    "<script\x00>alert(1)</script>",
    "<\x00script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
]


@pytest.mark.parametrize("markdown", HOSTILE)
def test_nothing_of_a_strangers_text_can_act(markdown: str) -> None:
    assert_harmless(shown(markdown))


@pytest.mark.parametrize("markdown", HOSTILE)
def test_nothing_can_act_inside_other_text(markdown: str) -> None:
    assert_harmless(shown(f"Tea & *cake* {markdown} **on** Tuesdays\n\n- {markdown}\n\n[x]: {markdown}\n"))


fragments = st.lists(
    st.sampled_from(HOSTILE)
    | st.text(max_size=12)
    | st.sampled_from(
        [
            "[",
            "](",
            ")",
            "<",
            ">",
            '"',
            "'",
            "&",
            "\n",
            "\n\n",
            "`",
            "|",
            "|-|",
            "<a href=",
            "javascript:",
            "www.",
            "@",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=400)
@given(fragments)
def test_nothing_made_of_hostile_pieces_can_act(markdown: str) -> None:
    assert_harmless(shown(markdown))
    plain(markdown)
    assert set(record_links(markdown)) <= set(links(markdown))


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_any_text_comes_out(text: str) -> None:
    assert_harmless(shown(text))


@pytest.mark.parametrize(
    "markdown",
    [
        ">" * 100_000,
        "> - " * 40_000 + "a",
        "[" * 100_000,
        "![[" * 50_000,
        "a" * 200_000 + "@",
        "www." * 50_000,
        "http://" * 30_000,
        "https://example.org/" + "." * 100_000 + " ",
        "<" * 100_000,
        "*a_ " * 30_000,
        "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n|x",
    ],
    ids=lambda markdown: markdown[:20],
)
def test_a_text_made_to_be_slow_is_not(markdown: str) -> None:
    start = time.process_time()
    to_html(markdown, link=PLACES.get)
    plain(markdown)
    assert time.process_time() - start < 20  # where each sign is looked at once more for each one, some minutes


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*Tea* and **cake**\nat [the mill](venue:old-mill).", "Tea and cake at the mill."),
        ("# A\n\nB  \nC\n\n- d\n- e\n\nf", "A\n\nB\nC\n\n- d\n- e\n\nf"),
        ("1. a\n   - b\n2. c", "- a\n- b\n\n- c"),
        ("Ages &lt;5 &amp; up, 10.30\u00a0am", "Ages <5 & up, 10.30\u00a0am"),
        ("<b>a</b> <!-- b --> ![c](d)", "a c"),
        ("| a | b |\n|--|--|\n| 1 | 2 |", "a b\n1 2"),
        ("See https://example.org.", "See https://example.org."),
        ("", ""),
    ],
)
def test_plain_text_has_the_words_and_the_lines(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected


def test_links_to_records_are_found_in_their_order_known_or_not() -> None:
    markdown = (
        "[a](resource:garden) `[no](resource:code)` [b][1] [c](https://example.org) [d](Activity:Über) "
        "[e](venue:) [f](/resources/x/)\n\n[1]: mix:house\n"
    )
    assert record_links(markdown) == ("resource:garden", "mix:house", "activity:Über", "venue:")
    assert links(markdown)[3:] == ("activity:Über", "venue:", "/resources/x/")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "http://example.org:8080/a/b?c=d&e=f#g",
        "https://example.org/@user",
        "https://example.org/?mail=jo@example.org",
        "https://bücher.example/",
        "https://b%C3%BCcher.example/",
        "http://[2001:db8::1]/",
        "https://192.0.2.1/",
        "mailto:jo.bloggs+tea@example.org",
        "mailto:jo@example.org?subject=Tea%20on%20Tuesday",
        "tel:+441632960101",
        "tel:01632-960-101",
        "tel:01632960101;ext=4",
        "tel:999",
    ],
)
def test_a_plain_address_is_safe(url: str) -> None:
    assert is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        " https://example.org",
        "https://example.org ",
        "https://example.org\n",
        "https://exam\tple.org",
        "\u200bhttps://example.org",
        "https://example.org/\u202egpj.exe",
        "https://exa\u00admple.org",
        "https://example.org/\x7f",
        "https://example.org/a b",
        "https://example.org/\u00a0",
        'https://example.org/"x',
        "https://example.org/'x",
        "https://example.org/<x>",
        "https://example.org/`x`",
        "https://example.org\\@evil.example",
        "https:\\\\example.org",
        "https://user@example.org",
        "https://user:pass@example.org",
        "https://@example.org",
        "https://example.org%40evil.example",
        "https://exam%00ple.org",
        "https://exam%2eple.org",
        "https://",
        "https:///example.org",
        "https:/example.org",
        "https:example.org",
        "https://?x",
        "https://#x",
        "https://:80",
        "https://.",
        "https://[::1",
        "https://[::1]x/",
        "https://example.org:port",
        "https://example.org:123456",
        "https://example.org\u2044path",
        "https://exa\u2100mple.org",
        "//example.org",
        "/path",
        "path",
        "#x",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        " javascript:alert(1)",
        "\x00javascript:alert(1)",
        "jav\u0131ascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "ftp://example.org",
        "webcal://example.org",
        "resource:garden",
        "feed:https://example.org",
        "mailto:",
        "mailto:nobody",
        "mailto:a@example.org,b@example.org",
        "mailto:a@b@example.org",
        "mailto:?to=a@example.org",
        "tel:",
        "tel:12 34",
        "tel:*21*",
        "tel:javascript",
        "\u017fhttps://example.org",
        "http\u017f://example.org",
        "https://example.org/" + "a" * 2100,
    ],
)
def test_any_other_address_is_not(url: str) -> None:
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    "value",
    [
        {"name": "</script><script>alert(1)</script>"},
        ["<!--", "]]>", "&amp;", "\u2028\u2029", "'\"\\", "é", "\U0001f600", None, True, 1.5],
        {"</script>": {"@type": "Event"}},
        "<!--<script>",
    ],
)
def test_json_cannot_end_its_script_element(value: object) -> None:
    text = str(json_for_html(value))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


@pytest.mark.parametrize("value", [{1, 2}, "\ud800", 2**64])
def test_json_that_no_browser_reads_is_an_error(value: object) -> None:
    with pytest.raises(TypeError, match=r"JSON|surrogate|[Ii]nteger"):
        json_for_html(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_not_known(value: float) -> None:
    assert str(json_for_html([value])) == "[null]"


# Texts without markup, which are nearly all


def by_the_long_way(markdown: str) -> str:
    return _ELEMENTS.clean(_rough(markdown))


@given(st.text(st.sampled_from("aBé ß1\n\n\n ,.;:!?'\"()‘’“”–—£€%-_*#<&www.@/:"), min_size=1))
def test_a_text_without_markup_is_what_markdown_makes_of_it(text: str) -> None:
    quick = _paragraphs(text)

    assert quick in {None, by_the_long_way(text)}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Tea at four.", "<p>Tea at four.</p>\n"),
        ("Ah (“what”): it's\nfun – £2!\n\n\nCome.", "<p>Ah (“what”): it's\nfun – £2!</p>\n<p>Come.</p>\n"),
    ],
)
def test_plain_prose_takes_the_short_way(text: str, html: str) -> None:
    assert _paragraphs(text) == html == by_the_long_way(text)


@pytest.mark.parametrize(
    "text", ["- a", "1. a", "a *b*", "a_b_", "a\n---", "a  \nb", "www.example.org", "a & b", "<b>", "a\\", " a", "a\tb"]
)
def test_all_else_takes_the_long_way(text: str) -> None:
    assert _paragraphs(text) is None
