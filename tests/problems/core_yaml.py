"""YAML as the editors of records read it: the core schema of YAML 1.2.2, section 10.3.2."""

import re
from typing import Any

import yaml


class _CoreLoader(yaml.SafeLoader):
    """Knows null, true, false, whole numbers and numbers; all else is text."""


_CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})\\Z"), _first)


def _whole(_: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    """A whole number; a nought at its front does not make it octal, as it did in YAML 1.1."""
    return int(node.value, 0) if node.value.startswith(("0o", "0x")) else int(node.value)


_CoreLoader.add_constructor("tag:yaml.org,2002:int", _whole)


def load(text: str) -> Any:
    """The document as a YAML 1.2 parser sees it."""
    return yaml.load(text, Loader=_CoreLoader)  # noqa: S506 - a safe loader with fewer types
