"""Quantities that systems found and those that are there come in; how well they agree goes out, as F1 of 100."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from tests.benchmarks.sentences import Sentence

Found = dict[str, Any]
"""A quantity as a system gives it: `value` or `low` and `high`, and `unit`."""
SAME = {
    "percentage": "percent",
    "dollar": "USD",
    "euro": "EUR",
    "japanese yen": "JPY",
    "yen": "JPY",
    "kilometer": "kilometre",
    "meter": "metre",
}
"""What other systems call a unit, and what it is called here."""


def on_invented(gold: Sequence[Sentence], answers: Sequence[Sequence[Found]]) -> dict[str, float]:
    """F1 of values, and of values with their units; each quantity counts once."""
    there = [[(_rounded(values), unit) for values, unit in sentence.quantities] for sentence in gold]
    got = [[(_rounded(_values(one)), SAME.get(one["unit"], one["unit"])) for one in found] for found in answers]
    values = f1([[value for value, _ in one] for one in there], [[value for value, _ in one] for one in got])
    return {"value": values, "value+unit": f1(there, got)}


def f1(gold: Sequence[Sequence[Any]], found: Sequence[Sequence[Any]]) -> float:
    """F1 of 100 over sentences, of which each has some items.

    >>> f1([[1, 2], [3]], [[1], [3, 4]])
    66.7
    """
    hits = sum(sum((Counter(there) & Counter(got)).values()) for there, got in zip(gold, found, strict=True))
    every = sum(map(len, gold)) + sum(map(len, found))
    return round(200 * hits / every, 1) if every else 0.0


def on_newsquant(folder: Path, answers: Sequence[Sequence[Found]], *, ours: bool) -> dict[str, float]:
    """F1 as the scorer beside the sentences has it, strictly and with units spelled alike."""
    scorer = _module(folder / "quantities/score_quantities.py")
    if ours:
        as_quantity = _module(folder / "run_eval.py").as_quantity
        answers = [[quantity for one in found if (quantity := as_quantity(one))] for found in answers]
    gold = json.loads((folder / "quantities/newsquant.json").read_text(encoding="utf-8"))
    rows = scorer.score(gold, answers, mode="strict", units="canon")[0]
    return {name: rows[name][2] for name in ("value", "value+unit")}


def _values(found: Found) -> tuple[float, ...]:
    value = found.get("value")
    if isinstance(value, list):
        return tuple(value)
    ends = () if found.get("low") is None else (found["low"], found["high"])
    return ends if value is None else (value,)


def _rounded(values: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{value:.6g}" for value in values)


def _module(path: Path) -> ModuleType:
    """A script from elsewhere, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
