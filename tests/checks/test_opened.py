"""What a keyboard, a magnifier or a browser without scripts loses of a page is found out, and what it may not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import served
from tests.checks import small
from tests.checks.opened import KEYBOARD, MAGNIFIED, SCRIPTLESS, Look, looked_at, watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LONG = "magnificently" * 5
REVEAL = "document.querySelector('p').hidden = false"


@pytest.mark.parametrize(
    ("look", "page", "fault"),
    [
        (KEYBOARD, ("<a href='#a'>a</a> <button>b</button>", ""), ""),
        (KEYBOARD, ("<input type=date> <a href='#a'>a</a>", ""), ""),
        (KEYBOARD, ("<a href='#a'>a</a> <a href='#b' tabindex=2>b</a>", ""), "does not reach all in order; 0 missed"),
        (KEYBOARD, ("<a href='#a'>a</a>", "a:focus { outline: 0 }"), "does not show the focus on <a href"),
        (KEYBOARD, ("<a href='#a'>a</a>", "a { position: absolute; left: -99px }"), "has the focus out of view on <a"),
        (KEYBOARD, ("<input type=radio name=r> <input type=radio name=r>", ""), ""),
        (MAGNIFIED, ("<p>word</p>", ""), ""),
        (MAGNIFIED, (f"<p>{LONG}</p>", ""), "is "),
        (MAGNIFIED, (f"<p>{LONG}</p>", "p { overflow-wrap: break-word }"), ""),
        (MAGNIFIED, (f"<p>{LONG}</p>", "p { overflow: hidden }"), f"cuts '{LONG[:60]}'"),
        (MAGNIFIED, (f"<pre>{LONG}</pre>", "pre { overflow-x: auto }"), ""),
        (MAGNIFIED, ("<p>one<br>two</p>", "p { height: 1em; overflow: clip }"), "cuts 'two'"),
        (MAGNIFIED, ("<p>word</p>", "@media (max-width: 400px) { p { display: none } }"), "does not show 'word'"),
        (SCRIPTLESS, ("<p>word</p>", ""), ""),
        (SCRIPTLESS, ("<p hidden>word</p><script src=script.js></script>", ""), "shows only with scripts 'word'"),
    ],
)
def test_what_is_lost_is_named(browser: Browser, tmp_path: Path, look: Look, page: tuple[str, str], fault: str) -> None:
    subject = small.site(tmp_path, page[0], style=page[1], script=REVEAL)
    with served(tmp_path) as address:
        faults = looked_at(look, browser, subject, address).faults
    if fault:
        assert any(found.startswith(f"index.html: {fault}") or f" {fault}" in found for found in faults)
    else:
        assert faults == ()


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<p>word</p>", ""),
        ("<p style='color: red'>word</p>", "index.html: Applying inline style violates"),
        ("<script src=gone.js></script>", "index.html: Failed to load resource"),
        ("<script src=script.js></script>", "index.html: one"),
    ],
)
def test_what_a_page_complains_about_is_named(browser: Browser, tmp_path: Path, markup: str, fault: str) -> None:
    subject = small.site(tmp_path, markup, script="console.error('one')")
    with served(tmp_path) as address:
        faults = watched(browser, subject, address).faults
    assert any(found.startswith(fault) for found in faults) if fault else faults == ()


@pytest.mark.parametrize("policy", ["style-src 'self' 'unsafe-inline'", ""])
def test_a_page_without_a_strict_policy_is_named(browser: Browser, tmp_path: Path, policy: str) -> None:
    subject = small.site(tmp_path, "", policy=policy)
    with served(tmp_path) as address:
        assert any("no strict policy" in fault for fault in watched(browser, subject, address).faults)
