"""Answers sentences with the quantities of quantulum3, as it comes: without its optional classifier."""

from __future__ import annotations

import warnings
from importlib.metadata import version
from typing import Any

from quantulum3 import parser

from tests.benchmarks.answering import serve


def answer(sentence: str) -> list[dict[str, Any]]:
    """Its quantities; a value with an uncertainty is how it gives a range."""
    return [
        {"value": [q.value - q.uncertainty, q.value + q.uncertainty] if q.uncertainty else q.value, "unit": q.unit.name}
        for q in parser.parse(sentence)
    ]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    serve(f"quantulum3 {version('quantulum3')}", answer)
