"""A page of each kind is accessible in both schemes and widths; one that is not is found out.

`make check-site` looks at them in each scheme at each width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.pages import PAGE_KINDS
from tests.browser.opening import served
from tests.checks import small
from tests.checks.axe import accessible, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.checks.subject import Subject

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("programs")]


def test_a_page_of_each_kind_is_accessible(browser: Browser, site: tuple[Subject, str]) -> None:
    outcome = accessible(browser, *site, ways=[("light", 320), ("dark", 1280)])
    assert outcome.pages == len(PAGE_KINDS)
    assert outcome.faults == ()


@pytest.mark.parametrize(
    ("markup", "style", "rule"),
    [
        ("<p>well</p>", "", ""),
        ("<p>too pale</p>", "p { color: #bbb; background: #fff }", "color-contrast"),
        ("<a href='#'></a>", "", "link-name"),
        ("<input type=text>", "", "label"),
        ("<div role=list><p>no item</p></div>", "", "aria-required-children"),
        ("<h4>too deep</h4>", "", "heading-order"),
        ("<a href='#a'>a</a><br><a href='#b'>b</a>", "a { font-size: 4px; line-height: 1 }", "target-size"),
    ],
)
def test_what_is_not_accessible_is_named_with_the_rule(
    browser: Browser, tmp_path: Path, markup: str, style: str, rule: str
) -> None:
    small.site(tmp_path, markup, style=style)
    with served(tmp_path) as address, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}/index.html")
        found = list(violations(page))
    assert any(f"({rule}, " in violation for violation in found) if rule else found == []


def test_what_is_not_accessible_in_one_scheme_and_width_is_named_there(browser: Browser, tmp_path: Path) -> None:
    pale = "@media (prefers-color-scheme: dark) and (max-width: 400px) { p { color: #bbb; background: #fff } }"
    subject = small.site(tmp_path, "<p>pale</p>", style=pale)
    with served(tmp_path) as address:
        faults = accessible(browser, subject, address).faults
    assert [fault.partition(":")[0] for fault in faults] == ["index.html (dark, 320 px)"]
