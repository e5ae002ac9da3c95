"""The demo, built once and served on this machine."""

from collections.abc import Iterator

import pytest

from tests.browser.serving import served
from tests.sites import DEMO, Built, made


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(DEMO, tmp_path_factory.mktemp("browser"), "https://example.org/fingerpost/")


@pytest.fixture(scope="session")
def address(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is to be seen: below the folder that its own address names."""
    with served(demo, tmp_path_factory.mktemp("host")) as address:
        yield address
