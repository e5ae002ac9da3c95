"""Work shared out among processes: each item once, in an order that can be told, however fast either process is."""

import mmap
import os
import time
from collections.abc import Iterable

import pytest

from generator.workers import Helper, at_work, from_both_ends, share_out

PATIENCE = 120  # seconds after which a test gives up: only against waiting for ever


def listed(items: Iterable[int]) -> bytes:
    return b"".join(b"%d " % item for item in items)


def numbers(answer: bytes) -> list[int]:
    return [int(number) for number in answer.split()]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 17, 4096, 4097, 9000])
def test_two_processes_do_each_item_once_and_meet(count: int) -> None:
    front, back = from_both_ends(listed, range(count))

    assert [*numbers(front), *reversed(numbers(back))] == list(range(count))


@pytest.mark.parametrize("count", [2, 3, 9000])
def test_either_process_has_something_to_do(count: int) -> None:
    front, back = from_both_ends(listed, range(count))

    assert numbers(front)[0] == 0
    assert numbers(back)[0] == count - 1


def test_the_quicker_process_does_more() -> None:
    """However the machine deals out its time: here nobody goes on before the other process has done more than half."""
    parent, done = os.getpid(), mmap.mmap(-1, 1)
    end = time.monotonic() + PATIENCE

    def slow_here(items: Iterable[int]) -> bytes:
        taken = []
        for item in items:
            taken.append(item)
            if os.getpid() != parent:
                done[0] += 1
            while os.getpid() == parent and done[0] <= 50:
                assert time.monotonic() < end, "the other process does nothing"
                time.sleep(0.001)
        return listed(taken)

    front, back = from_both_ends(slow_here, range(100))

    assert len(numbers(front)) < 50 < len(numbers(back))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_shares_come_in_their_order(workers: int) -> None:
    shares = share_out(listed, range(10), workers)

    assert [numbers(share) for share in shares] == [list(range(at, 10, workers)) for at in range(workers)]


def test_a_second_process_is_at_work_at_once() -> None:
    with at_work(lambda items: b"%d %d" % (sum(items), os.getpid()), range(5)) as helper:
        total, process = numbers(helper.answer())

        assert total == 10
        assert process != os.getpid()
        assert helper.has_ended()
        assert helper.answer() == b"%d %d" % (total, process)


@pytest.mark.usefixtures("leaves_no_child")
def test_a_second_process_does_not_outlive_the_block() -> None:
    def idle(_: Iterable[int]) -> bytes:
        time.sleep(600)
        return b""

    start = time.monotonic()
    with at_work(idle, ()) as helper:
        assert not helper.has_ended()
    assert time.monotonic() - start < PATIENCE


class Busy(Helper):
    """A process that has ended once it was asked so often."""

    def __init__(self, asked: int) -> None:
        self.left = asked

    def has_ended(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("count", [0, 1, 2, 3, 200])
@pytest.mark.parametrize("asked", [0, 1, 150, 1000])
def test_the_second_process_waits_for_one_that_is_busy(count: int, asked: int) -> None:
    front, back = from_both_ends(listed, range(count), Busy(asked))

    assert [*numbers(front), *reversed(numbers(back))] == list(range(count))
    assert len(numbers(front)) >= min(count, asked)
    if asked > count:
        assert back == b""
