"""The site under test, and the programs that check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks import node
from tests.conftest import needs

if TYPE_CHECKING:
    from tests.checks.subject import Subject


@pytest.fixture(scope="session")
def programs() -> None:
    needs(node.missing("html-validate", "axe-core"))


@pytest.fixture
def site(demonstration: tuple[Subject, str]) -> tuple[Subject, str]:
    """The site under test, and its address."""
    return demonstration
