"""How long each stage of a build took and how much memory had been needed by then: a slow build explains itself."""

import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

_UNIT = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage that is over; memory is the peak of any one process so far, in megabytes."""

    name: str
    seconds: float
    peak_mb: int


@dataclass(slots=True)
class Stages:
    """The stages of a build so far; `tell` hears of each as it begins. Time within another stage counts once."""

    tell: Callable[[str], None] = lambda _name: None
    done: list[Stage] = field(default_factory=list)
    _within: list[float] = field(default_factory=lambda: [0.0])

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what happens within."""
        self.tell(name)
        self._within.append(0.0)
        begin = perf_counter()
        yield
        whole = perf_counter() - begin
        own = whole - self._within.pop()
        self._within[-1] += whole
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        self.done.append(Stage(name, own, peak * _UNIT // 1_000_000))

    def table(self) -> str:
        """A line per stage."""
        rows = [f"{stage.name:<22}{stage.seconds:8.2f} s {stage.peak_mb:6} MB" for stage in self.done]
        return "\n".join([*rows, f"{'all':<22}{sum(stage.seconds for stage in self.done):8.2f} s"])
