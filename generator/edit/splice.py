"""A record's bytes and edits in, its bytes after them out: every byte that an edit does not mean stays as it is.

Each edit is made in the text and on the plain values; the text is then read again, and unless it says exactly what the
plain values say, the edit is refused. So a file that is written strangely is never spoilt, at worst not edited.
"""

from collections.abc import Callable, Iterable, Sequence

from generator.edit.edits import Edit, Insert, Path, Remove, Set, edited, steps_of, value_at
from generator.edit.tree import Node, Tree, decoded
from generator.edit.writing import as_literal, entry, in_flow, pair, scalar
from generator.records.yamltext import Value, read

Order = Callable[[Path], Sequence[str]]
"""The order in which the fields of a part are usually written."""


class Unfit(Exception):  # noqa: N818 - no error of ours: it says that a text is written too strangely to be edited
    """An edit cannot be made in this text without touching more than it means."""


def spliced(content: bytes, edits: Iterable[Edit], order: Order = lambda _path: ()) -> bytes:
    """The content of a file after edits; it raises Unfit where they cannot be made."""
    values, faults = read(content)
    if faults:
        raise Unfit("the file cannot be read as it is")
    mark, text = decoded(content)
    plain: Value = values
    for step in steps_of(edits, plain):
        try:
            plain = edited(plain, step)
            text = _made(Tree(text), step, order)
        except (KeyError, IndexError):
            raise Unfit(f"there is no {_said(step.path)} in the file") from None
        again, faults = read((mark + text).encode())
        if faults or again != plain:
            raise Unfit(f"{_said(step.path)} is written in a way that we cannot edit safely")
    return (mark + text).encode()


def _said(path: Path) -> str:
    return "`" + ".".join(str(step) for step in path) + "`"


def _made(tree: Tree, edit: Edit, order: Order) -> str:
    match edit:
        case Set(path, value):
            node = tree.at(path)
            return _replaced(tree, path, node, value) if node else _field(tree, path, value, order)
        case Insert(path, index, value, block):
            node = tree.at(path)
            if node is None:
                return _field(tree, path, [value], order, block=block, spread=True)
            if not node.entries and not node.flow:
                return _put(tree, node.start, node.end, f"[{tree.text[node.start : node.end]}, {in_flow(value)}]")
            return _entry(tree, node, index, value, block=block)
        case Remove(path):
            return _removed(tree, path)


def _put(tree: Tree, start: int, end: int, new: str) -> str:
    return tree.text[:start] + new + tree.text[end:]


def _replaced(tree: Tree, path: Path, node: Node, value: Value) -> str:
    flow = any(around.flow for size in range(len(path)) if (around := tree.at(path[:size])))
    if isinstance(value, str):
        if (not flow and "\n" in value) or node.literal:
            return _literal(tree, path, node, value)
        new = scalar(value, flow=flow, style=node.style)
    else:
        new = in_flow(value)
    start = node.start
    if (node.keys or node.entries) and not node.flow:  # what stood on lines of its own goes up to its key
        head = tree.text[:start].rstrip()
        return head + " " + new + tree.text[node.end :]
    return _put(tree, start, node.end, new)


def _literal(tree: Tree, path: Path, node: Node, value: str) -> str:
    """A text on lines of its own, in the place of one that was so already, or of a short one."""
    made = as_literal(value) or (as_literal(value + "\n") if node.literal and "\n" not in value else None)
    if made is None:
        return _put(tree, node.start, node.end, scalar(value, flow=False, style='"'))
    mark, lines = made if as_literal(value) else ("|-", made[1])
    indent = " " * (_column(tree, path) + 2)
    body = tree.newline.join((indent + line) if line else "" for line in lines)
    end = node.end
    if node.literal:  # a note behind the mark stays
        head = tree.text[node.start : tree.line_end(node.start)]
        after = head[len(head.split()[0]) :]
    else:  # a note behind the value gets behind the mark
        end = tree.line_end(node.end)
        after = tree.text[node.end : end].rstrip()
    return _put(tree, node.start, end, mark + after + tree.newline + body)


def _column(tree: Tree, path: Path) -> int:
    """The column of the key or entry that a path leads to."""
    around = tree.at(path[:-1])
    if around is None:
        raise KeyError(path)
    step = path[-1]
    return tree.column(around.keys[step][0] if isinstance(step, str) else around.start)


def _field(tree: Tree, path: Path, value: Value, order: Order, *, block: bool = False, spread: bool = False) -> str:
    """A field that was not there, in the deepest part around it that is."""
    size = next(size for size in range(len(path) - 1, -1, -1) if tree.at(path[:size]))
    for step in reversed(path[size + 1 :]):
        if isinstance(step, int):
            raise KeyError(step)
        value = {step: value}
    part, key = tree.at(path[:size]), path[size]
    if part is None or not isinstance(key, str):
        raise KeyError(key)
    if not part.keys:  # a value in short, such as `places: full`, or nothing between braces
        raise KeyError(key)
    before = _neighbour(tuple(part.keys), key, order(path[:size]))
    position = part.keys[before][1].end
    if part.flow:
        return _put(tree, position, position, f", {scalar(key, flow=True)}: {in_flow(value)}")
    indent = tree.column(next(iter(part.keys.values()))[0])
    lines = pair(key, value, indent, block=block, spread=spread)
    end = tree.line_end(position)
    return _put(tree, end, end, "".join(tree.newline + line for line in (" " * indent + lines[0], *lines[1:])))


def _neighbour(there: Sequence[str], key: str, order: Sequence[str]) -> str:
    """The field after which a new one is written: of those that are there, the one that usually comes just before."""
    place = {name: number for number, name in enumerate(order)}
    earlier = [name for name in there if name in place and place[name] < place.get(key, -1)]
    return max(earlier, key=place.__getitem__, default=there[-1])


def _entry(tree: Tree, node: Node, index: int, value: Value, *, block: bool) -> str:
    """An entry of a list that is there."""
    if node.flow:
        if not node.entries:
            return _put(tree, node.start + 1, node.start + 1, in_flow(value))
        if index == 0:
            return _put(tree, node.entries[0].start, node.entries[0].start, f"{in_flow(value)}, ")
        position = node.entries[index - 1].end
        return _put(tree, position, position, f", {in_flow(value)}")
    beside = node.entries[max(index - 1, 0)]
    indent = tree.column(node.start)
    lines = entry(value, indent, block=bool(beside.keys) and not beside.flow if beside.keys else block)
    made = [" " * indent + lines[0], *lines[1:]]
    if index == 0:
        if tree.text[tree.line_start(node.start) : node.start].strip():
            raise KeyError(index)
        start = tree.line_start(node.start)
        return _put(tree, start, start, "".join(line + tree.newline for line in made))
    end = tree.line_end(node.entries[index - 1].end)
    return _put(tree, end, end, "".join(tree.newline + line for line in made))


def _removed(tree: Tree, path: Path) -> str:
    around = tree.at(path[:-1])
    if around is None or not path:
        raise KeyError(path)
    step = path[-1]
    spans = (
        {key: (start, one.end) for key, (start, one) in around.keys.items()}
        if isinstance(step, str)
        else {number: (one.start, one.end) for number, one in enumerate(around.entries)}
    )
    number = list(spans).index(step)
    starts, ends = zip(*spans.values(), strict=True)
    if len(starts) == 1 and path[:-1]:
        return _removed(tree, path[:-1])
    if around.flow:
        if number + 1 < len(starts):
            return _put(tree, starts[number], starts[number + 1], "")
        return _put(tree, ends[number - 1], ends[number], "")
    start, end = starts[number], ends[number]
    before = tree.text[tree.line_start(start) : start]
    if before.strip() and isinstance(step, str):  # the first field of an entry: the next one moves up
        return _put(tree, start, starts[number + 1], "")
    first, last = tree.line_start(start), tree.next_line(end)
    if last == len(tree.text) and not tree.text.endswith(("\n", "\r")) and first:  # the file ends without a line ending
        body = tree.text[:first]
        return body.removesuffix("\n").removesuffix("\r")
    return _put(tree, first, last, "")


def value_in(content: bytes, path: Path) -> Value:
    """What stands at a path of a file that can be read."""
    return value_at(read(content)[0], path)
