"""The matcher's JavaScript, run from Python: the same files that the browser loads.

The embedded engine has no loader for modules, so they are joined here: each becomes a function of its own, in the
order in which they ask for each other.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "assets" / "js" / "match"
ENTRY = "match.mjs"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z]+\.mjs)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (const|function) (\w+)", re.MULTILINE)
_STACK = 4_000_000  # bytes; half of what a thread has, for sorting and reading large JSON


def sources() -> dict[str, str]:
    """The modules of the matcher, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.mjs"))}


def joined(modules: Mapping[str, str]) -> str:
    """One script of all modules; it leaves their exports in `modules`, by name."""
    parts = ["const modules = {};"]
    for name in _in_order(modules):
        text = modules[name]
        exports = ", ".join(found[1] for found in _EXPORT.findall(text))
        body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(r'const {\1} = modules["\2"];', text))
        if re.search(r"^(?:import|export)\b", body, re.MULTILINE):
            raise ValueError(f"{name} imports or exports in a way that is not joined here")
        parts.append(f'modules["{name}"] = (() => {{\n"use strict";\n{body}\nreturn {{ {exports} }};\n}})();')
    return "\n".join(parts)


def _in_order(modules: Mapping[str, str]) -> Iterator[str]:
    """The names of the modules, each after those that it asks for."""
    done: dict[str, bool] = {}

    def visit(name: str) -> Iterator[str]:
        if name in done:
            if not done[name]:
                raise ValueError(f"{name} asks for itself in a circle")
            return
        done[name] = False
        for _, other in _IMPORT.findall(modules[name]):
            yield from visit(other)
        done[name] = True
        yield name

    for name in sorted(modules):
        yield from visit(name)


class Matcher:
    """An engine with the matcher in it. A catalogue is handed over once and matched against often."""

    def __init__(self, modules: Mapping[str, str] | None = None) -> None:
        """Takes the shipped modules, or others for a test."""
        import quickjs  # noqa: PLC0415 - it starts a thread, and a program with a thread cannot share out its work

        self._context = quickjs.Context()
        self._context.set_max_stack_size(_STACK)
        self._context.eval(joined(modules if modules is not None else sources()))
        self._context.eval(
            "let catalogue, rules;"
            "const take = (text) => { ({ catalogue, rules } = JSON.parse(text)); };"
            "const run = (text) => { const { profile, today, answers, lane } = JSON.parse(text);"
            f' const lanes = modules["{ENTRY}"].match(profile, catalogue, rules, today, answers);'
            " return JSON.stringify(lane ? lanes[lane] : lanes); };"
        )

    def take(self, catalogue: Mapping[str, Any], rules: Mapping[str, Any]) -> "Matcher":
        """Hands over a catalogue and its rules."""
        self._context.eval("take")(_json({"catalogue": catalogue, "rules": rules}))
        return self

    def match_text(
        self, profile: Mapping[str, Any], today: str, answers: Mapping[str, Mapping[str, str]] | None = None
    ) -> str:
        """The lanes for a profile, as the engine's own JSON."""
        text: str = self._context.eval("run")(_json({"profile": profile, "today": today, "answers": answers or {}}))
        return text

    def match(
        self, profile: Mapping[str, Any], today: str, answers: Mapping[str, Mapping[str, str]] | None = None
    ) -> dict[str, Any]:
        """The lanes for a profile."""
        lanes: dict[str, Any] = json.loads(self.match_text(profile, today, answers))
        return lanes

    def lane(self, lane: str, profile: Mapping[str, Any], today: str) -> Any:
        """One lane alone: of ten thousand records the reasons for leaving most out take longest to read."""
        return json.loads(self._context.eval("run")(_json({"profile": profile, "today": today, "lane": lane})))


@cache
def matcher() -> Matcher:
    """The shipped matcher, made once."""
    return Matcher()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
