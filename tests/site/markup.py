"""Which elements and attributes may stand on which kind of page: the whole table, and nothing beside it.

A page in, what on it the table does not allow out. Every entry has a page that needs it, which a test holds: an
attribute that a new page needs is added to the line of that kind of page alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from tests.sites import PageFile

Row = Mapping[str, frozenset[str]]


def _rows(text: str) -> Row:
    """Lines `element: attributes`; a line without a colon names elements that have none."""
    rows: dict[str, frozenset[str]] = defaultdict(frozenset)
    for line in text.strip().splitlines():
        names, _, given = line.partition(":")
        for name in names.split():
            rows[name] |= frozenset(given.split())
    return rows


EVERYWHERE = _rows("""
    a: aria-current class data-kept href rel
    aside: class
    body: dir
    button: aria-controls aria-expanded class type
    details: class
    div: class data-md-component id tabindex
    fieldset: class
    footer: class
    form: action class data-search role
    header: class
    html: class lang
    input: aria-keyshortcuts autocomplete checked class data-md-toggle id name spellcheck type value
    label: class for
    legend: class
    link: href rel title type
    main: class data-md-component
    meta: charset content http-equiv name property
    nav: aria-label class id
    p: class data-made hidden id role
    script: src type
    section: class
    span: class
    svg: aria-hidden class
    template: id
    ul: class
    use: href
    h1 h2 head li strong summary title
""")
"""The frame of every page."""
MOVED = _rows("""
    a: href
    html: lang
    link: href rel
    meta: charset content http-equiv name
    body h1 head main p title
""")
"""A page that only leads to where a record is now."""
KINDS: Mapping[str, Row] = MappingProxyType({
    r"": _rows("""
    button: aria-pressed data-star
    div: data-changes
    input: aria-describedby
    li: class data-at
    p: data-left-out
    section: data-date
    span: data-star-word
    strong: class
    ul: aria-labelledby
    b h3 noscript s small
"""),
    r"(resources|activities|venues)/[^/]+/": _rows("""
    aside: aria-label
    button: aria-pressed data-copy data-copy-from data-hand-as data-print data-star
    div: data-fact data-one-date data-place data-text data-zone hidden
    dl: class data-fact
    h2: class
    li: class data-at data-called data-date data-key data-place
    ol: class
    p: data-fact data-note
    section: aria-label data-hand data-hours data-phone data-place data-role data-site-phone data-zone id
    select: class id
    span: data-copy-word data-star-word
    strong: class
    textarea: class id readonly rows
    b br dd dt em h3 s small wbr
"""),
    r"directory/": _rows("""
    button: data-close hidden id
    details: open
    dialog: aria-labelledby class id
    div: data-phone data-phone-href data-root hidden role
    h2: class id
    input: aria-describedby
    nav: aria-labelledby
    option: value
    select: autocomplete class id
    ul: aria-label aria-labelledby id
    b br noscript small
"""),
    r"directory/(?!.*print/).+/": _rows("""
    article: class
    button: aria-pressed data-star
    dd: class
    dl: class
    h2: class id
    nav: aria-labelledby
    span: data-star-word
    strong: class
    br dt h3
"""),
    r"calendar/(week/)?([0-9-]+/)?(list/)?": _rows("""
    button: data-print id
    caption: class
    div: data-changes data-first data-last data-list data-root data-view data-zone
    h1: data-date
    li: class data-at
    p: data-last
    section: data-date
    strong: class
    table: class
    td: class data-date
    th: scope
    ul: aria-label
    s tbody thead tr
"""),
    r"(calendar|directory|mix)/.*print/.*": _rows("""
    button: data-print
    div: aria-label role
    dl: class
    li: class
    section: id
    table: class
    td: class
    th: rowspan scope
    ul: aria-label
    b br dd dt s tbody thead tr
"""),
    r"mix/[^/]+/": _rows("""
    button: aria-pressed data-copy data-star
    figcaption: id
    figure: class
    li: class data-at
    path: d fill stroke
    section: data-date
    span: data-copy-word data-star-word
    strong: class
    svg: aria-labelledby role shape-rendering viewBox
    em h3 s
"""),
    r"mix/[^/]+/variety/": _rows("""
    dl: class
    h2: id
    dd dt h3
"""),
    r"subscribe/": _rows("""
    button: data-copy
    caption: id
    div: aria-labelledby role
    figcaption: id
    figure: class
    h2: id
    path: d fill stroke
    span: data-copy-word
    svg: aria-labelledby role shape-rendering viewBox
    table: class
    th: scope
    h3 tbody td thead tr
"""),
    r"(guide|access|for-groups)/([^/]+/)?": _rows("""
    div: aria-label role
    h1: id
    h2: id
    nav: aria-labelledby
    br ol small table tbody td th thead tr
"""),
    r"guide/sheets/[^/]+/": _rows("""
    button: data-print
    caption: id
    div: aria-labelledby hidden role
    form: autocomplete method
    input: data-help data-points data-set
    li: aria-current
    ol: aria-label class
    output: data-total
    span: aria-hidden
    table: class
    td: data-column
    textarea: aria-describedby aria-label class id rows
    th: scope
    br fp-worksheet tbody thead tr
"""),
    r"help/": _rows("""
    h2: id
    strong: class
    br h3 ol
"""),
    r"updates/": _rows("""
    strong: class
    br
"""),
    r"(about|data|match/how)/": _rows("""
    a: download
    caption: id
    div: aria-labelledby role
    h2: id
    table: class
    td: class
    th: scope
    ol tbody thead tr
"""),
    r"coverage/": _rows("""
    div: aria-labelledby role
    h2: id
    rect: height width
    svg: focusable preserveAspectRatio viewBox
    table: class
    td: class
    th: scope
    tbody thead tr
"""),
    r"match/": _rows("""
    a: target
    div: data-address data-currency data-email data-help data-hours data-note data-organisation data-paper data-phone
    div: data-place data-root data-zone
    noscript
"""),
    r"list/": _rows("""
    button: data-press
    div: data-part data-phone data-root hidden
    h1: data-part tabindex
    h2: id
    input: data-part readonly
    ol: class data-part
    p: data-part
    section: aria-labelledby data-part hidden
    span: data-part
    textarea: class id readonly rows
"""),
    r"suggest/": _rows("""
    a: data-edit data-mail data-repository hidden target
    button: data-add-part data-copy-from
    div: data-cost-of data-faults data-new-place data-only data-parts data-root data-said data-suggest
    div: data-understood hidden role
    fieldset: data-access data-many id
    form: autocomplete data-correct data-new hidden method novalidate
    h1: data-heading
    h2: id
    input: aria-describedby data-path data-required data-rule inputmode
    option: value
    p: data-failed data-long data-other data-unknown data-wait
    pre: aria-label class id role tabindex
    section: aria-labelledby data-made data-only hidden tabindex
    select: class data-cost data-path data-required data-venue id
    span: data-copy-word data-must
    textarea: aria-describedby class data-note data-path data-required data-rule id rows
    noscript
"""),
    r"cancel/": _rows("""
    a: data-to
    b: data-door
    button: data-copy-from
    div: data-email data-issue data-phone data-ready hidden
    h2: data-name
    input: aria-describedby maxlength placeholder
    p: data-door data-none data-state
    s: data-door
    section: aria-label id
    select: class id
    span: data-copy-word
"""),
})  # fmt: skip
"""What else may stand on the pages whose whole address the pattern fits."""


def standing(page: PageFile) -> set[tuple[str, str]]:
    """What stands on a page: pairs of element and attribute, each element also with an empty one."""
    return {(node.tag or "", name) for node in page.elements() for name in ("", *node.attributes)}


def allowed(page: PageFile) -> set[tuple[str, str]]:
    """What may stand on it."""
    fitting = (row for pattern, row in KINDS.items() if re.fullmatch(pattern, page.url))
    return _pairs(MOVED) if page.moved else _pairs(EVERYWHERE).union(*map(_pairs, fitting))


def unneeded(pages: Iterable[PageFile]) -> Iterator[str]:
    """The entries of the table that none of the pages needs."""
    seen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for page in pages:
        here = standing(page)
        seen["moved" if page.moved else "everywhere"] |= here
        for pattern in () if page.moved else KINDS:
            if re.fullmatch(pattern, page.url):
                seen[pattern] |= here
    for where, row in {"moved": MOVED, "everywhere": EVERYWHERE, **KINDS}.items():
        yield from (f"{where}: {name} on <{tag}>" for tag, name in sorted(_pairs(row) - seen[where]))


def _pairs(row: Row) -> set[tuple[str, str]]:
    return {(tag, name) for tag, given in row.items() for name in ("", *given)}
