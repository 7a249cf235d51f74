"""Whether all facts of a thousand texts are read as they were when somebody last looked: see `tests/readings.py`."""

from __future__ import annotations

import json

import pytest

from tests.readings import PRINTS, prints, sources

KNOWN = json.loads(PRINTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", sources())
def test_the_facts_are_those_last_looked_at(source: str) -> None:
    """Where a rule was to change them: look by `python -m tests.readings --against HEAD`, then write them anew."""
    found = prints(source)
    assert {name: one for name, one in found.items() if KNOWN[source].get(name) != one} == {}
    assert found.keys() == KNOWN[source].keys()
