"""A served site comes in; what axe-core finds wrong with a page of each kind goes out, in each scheme and width."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Literal

from tests.checks import node
from tests.checks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, Page

    from tests.checks.subject import Subject

    Way = tuple[Literal["light", "dark"], int]

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 1280)
"""In CSS pixels; the first is also what 1280 are at 400 %."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """tags => axe.run(document, {
    runOnly: {type: "tag", values: tags},
    rules: {"target-size": {enabled: true}},  // of WCAG 2.2, and off unless asked for
    resultTypes: ["violations"],
})"""


WAYS = tuple(product(SCHEMES, WIDTHS))
"""Every scheme in every width."""


def accessible(browser: Browser, subject: Subject, address: str, ways: Iterable[Way] = WAYS) -> Outcome:
    """The largest page of each kind, in each of these schemes and widths."""
    paths = subject.samples().values()
    faults: list[str] = []
    for scheme, width in ways:
        size: Any = {"width": width, "height": 900}
        with browser.new_context(viewport=size, color_scheme=scheme) as context:
            page = context.new_page()
            for path in paths:
                page.goto(f"{address}/{path}")
                faults += (f"{path} ({scheme}, {width} px): {violation}" for violation in violations(page))
    return Outcome("axe-core, light and dark, narrow and wide", len(paths), tuple(faults))


def violations(page: Page) -> Iterator[str]:
    """What breaks a rule on an open page, each with the first element that does."""
    # evaluated, not put into a <script>, which the page would refuse
    page.evaluate((node.MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    for broken in page.evaluate(RUN, list(TAGS))["violations"]:
        first = broken["nodes"][0]
        why = " ".join(first["failureSummary"].split("\n")[1:2]).strip()
        yield f"{broken['help']} ({broken['id']}, {len(broken['nodes'])} times): {first['html'][:160]}; {why}"
