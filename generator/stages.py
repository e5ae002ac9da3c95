"""How long each stage of a build took and how much memory the process had needed by then; a slow build explains itself."""

import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

_UNIT = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage that is over; memory is the peak of the whole process, in megabytes."""

    name: str
    seconds: float
    peak_mb: int


@dataclass(slots=True)
class Stages:
    """The stages of a build so far; `tell` hears of each as it begins."""

    tell: Callable[[str], None] = lambda _name: None
    done: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what happens within."""
        self.tell(name)
        begin = perf_counter()
        yield
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT // 1_000_000
        self.done.append(Stage(name, perf_counter() - begin, peak))

    def table(self) -> str:
        """A line per stage."""
        rows = [f"{stage.name:<28} {stage.seconds:8.2f} s {stage.peak_mb:6} MB" for stage in self.done]
        total = sum(stage.seconds for stage in self.done)
        return "\n".join([*rows, f"{'all':<28} {total:8.2f} s"])
