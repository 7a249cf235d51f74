"""The site under test, built once for all tests of this folder, and the browser that opens it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.browser import opening
from tests.checks import node
from tests.checks.subject import Subject, built, project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SUB_PATH = "press/digest"


def needs(why: str) -> None:
    """Skip the test for want of that, if there is such; fail in CI."""
    if why and os.environ.get("CI") == "true":
        pytest.fail(f"{why}, and CI must not skip the checks of the site")
    if why:
        pytest.skip(why)


@pytest.fixture(scope="session")
def programs() -> None:
    needs(node.missing("html-validate", "axe-core"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Subject, str]]:
    """The site under test below a sub-path of a static server, and its address there."""
    texts = project(tmp_path_factory.mktemp("project"))
    top = tmp_path_factory.mktemp("www")
    with opening.served(top) as root:
        address = f"{root}/{SUB_PATH}"
        yield built(texts, top / SUB_PATH, address), address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    needs(opening.missing())
    with opening.chromium() as opened:
        yield opened
