"""The demo and the second site, served on this machine."""

from collections.abc import Iterator

import pytest

from tests.browser.serving import served
from tests.sites import Built


@pytest.fixture(scope="session")
def address(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is to be seen: below the folder that its own address names."""
    with served(demo, tmp_path_factory.mktemp("host")) as address:
        yield address


@pytest.fixture(scope="session")
def american(us: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the second site is to be seen: another language, another paper."""
    with served(us, tmp_path_factory.mktemp("american-host")) as address:
        yield address
