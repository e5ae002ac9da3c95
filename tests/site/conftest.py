"""The demo and the second site, each built once for all tests that only read them."""

import pytest

from tests.sites import DEMO, US, Built, made


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(DEMO, tmp_path_factory.mktemp("demo"), "https://example.org/fingerpost/")


@pytest.fixture(scope="session")
def us(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(US, tmp_path_factory.mktemp("us"), "https://juniper.example.org/")


@pytest.fixture(scope="session", params=["demo", "us"])
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found
