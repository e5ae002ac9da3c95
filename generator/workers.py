"""Work over a list shared out among forked processes: items in, the bytes that each share gives out.

POSIX only, and only while the program has no thread: a thread's locks would stay locked in a child for ever.
"""

import ctypes
import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import FileIO
from itertools import chain
from typing import NoReturn, TypeVar

Item = TypeVar("Item")
Work = Callable[[Iterable[Item]], bytes]

_OFTEN = 64  # items between two looks whether the parent is still there
_TURNS = 4096  # at which two processes meet; as many bytes fit into the pipe of any system
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


class WorkerError(Exception):
    """A process that helped came to grief; the text holds its traceback or its signal."""


def may_share() -> bool:
    """Whether work can be shared out here and now."""
    return hasattr(os, "fork") and threading.active_count() == 1


def share_out(work: Work[Item], items: Sequence[Item], workers: int) -> tuple[bytes, ...]:
    """What `work` gives for each share in order; share n of w holds the items n, n + w, n + 2w, ..."""
    return _shared(work, [items[share::workers] for share in range(workers)])


def from_both_ends(work: Work[Item], items: Sequence[Item]) -> tuple[bytes, bytes]:
    """What `work` gives here for items from the front, and in a second process for those from the back, last one first.

    They meet where they meet: neither waits for the other, and what stands side by side in the list is mostly done by
    one of them. Together they do each item once.
    """
    size = -(-len(items) // _TURNS) or 1
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    turns, given = os.pipe()
    try:
        os.write(given, bytes(max(0, len(chunks) - 2)))  # one byte for each chunk that either may take
        os.close(given)
        front, back = _taken(chunks, turns), (reversed(chunk) for chunk in _taken(chunks[:0:-1], turns))
        first, second = _shared(work, [chain.from_iterable(front), chain.from_iterable(back)])
    finally:
        os.close(turns)
    return first, second


def _taken(chunks: Sequence[Sequence[Item]], turns: int) -> Iterator[Sequence[Item]]:
    """The first chunk, which is always this process's own, and others as long as there are turns."""
    for chunk, turn in zip(chunks, chain((b".",), iter(lambda: os.read(turns, 1), b"")), strict=False):
        del turn
        yield chunk


def _shared(work: Work[Item], shares: Sequence[Iterable[Item]]) -> tuple[bytes, ...]:
    """What `work` gives for each share: the first is done here, each other one in a process of its own."""
    children: list[tuple[int, FileIO]] = []
    gc.freeze()  # else a collection in a child copies every page of memory that it looks at
    try:
        for share in shares[1:]:
            children.append(_start(work, share, [pipe for _, pipe in children]))
        results = [work(shares[0])]
        while children:
            child, pipe = children[0]
            answer = pipe.readall()
            del children[0]
            results.append(_result(child, pipe, answer))
        return tuple(results)
    finally:
        gc.unfreeze()
        for child, pipe in children:  # only after an error: nobody wants what they do any more
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            pipe.close()


def _start(work: Work[Item], items: Iterable[Item], inherited: Iterable[FileIO]) -> tuple[int, FileIO]:
    """A child at work on its items, and the pipe on which the result comes."""
    reader, writer = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        os.close(reader)
        for pipe in inherited:
            pipe.close()
        _die_with_parent()
        _live(work, _while_alive(parent, items), writer)
    os.close(writer)
    return child, FileIO(reader)


def _live(work: Work[Item], items: Iterable[Item], writer: int) -> NoReturn:
    """The whole life of a child. It never returns: the rest of the program is the parent's."""
    code = 1
    try:
        try:
            answer = work(items)
            code = 0
        except BaseException:  # noqa: BLE001 - told to the parent, which raises it
            answer = traceback.format_exc().encode(errors="replace")
        with FileIO(writer, "w") as pipe:
            rest = memoryview(answer)
            while rest:
                rest = rest[pipe.write(rest) :]
    finally:
        os._exit(code)


def _die_with_parent() -> None:
    """Asks Linux to end this process with its parent, so that it neither writes nor holds a lock any longer."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _while_alive(parent: int, items: Iterable[Item]) -> Iterator[Item]:
    """The items, until the parent was killed, also before it could be asked to take the child with it."""
    for at, item in enumerate(items):
        if at % _OFTEN == 0 and os.getppid() != parent:
            os._exit(1)
        yield item


def _result(child: int, pipe: FileIO, answer: bytes) -> bytes:
    """The answer of a child that has ended well."""
    pipe.close()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code < 0:
        raise WorkerError(f"a process that helped was ended by signal {-code}")
    if code > 0:
        raise WorkerError(f"a process that helped failed:\n{answer.decode()}")
    return answer
