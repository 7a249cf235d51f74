"""Answers sentences with the quantities of Recognizers-Text: numbers with a unit, percentages, and other numbers."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from recognizers_number import Culture, recognize_number, recognize_percentage
from recognizers_number_with_unit import (
    recognize_age,
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
)

from tests.benchmarks.answering import serve

WITH_UNIT = (recognize_currency, recognize_dimension, recognize_age, recognize_temperature, recognize_percentage)


def answer(sentence: str) -> list[dict[str, Any]]:
    """What is found with a unit, and each number that is no part of it."""
    found = [one for recognize in WITH_UNIT for one in recognize(sentence, Culture.English)]
    taken = [(one.start, one.end) for one in found]
    free = (
        number
        for number in recognize_number(sentence, Culture.English)
        if not any(start <= number.start and number.end <= end for start, end in taken)
    )
    return [quantity for one in (*found, *free) if (quantity := _quantity(one))]


def _quantity(found: Any) -> dict[str, Any] | None:
    """None for a unit without a number, which it finds as well."""
    value = (found.resolution or {}).get("value")
    if not value:
        return None
    unit = "percentage" if value.endswith("%") else found.resolution.get("unit") or "-"
    return {"value": float(value.rstrip("%")), "unit": unit.lower()}


if __name__ == "__main__":
    serve(f"Recognizers-Text {version('recognizers-text-number-with-unit')}", answer)
