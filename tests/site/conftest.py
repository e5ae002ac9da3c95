"""The demo and the second site, for tests that hold of both."""

import pytest

from tests.sites import Built


@pytest.fixture(scope="session", params=["demo", "us"])
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found
