"""The built site in headless Chromium: every kind of page opens cleanly, and a figure leads to its sentence."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, Any

import pytest

from sco_digest.cli.preview import Preview
from sco_digest.pages import PAGE_KINDS
from tests.browser.opening import NARROW, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.opening import Visit
    from tests.checks.subject import Subject

pytestmark = pytest.mark.browser


@pytest.fixture
def site(demonstration: tuple[Subject, str]) -> tuple[Path, str]:
    """The folder of the site and its address."""
    subject, address = demonstration
    return subject.folder, address


@pytest.fixture(scope="session")
def kinds(demonstration: tuple[Subject, str]) -> dict[str, str]:
    """The name of each kind and the path of its largest page."""
    return demonstration[0].edition("").samples()


@pytest.fixture(params=["server", "disk"])
def address(request: pytest.FixtureRequest, site: tuple[Path, str]) -> str:
    """Where one looks at the site: on the server, or on disk."""
    folder, address = site
    return folder.as_uri() if request.param == "disk" else address


def test_the_demonstration_has_every_kind_of_page(kinds: dict[str, str]) -> None:
    assert set(kinds) == set(PAGE_KINDS)


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_kind_of_page_opens_cleanly(visit: Visit, address: str, kinds: dict[str, str], kind: str) -> None:
    if kind == "not_found" and address.startswith("file:"):
        pytest.skip("only a host shows this page, at any address, so its links begin at the top of the host")
    path = kinds[kind]
    visit.page.goto(f"{address}/{path}", wait_until="networkidle")
    assert visit.page.locator("h1").count() == 1
    assert visit.complaints == []
    assert visit.outside(address) == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_kind_of_page_fits_a_phone(
    visit: Visit, site: tuple[Path, str], kinds: dict[str, str], kind: str
) -> None:
    visit.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    visit.page.goto(f"{site[1]}/{kinds[kind]}")
    wide = visit.page.evaluate("document.scrollingElement.scrollWidth")
    assert wide <= NARROW["width"]


def test_the_switch_turns_to_dark_and_the_next_page_remembers(visit: Visit, address: str) -> None:
    visit.page.emulate_media(color_scheme="light")
    visit.page.goto(f"{address}/index.html")
    light = visit.page.evaluate("getComputedStyle(document.body).color")
    switch = visit.page.get_by_role("button", name="Dark colours", pressed=False)
    switch.focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.get_by_role("button", name="Dark colours", pressed=True).is_visible()
    visit.page.goto(f"{address}/topics/index.html")
    assert visit.page.get_by_role("button", name="Dark colours", pressed=True).is_visible()
    assert visit.page.evaluate("getComputedStyle(document.body).color") != light
    visit.page.get_by_role("button", name="Dark colours").click()
    assert visit.page.evaluate("getComputedStyle(document.body).color") == light
    assert visit.complaints == []


def test_a_speaker_is_found_by_typing(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}/speakers/index.html")
    rows = visit.page.locator("#speakers tbody tr")
    box = visit.page.get_by_label("Find a speaker")
    box.fill("DÉHLAN  finance")
    assert rows.filter(visible=True).count() == 1
    box.fill("nobody of this name")
    assert rows.filter(visible=True).count() == 0
    assert visit.page.get_by_role("status").filter(visible=True).inner_text() == "Nothing found"
    box.fill("")
    assert rows.filter(visible=True).count() == rows.count()
    assert visit.complaints == []


def test_light_and_dark_differ(visit: Visit, address: str) -> None:
    inks = set()
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        visit.page.goto(f"{address}/index.html")
        inks.add(visit.page.evaluate("getComputedStyle(document.body).color"))
    assert len(inks) == 2


def test_a_figure_leads_to_its_sentence_which_is_marked(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}/statistics/index.html")
    figure = visit.page.locator("main a.amount", has_text="%").first
    number = digits(figure.inner_text())
    figure.click()
    visit.page.wait_for_load_state()
    anchor = visit.page.url.partition("#")[2]
    sentence = visit.page.locator(f"[id='{anchor}']")
    assert f"{number} percent" in sentence.inner_text()
    assert sentence.evaluate("element => element.matches(':target')")
    other = visit.page.locator("[id='s1']")
    assert look(sentence) != look(other), "the sentence is visibly marked"
    box = sentence.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < WIDE["height"], "and it is in view"


def test_a_point_of_a_chart_leads_to_its_sentence_by_keyboard(
    visit: Visit, address: str, kinds: dict[str, str]
) -> None:
    visit.page.goto(f"{address}/{kinds['series']}")
    mark = visit.page.locator("svg .mark").first
    said = str(mark.get_attribute("aria-label"))
    mark.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(re.compile(r"/20\d\d/\d\d/"))
    assert digits(said.partition(": ")[2]) in visit.page.locator(":target").inner_text()


def test_a_chart_takes_its_colours_from_the_page(visit: Visit, address: str, kinds: dict[str, str]) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        visit.page.goto(f"{address}/{kinds['series']}")
        dot = visit.page.locator(".mark :is(.dot, .column)").first
        colours.add(dot.evaluate("element => getComputedStyle(element).fill"))
    assert len(colours) == 2
    assert "rgb(0, 0, 0)" not in colours


def digits(words: str) -> str:
    """The first number in some words."""
    found = re.search(r"\d[\d.,]*", words)
    assert found, words
    return found[0]


def look(element: Any) -> Any:
    return element.evaluate(
        "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.outlineStyle, s.boxShadow, s.borderColor] }"
    )


def test_without_javascript(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/speakers/index.html")
        assert not page.get_by_label("Find a speaker").is_visible(), "what needs it is not shown"
        page.goto(f"{address}/index.html")
        page.locator("main a[href^='20']").first.click()
        page.wait_for_load_state()
        assert page.locator("#s1").is_visible()


def test_a_page_of_serve_reloads_after_a_build(visit: Visit, site: tuple[Path, str]) -> None:
    with Preview(site[0], 0) as preview:
        threading.Thread(target=preview.serve_forever, daemon=True).start()
        with visit.page.expect_response("**/.sco-digest/events"):
            visit.page.goto(f"http://127.0.0.1:{preview.server_port}/")
        with visit.page.expect_event("load"):
            preview.reload()
        assert [complaint for complaint in visit.complaints if not complaint.startswith("failed: ")] == []
        preview.shutdown()
