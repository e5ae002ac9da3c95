"""Leaves out the tests that this machine cannot run, and says what brings them.

Where all tests are asked for (FINGERPOST_ALL_TESTS=1), a test left out is a failure.
"""

import os
from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.capabilities import chromium, lacking
from tests.order import longest_first
from tests.sites import DEMO, US, Built, made_once
from tests.slow import patient

ALL_TESTS = os.environ.get("FINGERPOST_ALL_TESTS") == "1"

# The same examples in each run, however slow the machine. `--hypothesis-profile=default` looks for others.
settings.register_profile(
    "steady", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*names): what the test needs, by its name in capabilities.py")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process, since Playwright can be started only once; it reaches no other host."""
    offline = (
        *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"),
        *("--disable-component-update", "--disable-sync"),
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/London")  # the zone of the demo: whose clocks this machine tells does not matter
        playwright = sync_playwright().start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=offline)
    yield patient(browser)
    browser.close()
    playwright.stop()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demo, for tests that only read it."""
    return made_once(DEMO, tmp_path_factory, "demo", "https://example.org/fingerpost/")


@pytest.fixture(scope="session")
def us(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The second site, of another language, for tests that only read it."""
    return made_once(US, tmp_path_factory, "us", "https://juniper.example.org/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: longest_first(item.path))


def pytest_runtest_setup(item: pytest.Item) -> None:
    reasons = [lacking(name) for mark in item.iter_markers("needs") for name in mark.args]
    for reason in filter(None, reasons):
        pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if ALL_TESTS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Left out, though all tests are asked for: {_reason(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if ALL_TESTS and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Left out, though all tests are asked for: {_reason(report)}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", ()))
    if not reasons:
        return
    terminalreporter.section("left out")
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"{count} test{'' if count == 1 else 's'}: {reason}")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    place = report.longrepr
    return str(place[2] if isinstance(place, tuple | list) else place).removeprefix("Skipped: ")


@pytest.fixture
def leaves_no_child(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each process that the test forks has ended when the test has.

    What else this process began, such as a browser for the tests of another file, is no business of the test's.
    """
    fork, children = os.fork, list[int]()

    def counted() -> int:
        child = fork()
        children.append(child)
        return child

    monkeypatch.setattr(os, "fork", counted)
    yield
    assert children
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


@pytest.fixture
def quiet_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the settings of whoever tests nor a hook's repository have a say."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ada@example.org")
