"""The Python that Jinja makes of our templates, without what only other templates need.

Ours are given objects with attributes, call macros and nothing that asks for its context, and always escape. So an
attribute is an attribute, a call is a call, and text without a sign to escape is written as it is: a fifth of the time
of a page.
"""

import re
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]")
_SHORT = 200  # characters; escaping a longer text takes less time than looking through it first
_ASK_FOR_CONTEXT = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})


def text(value: object) -> str:
    """A value as it may stand in HTML: escaped, unless it says itself that it is HTML."""
    if isinstance(value, Markup):
        return value
    if type(value) is str and len(value) < _SHORT and not _SPECIAL.search(value):
        return value
    return escape(value)


class PlainCode(CodeGenerator):
    """Makes plainer code for attributes, calls and output than Jinja does."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """An attribute, which is there or else a bug."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's
        """A call of a macro or function; those that ask for the context of the template get it from Jinja."""
        asks = not isinstance(node.node, nodes.Name) or node.node.name in _ASK_FOR_CONTEXT
        if asks or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(*()")  # the arguments that follow begin with a comma each
        self.signature(node, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.text(")
