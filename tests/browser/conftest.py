"""The demo, built once and served on this machine."""

from collections.abc import Iterator

import pytest

from tests.browser.serving import served
from tests.sites import DEMO, US, Built, made


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(DEMO, tmp_path_factory.mktemp("browser"), "https://example.org/fingerpost/")


@pytest.fixture(scope="session")
def address(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is to be seen: below the folder that its own address names."""
    with served(demo, tmp_path_factory.mktemp("host")) as address:
        yield address


@pytest.fixture(scope="session")
def american(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the second site is to be seen: another language, another paper."""
    site = made(US, tmp_path_factory.mktemp("american"), "https://juniper.example.org/")
    with served(site, tmp_path_factory.mktemp("american-host")) as address:
        yield address
