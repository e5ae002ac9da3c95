"""YAML text in, plain values out: every scalar stays the text that somebody wrote.

`no`, `10:30`, `01632 960123` and `2026-12-01` get their meaning from the schema, never from YAML. libyaml's events are
read once, without building nodes; the place of a value is found by a second look (`places`), which only faulty files
need.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

import yaml

from generator.problems import shorten
from generator.records import brackets, notes
from generator.records.broken import NO_SPACE, Fault, quoted, space_missing
from generator.records.syntax import character_fault, hidden_fault, scalar_fault, syntax_fault

LARGEST = 256_000  # bytes; a record is a page of text
DEEPEST = 12  # levels of nesting; the deepest field of a record has six
LOADER = yaml.CSafeLoader

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Read: TypeAlias = tuple[dict[str, Value], tuple[Fault, ...]]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_ODD_BREAKS = "\x85\u2028\u2029"  # these end a line for libyaml, but for no editor
_NO_VALUE = "Write a value, or leave the line out."


def read(content: bytes, *, lenient: bool = False) -> Read:
    """The mapping that a file holds, and its faults; where nothing of it can be used, an empty one.

    An empty value comes as None. `lenient` lets tags, anchors and second documents pass, for files that belong to
    others (`mkdocs.yml`).
    """
    if len(content) > LARGEST:
        message = f"The file has more than {LARGEST // 1000} kB, too much for one record."
        return {}, (Fault(1, 1, "file-too-large", message, "Keep one record in each file."),)
    try:
        text = text_of(content)
    except UnicodeDecodeError as error:
        return {}, (_not_utf8(content, error),)
    odd = next((sign for sign in _ODD_BREAKS if sign in text), None)
    if odd:
        return {}, (hidden_fault(text[: text.index(odd)]),)
    try:
        return _Reader(text, lenient=lenient).read()
    except yaml.MarkedYAMLError as error:
        return {}, (syntax_fault(error, text),)
    except yaml.reader.ReaderError as error:
        return {}, (character_fault(error, text),)


def text_of(content: bytes, errors: str = "strict") -> str:
    """The text of a file, with the line endings of Windows and old Macs as ours."""
    text = content.decode("utf-8-sig", errors)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def events(text: str) -> Iterator[yaml.Event]:
    """The events of libyaml; it raises yaml.YAMLError where the text is no YAML."""
    loader = LOADER(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Fault:
    before = text_of(content[: error.start], "replace")
    return Fault(
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "not-utf-8",
        "This character is not written in UTF-8.",
        "Save the file again with the encoding UTF-8, and look at the letters with accents and the quotes.",
    )


class _Hopeless(Exception):  # noqa: N818 - no error of ours: it ends the reading of a text whose faults are known
    """Nothing more can be read."""


class _Reader:
    """Builds plain values from libyaml's events, collecting faults on the way."""

    def __init__(self, text: str, *, lenient: bool) -> None:
        self.text = text
        self.lenient = lenient
        self.faults: list[Fault] = []
        self.cut: tuple[int, str] | None = None
        """The mapping and key of the text that a comma cut last."""

    def read(self) -> Read:
        try:
            root = self._root()
        except _Hopeless:
            return {}, tuple(self.faults)
        if not self.lenient and notes.SIEVE.search(self.text):
            self.faults += notes.cut_off(self.text, events(self.text))
        if isinstance(root, dict) and root:
            return root, tuple(self.faults)
        if not root and not isinstance(root, list) and not self.faults:
            self.faults.append(Fault(1, 1, "empty-file", "The file is empty.", "Write a record, or delete the file."))
        return {}, tuple(self.faults)

    def _root(self) -> Value:  # noqa: C901, PLR0912, PLR0915 - one loop over events, as fast as Python lets it be
        root: Value = None
        documents = 0
        stack: list[dict[str, Value] | list[Value]] = []
        keys: list[str | None] = []  # for each open mapping the key that waits for its value; for a list None
        waiting = False  # the next node is a value for keys[-1]
        key_event: yaml.ScalarEvent | None = None
        new: Value
        for event in events(self.text):
            if type(event) is yaml.ScalarEvent:
                if event.anchor is not None or (event.tag is not None and event.tag != "!"):
                    self._odd(event)
                new = None if event.implicit[0] and event.value in _NULLS else event.value
                if stack and not waiting and keys[-1] is not None:
                    key = new or ""
                    if key in stack[-1]:
                        self._twice(event, key)
                    keys[-1] = key
                    key_event = event
                    waiting = True
                    continue
                if new is None and stack and not self.lenient:
                    if waiting and key_event and self._rest_of_text(key_event, stack[-1]):
                        waiting = False
                        continue
                    self._empty(key_event if waiting and key_event else event, keys[-1])
            elif type(event) is yaml.MappingStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._odd(event)
                new = {}
            elif type(event) is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._odd(event)
                new = []
            elif type(event) is yaml.MappingEndEvent or type(event) is yaml.SequenceEndEvent:
                closed = stack.pop()
                keys.pop()
                waiting = False
                if not closed and stack and type(event) is yaml.MappingEndEvent and not self.lenient:
                    self._empty_braces(event, stack[-1], keys[-1])
                continue
            elif type(event) is yaml.AliasEvent:
                self._odd(event)
                new = None
            elif type(event) is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._second(event)
                    return root
                continue
            else:
                continue
            if not stack:
                if not isinstance(new, dict):
                    self._no_record(event, new)
                root = new
            elif keys[-1] is None:
                stack[-1].append(new)  # type: ignore[union-attr]  # a None in `keys` says that it is a list
            elif waiting:
                stack[-1][keys[-1]] = new  # type: ignore[call-overload]  # a text in `keys` says that it is a mapping
                waiting = False
            else:
                self._hopeless(event, "odd-key", "A key must be a plain word.", "Begin the line with `key: `.")
            if new is not None and not isinstance(new, str):
                if len(stack) >= DEEPEST:
                    self._hopeless(
                        event,
                        "nested-too-deep",
                        f"This stands more than {DEEPEST} levels deep.",
                        "Records are never so deep: look at how far the lines are moved in.",
                    )
                stack.append(new)
                keys.append("" if isinstance(new, dict) else None)
                waiting = False
        return root

    def _twice(self, event: yaml.Event, key: str) -> None:
        self._fault(event, "duplicate-key", f"“{shorten(key)}” stands here a second time.", "Keep one of the two.")

    def _rest_of_text(self, event: yaml.ScalarEvent, around: dict[str, Value] | list[Value]) -> bool:
        """Whether a key between braces is none, but the rest of a text that a comma has cut; the text is made whole."""
        start, end = event.start_mark, event.end_mark
        behind = self.text.split("\n")[end.line][end.column :] if start and end else ""
        if not (start and end and isinstance(around, dict) and brackets.is_rest(behind)):
            return False
        spaceless = NO_SPACE.match(event.value)
        key = next(reversed(around), None)
        before = around.get(key) if key else None
        if spaceless:
            place = start.line + 1, start.column + spaceless.end()
            self.faults.append(Fault(*place, "syntax", *space_missing(spaceless[1])))
            around[spaceless[1]] = event.value[spaceless.end() :]
        elif key and isinstance(before, str):
            found = brackets.comma(start.line, start.column, key, f"{before}, {event.value}", event.value)
            if self.cut == (id(around), key):  # the second comma of one text
                found = replace(self.faults.pop(), hint=found.hint)
            self.faults.append(found)
            self.cut = id(around), key
            around[key] = f"{before}, {event.value}"
        else:
            return not around and brackets.is_list(behind)
        return True

    def _empty(self, event: yaml.Event, key: str | None) -> None:
        mark = event.end_mark
        line = self.text.split("\n")[mark.line] if mark else ""
        note = notes.behind(line, mark.column + 1) if mark else None
        if mark and note is not None:
            self.faults.append(notes.fault(mark.line, note, line[note:], quoted(line[note:])))
            return
        message = f"“{shorten(key)}” has no value." if key else "There is no value here."
        self._fault(event, "empty-value", message, _NO_VALUE)

    def _empty_braces(self, event: yaml.Event, around: dict[str, Value] | list[Value], key: str | None) -> None:
        """Nothing between braces counts as no value; the event is that of the closing one."""
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        text = self.text.split("\n")[line]
        opened = max(text.rfind("{", 0, column), 0)
        message, hint = f"There is nothing in “{shorten(key or '')}”.", _NO_VALUE
        if text[opened + 1 : column].strip(" }"):
            message, hint = "Braces hold `field: value`, and these hold a list.", "Put the list between [ and ]."
        elif not key:
            message = "There is nothing between these braces."
        self.faults.append(Fault(line + 1, opened + 1, "empty-value", message, hint))
        if isinstance(around, list):
            around[-1] = None
        else:
            around[key or ""] = None

    def _no_record(self, event: yaml.Event, found: Value) -> None:
        if found is None:
            return
        mark = event.start_mark
        fault = scalar_fault(self.text, mark.line if mark else 0)
        if fault and isinstance(found, str):
            self.faults.append(fault)
            raise _Hopeless
        hint = "Begin with `site_name: …`." if self.lenient else "Begin with `name: …`."
        if isinstance(event, yaml.SequenceStartEvent) and event.flow_style:
            for _ in events(self.text):  # a bracket that nothing closes is the true cause
                pass
        elif isinstance(found, list) and not self.lenient:
            hint = "Take the “- ” away from the first line."
        self._hopeless(event, "not-a-record", "The file does not hold lines of the form `key: value`.", hint)

    def _second(self, event: yaml.Event) -> None:
        if not self.lenient:
            hint = "Put it into a file of its own, and delete the line `---`."
            self._hopeless(event, "second-document", "A second record begins here.", hint)

    def _odd(self, event: yaml.Event) -> None:
        if self.lenient:
            return
        hint = "Put quotes around the value, if it should begin so; else write it out."
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "anchor", "A value cannot begin with “*”.", hint)
        elif getattr(event, "anchor", None) is not None:
            self._fault(event, "anchor", "A value cannot begin with “&”.", hint)
        else:
            self._fault(event, "tag", "A value cannot begin with “!”.", hint)

    def _hopeless(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        self._fault(event, rule, message, hint)
        raise _Hopeless

    def _fault(self, event: yaml.Event, rule: str, message: str, hint: str) -> None:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.faults.append(Fault(line, column, rule, message, hint))
