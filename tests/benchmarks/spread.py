"""Several measurements of one thing come in; their least, middle and most go out as words."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PASSES = 5
"""How often each thing is measured."""


def spread(values: Sequence[float], form: str = ",.0f") -> str:
    """Such as `min 1,480  median 1,510  max 1,560`."""
    return f"min {min(values):{form}}  median {median(values):{form}}  max {max(values):{form}}"
