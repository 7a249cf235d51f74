"""How all tests run, and what is made once for all of them: the demonstration site, and the browser.

A property may take as long as a busy machine needs, since no test tells the time.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import opening
from tests.checks.subject import Subject, built, project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.hookimpl(tryfirst=True)  # before the names of groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run side by side, those that share what takes long to make stay together."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "demonstration" in fixtures:
            part = "in the browser" if "browser" in fixtures else "its files"
            item.add_marker(pytest.mark.xdist_group(f"demonstration, {part}"))
        elif "demo" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("texts of the demonstration"))


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
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Subject, str]]:
    """The demonstration site below a sub-path of a static server, and its address there."""
    texts = project(tmp_path_factory.mktemp("project"))
    top = tmp_path_factory.mktemp("www")
    with opening.served(top) as root:
        address = f"{root}/{opening.SUB_PATH}"
        yield built(texts, top / opening.SUB_PATH, address), address
