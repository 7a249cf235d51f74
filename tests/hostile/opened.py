"""A served site of hostile texts comes in; whatever ran, or is no part of a page, goes out.

Each page is opened twice: as it is, and with its Content-Security-Policy switched off, so that nothing but escaping
keeps it. The debugger of the browser names every script that is even read, so that one that does nothing is found.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

from sco_digest.outputs.html import TAGS
from tests.browser.opening import Visit
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

OWN_NAME = "tests:inspect"
PATIENCE = 90_000
"""Milliseconds until a page counts as one that cannot be opened: machines are busy."""
SMALL: Any = {"width": 800, "height": 200}
"""A window in which there is little to draw."""
ALWAYS = {"html", "head", "body", "tbody", "output", "data"}
FLAGS = {"hidden", "defer", "open", "checked", "selected", "disabled", "aria-expanded", "value", "class", "name"}
"""Attributes without a value in the templates, and those that the scripts of the site set."""

INSPECT = (
    """(async () => {
    const [elements, attributes] = [new Set(KNOWN_ELEMENTS), new Set(KNOWN_ATTRIBUTES)]
    const leading = ["href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background"]
    const found = []
    const there = () => !AWAITED || document.querySelector(AWAITED)
    for (const end = Date.now() + MOST; !there() && Date.now() < end;) await new Promise(done => setTimeout(done, 20))
    if (!there()) found.push(`shows no ${AWAITED}`)
    // what an animation or a focus sets off comes with a frame
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (const element of document.querySelectorAll("*")) {
        if (!elements.has(element.localName)) found.push(`has an element ${element.localName}`)
        for (const {name, value} of element.attributes) {
            const told = `${element.localName} ${name}=${value.slice(0, 100)}`
            if (name.startsWith("on") || !attributes.has(name)) found.push(`has an attribute of ${told}`)
            if (!leading.includes(name)) continue
            let url = {protocol: "none:"}
            try { url = new URL(value, document.baseURI) } catch {}
            const web = ["http:", "https:"].includes(url.protocol)
            const post = url.protocol === "mailto:" && element.localName === "a"
            const prose = element.localName === "a" && element.closest(".prose")
            if (!web && !post && !(prose && url.protocol === "none:")) found.push(`leads to no page by ${told}`)
            if (url.host === "evil.example") found.push(`leads away by ${told}`)
            if (element.localName !== "a" && element.localName !== "link" && web && url.origin !== location.origin)
                found.push(`loads from elsewhere by ${told}`)
        }
    }
    return found
})()
//# sourceURL="""
    + OWN_NAME
)


def known_names() -> tuple[set[str], set[str]]:
    """The elements and attributes that the templates write, and those that prose may become."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "templates").glob("*.html"))
    elements = set(re.findall(r"<([a-z][a-z0-9]*)", text)) | TAGS | ALWAYS
    attributes = set(re.findall(r"(?<![\w-])([a-zA-Z][a-zA-Z0-9:-]*)=\\?[\"']", text)) | FLAGS
    return elements, {name for name in attributes if not name.startswith("on")}


def _inspection() -> str:
    elements, attributes = known_names()
    return _filled(INSPECT, KNOWN_ELEMENTS=sorted(elements), KNOWN_ATTRIBUTES=sorted(attributes))


def _filled(script: str, **values: Any) -> str:
    """A script with these values in place of their names, each of which it must have."""
    for name, value in values.items():
        if name not in script:
            raise ValueError(f"the script asks for no {name}")
        script = script.replace(name, json.dumps(value))
    return script


class Tab:
    """A tab in which one page after the other is opened, and all that each of them does is heard."""

    def __init__(self, visit: Visit, address: str, scripts: set[str]) -> None:
        self._visit = visit
        self._address = address
        self._scripts = scripts
        self._inspection = _inspection()
        self._heard: list[str] = []
        page = visit.page
        page.set_default_timeout(PATIENCE)
        page.on("dialog", self._dialog)
        page.on("download", lambda download: self._heard.append(f"downloads {download.url}"))
        page.context.on("page", lambda other: self._heard.append(f"opens a window at {other.url}"))
        self._debugger = page.context.new_cdp_session(page)
        self._debugger.on("Debugger.scriptParsed", self._script)
        self._debugger.send("Debugger.enable")

    def faults(self, path: str, awaited: str = "", most: int = PATIENCE) -> Iterator[str]:
        """Open one page and name what is wrong with it.

        `awaited` selects what its scripts have to show first, within so many milliseconds, or that is a fault.
        """
        visit = self._visit
        for heard in (self._heard, visit.complaints, visit.requests):
            heard.clear()
        try:
            visit.page.goto(f"{self._address}/{path}", wait_until="load")
            # not by Playwright, whose own scripts would be heard
            expression = _filled(self._inspection, AWAITED=awaited, MOST=most)
            wishes = {"expression": expression, "awaitPromise": True, "returnByValue": True}
            answer = self._debugger.send("Runtime.evaluate", wishes)
            found = answer["result"].get("value") or [f"cannot be inspected: {answer}"][: "exceptionDetails" in answer]
        except Error as error:
            found = [f"cannot be opened: {error}"]
        if visit.page.url != f"{self._address}/{path}":
            found.append(f"became {visit.page.url}")
        if len(visit.page.frames) > 1:
            found.append("has frames")
        outside = (f"asks for {url}" for url in visit.outside(f"{self._address}/"))
        for fault in chain(dict.fromkeys(found), self._heard, visit.complaints, outside):
            yield f"{path}: {fault}"

    def _dialog(self, dialog: Any) -> None:
        self._heard.append(f"shows a dialog {dialog.message!r}")
        dialog.dismiss()

    def _script(self, event: dict[str, Any]) -> None:
        """A script of the page itself that is none of the files of the site."""
        ours = event["url"] == OWN_NAME or event["url"] in self._scripts
        if event.get("executionContextAuxData", {}).get("isDefault") and not ours:
            self._heard.append(f"runs a script of {event['length']} characters from {event['url'] or 'nowhere'}")


@contextmanager
def tab(browser: Browser, address: str, folder: Path, *, policy: bool) -> Iterator[Tab]:
    """A tab of its own; without `policy` that of the pages counts for nothing."""
    scripts = {f"{address}/{file.relative_to(folder).as_posix()}" for file in folder.rglob("*.js")}
    with browser.new_context(viewport=SMALL, bypass_csp=not policy) as context:
        yield Tab(Visit(context.new_page()), address, scripts)


def opened(browser: Browser, address: str, folder: Path, paths: Sequence[str], *, policy: bool) -> Iterator[str]:
    """What is wrong with these pages."""
    with tab(browser, address, folder, policy=policy) as one:
        for path in paths:
            yield from one.faults(path)


def pages_of(folder: Path) -> list[str]:
    """Every HTML file of a site."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
