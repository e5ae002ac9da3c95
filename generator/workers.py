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
from contextlib import ExitStack, contextmanager
from io import FileIO
from itertools import chain
from select import select
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
    shares = [items[share::workers] for share in range(workers)]
    with ExitStack() as stack:
        helpers = [stack.enter_context(at_work(work, share)) for share in shares[1:]]
        return (work(shares[0]), *(helper.answer() for helper in helpers))


def from_both_ends(work: Work[Item], items: Sequence[Item], busy: "Helper | None" = None) -> tuple[bytes, bytes]:
    """What `work` gives here for items from the front, and in a second process for those from the back, last one first.

    They meet where they meet: neither waits for the other, and what stands side by side in the list is mostly done by
    one of them. Together they do each item once. While a process that was begun before is still `busy`, the second one
    waits for it, so that never more than two are at work.
    """
    size = -(-len(items) // _TURNS) or 1
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    turns, given = os.pipe()
    with ExitStack() as stack:
        stack.callback(os.close, turns)
        os.write(given, bytes(max(0, len(chunks) - 2)))  # one byte for each chunk that either may take
        os.close(given)
        second: list[Helper] = []

        def here() -> Iterator[Item]:
            for item in chain.from_iterable(_taken(chunks, turns)):
                if not second and (busy is None or busy.has_ended()):
                    back = chain.from_iterable(map(reversed, _taken(chunks[:0:-1], turns)))
                    second.append(stack.enter_context(at_work(work, back)))
                yield item
            if not second and len(chunks) > 1:
                yield from chunks[-1]

        return work(here()), second[0].answer() if second else work(())


def _taken(chunks: Sequence[Sequence[Item]], turns: int) -> Iterator[Sequence[Item]]:
    """The first chunk, which is always this process's own, and others as long as there are turns."""
    for chunk, turn in zip(chunks, chain((b".",), iter(lambda: os.read(turns, 1), b"")), strict=False):
        del turn
        yield chunk


class Helper:
    """A second process at work, and what it gives."""

    def __init__(self, process: int, pipe: FileIO) -> None:
        """The process, and the pipe on which its answer comes."""
        self._process = process
        self._pipe = pipe
        self._answer: bytes | None = None

    def has_ended(self) -> bool:
        """Whether its work is done, as far as can be told without waiting."""
        if self._answer is None and select([self._pipe], [], [], 0)[0]:
            self.answer()
        return self._answer is not None

    def answer(self) -> bytes:
        """What its work gave, once it is done."""
        if self._answer is None:
            self._answer = _result(self._process, self._pipe, self._pipe.readall())
        return self._answer

    def stop(self) -> None:
        """Ends the process, unless it has ended: nobody wants what it does any more."""
        if not self._pipe.closed:
            self._pipe.close()
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


@contextmanager
def at_work(work: Work[Item], items: Iterable[Item]) -> Iterator[Helper]:
    """A second process that works on the items at once; it does not outlive the block."""
    gc.freeze()  # else a collection in a child copies every page of memory that it looks at
    try:
        helper = _start(work, items)
    finally:
        gc.unfreeze()
    try:
        yield helper
    finally:
        helper.stop()


def _start(work: Work[Item], items: Iterable[Item]) -> Helper:
    """A child at work on its items."""
    reader, writer = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _die_with_parent()
        _live(work, _while_alive(parent, items), writer)
    os.close(writer)
    return Helper(child, FileIO(reader))


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
