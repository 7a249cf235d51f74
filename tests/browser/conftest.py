"""A page open in the browser, for each test of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import WIDE, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    with browser.new_context(viewport=WIDE) as context:  # type: ignore[arg-type]
        yield Visit(context.new_page())
