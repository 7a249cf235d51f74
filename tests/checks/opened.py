"""A served site comes in; what is wrong with a page of each kind as people use it goes out.

A look is a function from an open page to what is wrong with it, and the window in which it is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tests.browser.opening import Visit
from tests.checks.keyboard import out_of_reach
from tests.checks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from tests.checks.subject import Subject

DESK: Any = {"width": 1280, "height": 1024}
NARROW: Any = {"width": 320, "height": 256}
"""What is left of the desk at 400 %."""

SECURITY = "meta[http-equiv='Content-Security-Policy']"

CLIPPED = """() => {
    const hidden = element => element.closest(".hidden, .skip, thead, [aria-hidden=true]")
    const scrolls = element => {
        for (; element; element = element.parentElement)
            if (["auto", "scroll"].includes(getComputedStyle(element).overflowX)) return true
        return false
    }
    const words = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node; node = walker.nextNode();) {
        const parent = node.parentElement
        if (!node.data.trim() || hidden(parent) || !parent.checkVisibility({visibilityProperty: true})) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        let cut = (box.left < -1 || box.right > innerWidth + 1) && !scrolls(parent)
        for (let element = parent; element && !cut; element = element.parentElement) {
            const {overflowX, overflowY} = getComputedStyle(element)
            const room = element.getBoundingClientRect()
            cut = ["hidden", "clip"].includes(overflowX) && (box.right > room.right + 1 || box.left < room.left - 1)
                || ["hidden", "clip"].includes(overflowY) && box.bottom > room.bottom + 1
        }
        if (cut) words.push(node.data.trim().slice(0, 60))
    }
    return words
}"""
"""Texts that run out of the window, or out of a box that hides what is too much for it."""

SHOWN = """() => {
    const words = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node; node = walker.nextNode();) {
        const parent = node.parentElement
        // what tells columns apart stands beside each cell where there is no room for columns
        if (parent.closest("thead, noscript, script, style, [role=status], .scripted")) continue
        if (parent.closest("form, search, output, button, .narrow")) continue
        // a narrow chart leaves out every second name of a time; the table below it has them all
        if (parent.closest(".drawing .minor")) continue
        if (parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) words.push(node.data.trim())
    }
    return words.filter(Boolean)
}"""
"""The texts that can be seen, beside those of controls that only scripts make work."""


class Look(Struct, frozen=True):
    """One way of looking at a page of each kind."""

    check: str
    faults: Callable[[Page], Iterator[str]]
    window: dict[str, Any]


def watched(browser: Browser, subject: Subject, address: str) -> Outcome:
    """What pages complain about, what they ask for elsewhere, and a policy that allows what it should not."""
    paths = subject.samples().values()
    faults: list[str] = []
    for path in paths:
        with browser.new_context(viewport=DESK) as context:
            visit = Visit(context.new_page())
            visit.page.goto(f"{address}/{path}", wait_until="networkidle")
            faults += (f"{path}: {complaint}" for complaint in visit.complaints)
            faults += (f"{path}: asks for {url}" for url in visit.outside(address))
            policies = [policy.get_attribute("content") or "" for policy in visit.page.locator(SECURITY).all()]
            if not any(policies) or any("unsafe-inline" in policy for policy in policies):
                faults.append(f"{path}: no strict policy but {policies}")
    return Outcome("console, requests, policy", len(paths), tuple(faults))


def looked_at(look: Look, browser: Browser, subject: Subject, address: str) -> Outcome:
    """One look at a page of each kind."""
    paths = subject.samples().values()
    faults: list[str] = []
    with browser.new_context(**look.window) as context:
        page = context.new_page()
        for path in paths:
            page.goto(f"{address}/{path}")
            faults += (f"{path}: {fault}" for fault in look.faults(page))
    return Outcome(look.check, len(paths), tuple(faults))


def lost_when_magnified(page: Page) -> Iterator[str]:
    """What one has to scroll sideways for, what is cut, and what a desk shows and a narrow window does not."""
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    if wide > NARROW["width"]:
        yield f"is {wide} px wide"
    yield from (f"cuts {words!r}" for words in page.evaluate(CLIPPED))
    narrow = set(page.evaluate(SHOWN))
    page.set_viewport_size(DESK)
    yield from (f"does not show {words!r}" for words in page.evaluate(SHOWN) if words not in narrow)
    page.set_viewport_size(NARROW)


def lost_without_scripts(page: Page) -> Iterator[str]:
    """What a page shows with scripts and not without."""
    plain = set(page.evaluate(SHOWN))
    browser = page.context.browser
    assert browser
    with browser.new_context(viewport=DESK) as context:
        scripted = context.new_page()
        scripted.goto(page.url, wait_until="networkidle")
        yield from (f"shows only with scripts {words!r}" for words in scripted.evaluate(SHOWN) if words not in plain)


KEYBOARD = Look("keyboard", out_of_reach, {"viewport": DESK})
MAGNIFIED = Look("zoom of 400 %", lost_when_magnified, {"viewport": NARROW, "device_scale_factor": 4})
SCRIPTLESS = Look("without scripts", lost_without_scripts, {"viewport": DESK, "java_script_enabled": False})
