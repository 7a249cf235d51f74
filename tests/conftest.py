"""How all tests run, and what is made once for all of them: the demonstration site, and the browser.

A property may take as long as a busy machine needs, since no test tells the time.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import opening
from tests.demonstration import Demonstration, demonstration_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.checks.subject import Subject

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


MANY = 80
"""Tests of a file from which they stay with one worker: handing out each would take longer than most of them do."""


def pytest_configure() -> None:
    """Hear the interrupt key, to which a shell makes deaf what it starts in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of a large file together, where there are several workers."""
    counts = Counter(item.path for item in items)
    for item in items if config.pluginmanager.hasplugin("xdist") else ():
        if counts[item.path] >= MANY and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.name))


def needs(why: str) -> None:
    """Skip the test for want of that, if there is such; fail in CI."""
    if why and os.environ.get("CI") == "true":
        pytest.fail(f"{why}, and CI must not skip what needs it")
    if why:
        pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    needs(opening.missing())
    with opening.chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """The demonstration, made once by whichever worker asks first."""
    place = tmp_path_factory.getbasetemp()
    return demonstration_in((place.parent if "PYTEST_XDIST_WORKER" in os.environ else place) / "demonstration")


@pytest.fixture(scope="session")
def demonstration(demo: Demonstration) -> Iterator[tuple[Subject, str]]:
    """The site of the demonstration below a sub-path of a static server, and its address there."""
    with opening.served(demo.top) as root:
        yield demo.subject, f"{root}/{opening.SUB_PATH}"
