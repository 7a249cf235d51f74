"""Points of Lighthouse below what is asked for are named, with the audits that cost them."""

from __future__ import annotations

from tests.checks.lighthouse import LEAST, too_low


def report(**points: float) -> dict[str, object]:
    audits = {
        "canonical": {"id": "canonical", "title": "No canonical", "score": 0},
        "speed": {"id": "speed", "title": "Speed", "score": 0.6, "displayValue": "4 s"},
        "title": {"id": "title", "title": "Title", "score": 1},
        "video": {"id": "video", "title": "Video", "score": None},
    }
    parts = [{"id": name, "weight": 1} for name in audits]
    scores = {name.replace("_", "-"): score for name, score in points.items()}
    return {
        "audits": audits,
        "categories": {name: {"score": scores.get(name, 1), "auditRefs": parts} for name in LEAST},
    }


def test_enough_points_are_enough() -> None:
    assert list(too_low(report(performance=0.95, best_practices=0.95))) == []


def test_too_few_points_are_named_with_what_cost_them() -> None:
    why = "No canonical (canonical), Speed (speed) 4 s"
    assert list(too_low(report(seo=0.99, performance=0.94))) == [
        f"99 points for seo, 100 at least: {why}",
        f"94 points for performance, 95 at least: {why}",
    ]
