"""Texts by chance are read without a fault; one that there is has its text kept, made small."""

from __future__ import annotations

import random
from itertools import islice
from typing import TYPE_CHECKING

from tests.fuzz.chance import faults, texts
from tests.fuzz.reading import Reader

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.fuzz.inputs import Seed

SOME = 400
"""Texts; `python -m tests.fuzz.chance` reads as many as are asked for."""


def test_texts_of_words_that_rules_know_are_read(tmp_path: Path) -> None:
    assert faults(SOME, 1, tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_fault_is_kept_with_a_small_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: Reader, seed: Seed) -> int:
        if b"million" in seed.data:
            raise ValueError
        return 1

    monkeypatch.setattr(Reader, "read", stumble)
    (name,) = faults(SOME, 1, tmp_path)
    assert name.startswith("ValueError-")
    assert (tmp_path / f"{name}.txt").read_bytes() == b"million"


def test_another_seed_makes_other_texts() -> None:
    first, again, other = (list(islice(texts(random.Random(seed)), 20)) for seed in (1, 1, 2))  # noqa: S311
    assert first == again
    assert not set(first) & set(other)
