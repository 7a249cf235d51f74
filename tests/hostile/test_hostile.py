"""Five hundred hostile texts become a site in which nothing runs or loads, and of which every file can be read."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.browser import opening
from tests.conftest import needs
from tests.hostile import naughty
from tests.hostile.check import checked
from tests.hostile.corpus import write
from tests.hostile.payloads import drawn, shown_contexts
from tests.projects import digests

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = 500
POLICY_EVERY = 10
"""All pages are opened without their policy; one of so many as it is, too. `make torture` opens all in both ways."""


@pytest.fixture(autouse=True)
def strings() -> None:
    needs(naughty.missing())


@pytest.mark.browser
def test_nothing_hostile_gets_out(tmp_path: Path) -> None:
    needs(opening.missing())
    result = checked(tmp_path, SEEDS, seed=1, policy_every=POLICY_EVERY)
    assert result.faults == ()
    assert result.seeds >= SEEDS
    assert result.opened > result.pages > SEEDS
    assert result.reach.contexts >= shown_contexts()


def test_the_same_number_gives_the_same_texts(tmp_path: Path) -> None:
    seeds = [write(tmp_path / name, 100, number) for name, number in (("a", 1), ("b", 1), ("c", 2))]
    assert seeds[0] == seeds[1] != seeds[2]
    assert digests(tmp_path / "a") == digests(tmp_path / "b") != digests(tmp_path / "c")


def test_ten_thousand_texts_have_thousands_of_payloads() -> None:
    chance = random.Random(1)  # noqa: S311
    assert len({drawn(chance) for _ in range(10_000)}) > 4000
