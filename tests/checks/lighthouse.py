"""A served site comes in; pages that Lighthouse, as a slow phone, scores below what is asked for go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.opening import FLAGS
from tests.checks import node
from tests.checks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.checks.subject import Subject

NOT_INDEXED = "not_found"
"""The kind of page that asks not to be found, which costs it points."""
LEAST = {"accessibility": 100, "seo": 100, "performance": 95, "best-practices": 95}
"""Points of a hundred, by category."""
TRIES = 3
"""Of a page that is too slow: what else the machine does can make one slower, never quicker."""


def quick(subject: Subject, address: str) -> Outcome:
    """The largest page of each kind."""
    paths = [path for kind, path in subject.samples().items() if kind != NOT_INDEXED]
    faults = [f"{path}: {fault}" for path in paths for fault in _short(f"{address}/{path}")]
    return Outcome("Lighthouse, mobile", len(paths), tuple(faults))


def _short(url: str) -> list[str]:
    """Why a page has too few points, in the best of several tries."""
    # a folder is what its page gives as its own address
    tries = (list(too_low(_report(url.removesuffix("index.html")))) for _ in range(TRIES))
    best = next(tries)
    while any("performance" in fault for fault in best) and (again := next(tries, None)) is not None:
        best = min(best, again, key=len)
    return best


def _report(url: str) -> dict[str, Any]:
    flags = f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    report: dict[str, Any] = node.json("lighthouse", [url, "--output=json", "--quiet", flags])
    if "runtimeError" in report:
        raise RuntimeError(report["runtimeError"]["message"])
    return report


def too_low(report: dict[str, Any]) -> Iterator[str]:
    """Each category with too few points, and the audits that cost them."""
    for name, least in LEAST.items():
        category = report["categories"][name]
        points = round(100 * (category["score"] or 0))
        if points < least:
            lost = ", ".join(_lost(report["audits"], category["auditRefs"]))
            yield f"{points} points for {name}, {least} at least: {lost}"


def _lost(audits: dict[str, Any], references: list[dict[str, Any]]) -> Iterator[str]:
    for audit, weight in ((audits[reference["id"]], reference["weight"]) for reference in references):
        if weight and audit["score"] is not None and audit["score"] < 1:
            yield " ".join((audit["title"], f"({audit['id']})", audit.get("displayValue", ""))).strip()
