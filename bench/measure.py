"""Seconds and memory of a command and all it starts, as Linux counts them."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.1  # seconds between looks at the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of a command took."""

    seconds: float
    peak_mb: float  # all processes together; what they share is counted for each
    processor_seconds: float


class MeasuredError(Exception):
    """A command that was to be measured has failed."""


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Runs the command in the folder and says what it took."""
    started = time.perf_counter()
    with (
        (folder / ".bench.log").open("wb") as log,
        subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | (environment or {}),
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
        ) as process,
    ):
        peak = 0.0
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            peak = max(peak, sum(map(_resident_mb, _family(process.pid))))
            time.sleep(LOOK_EVERY if time.perf_counter() - started > 1 else LOOK_EVERY / 10)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = (folder / ".bench.log").read_text(encoding="utf-8", errors="replace")
        raise MeasuredError(f"{' '.join(command)} ended with {process.returncode}:\n{said[-3000:]}")
    return Run(
        seconds=seconds,
        peak_mb=max(peak, usage.ru_maxrss / 1024),
        processor_seconds=usage.ru_utime + usage.ru_stime,
    )


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:  # it has just ended
        return
    for child in children:
        yield from _family(int(child))


def _resident_mb(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2
