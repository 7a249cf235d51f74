"""The built site in headless Chromium: every kind of page opens cleanly, and a figure leads to its sentence."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sco_digest.build import BuildOptions, build
from sco_digest.cli.preview import Preview
from sco_digest.pages import PAGE_KINDS
from tests.browser.opening import Visit, chromium, missing, served
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SUB_PATH = "press/digest"
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    why = missing()
    if why and os.environ.get("CI") == "true":
        pytest.fail(f"{why}, and CI must not skip the browser tests")
    if why:
        pytest.skip(why)
    with chromium() as opened:
        yield opened


def seeds(folder: Path) -> Path:
    """The seeds that ship, and a few articles with figures that make a series."""
    shutil.copytree(ROOT / "seeds", folder, dirs_exist_ok=True)
    for date, value, year in (("2023-02-01", 2.2, 2022), ("2024-02-01", 3.3, 2023), ("2024-05-01", 3.1, 2023)):
        text = f"date {date} Exports of Kyrgyzstan amounted to ${value} billion in {year}.\n"
        (folder / f"exports-{date}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site of the seeds below a sub-path of a static server: its folder and its address."""
    top = tmp_path_factory.mktemp("www")
    with served(top) as root:
        address = f"{root}/{SUB_PATH}"
        folders = {
            "seeds": seeds(tmp_path_factory.mktemp("seeds")),
            "content": ROOT / "content",
            "output": top / SUB_PATH,
        }
        build(BuildOptions(**folders, base_url=address, jobs=1))
        yield top / SUB_PATH, address


@pytest.fixture(params=["server", "disk"])
def address(request: pytest.FixtureRequest, site: tuple[Path, str]) -> str:
    """Where one looks at the site: on the server, or on disk."""
    folder, address = site
    return folder.as_uri() if request.param == "disk" else address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    with browser.new_context(viewport=WIDE) as context:  # type: ignore[arg-type]
        yield Visit(context.new_page())


def one_page_of_each_kind(site: Path) -> dict[str, str]:
    """The name of each kind and the path of one of its pages."""
    months = sorted(path.parent.relative_to(site).as_posix() for path in site.glob("archive/*/*/index.html"))
    return {
        "home": "index.html",
        "article": next(iter(sorted(site.glob("20??/??/*/index.html")))).relative_to(site).as_posix(),
        "topics": "topics/index.html",
        "topic": "topics/trade/index.html",
        "countries": "countries/index.html",
        "country": next(iter(sorted(site.glob("countries/*/index.html")))).relative_to(site).as_posix(),
        "speakers": "speakers/index.html",
        "speaker": next(iter(sorted(site.glob("speakers/*/index.html")))).relative_to(site).as_posix(),
        "statistics": "statistics/index.html",
        "series": "statistics/export-usd-kg/index.html",
        "over_time": "statistics/over-time/index.html",
        "projects": "projects/index.html",
        "project": next(iter(sorted(site.glob("projects/*/index.html")))).relative_to(site).as_posix(),
        "proposals": "proposals/index.html",
        "archive": "archive/index.html",
        "archive_year": f"{Path(months[0]).parent}/index.html",
        "archive_month": f"{months[0]}/index.html",
        "digests": "digests/index.html",
        "digest": max(site.glob("digests/*/index.html")).relative_to(site).as_posix(),
        "prose": "about/index.html",
        "data": "data/index.html",
        "search": "search/index.html",
        "not_found": "404.html",
    }


def test_the_list_of_kinds_is_whole(site: tuple[Path, str]) -> None:
    assert set(one_page_of_each_kind(site[0])) == set(PAGE_KINDS)


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_kind_of_page_opens_cleanly(visit: Visit, address: str, site: tuple[Path, str], kind: str) -> None:
    if kind == "not_found" and address.startswith("file:"):
        pytest.skip("only a host shows this page, at any address, so its links begin at the top of the host")
    path = one_page_of_each_kind(site[0])[kind]
    visit.page.goto(f"{address}/{path}", wait_until="networkidle")
    assert visit.page.locator("h1").count() == 1
    assert visit.complaints == []
    assert visit.outside(address) == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_fits_a_phone(
    visit: Visit, address: str, site: tuple[Path, str], kind: str, scheme: Any
) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    visit.page.goto(f"{address}/{one_page_of_each_kind(site[0])[kind]}")
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
    box.fill("KASYMÁLIEV  cabinet")
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
    visit.page.locator("main a", has_text="75%").first.click()
    visit.page.wait_for_load_state()
    anchor = visit.page.url.partition("#")[2]
    sentence = visit.page.locator(f"[id='{anchor}']")
    assert "75 percent" in sentence.inner_text()
    assert sentence.evaluate("element => element.matches(':target')")
    other = visit.page.locator("[id='s1']")
    assert look(sentence) != look(other), "the sentence is visibly marked"
    box = sentence.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < WIDE["height"], "and it is in view"


def test_a_point_of_a_chart_leads_to_its_sentence_by_keyboard(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}/statistics/export-usd-kg/index.html")
    mark = visit.page.get_by_role("link", name="2022: USD 2.2 billion")
    mark.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/2023/02/**")
    assert "$2.2 billion" in visit.page.locator(":target").inner_text()


def test_a_chart_takes_its_colours_from_the_page(visit: Visit, address: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        visit.page.goto(f"{address}/statistics/export-usd-kg/index.html")
        colours.add(visit.page.locator(".column").first.evaluate("element => getComputedStyle(element).fill"))
    assert len(colours) == 2
    assert "rgb(0, 0, 0)" not in colours


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
        assert "3.5-fold" in page.locator("main").inner_text()


def test_a_page_of_serve_reloads_after_a_build(visit: Visit, site: tuple[Path, str]) -> None:
    with Preview(site[0], 0) as preview:
        threading.Thread(target=preview.serve_forever, daemon=True).start()
        with visit.page.expect_response("**/.sco-digest/events"):
            visit.page.goto(f"http://127.0.0.1:{preview.server_port}/")
        with visit.page.expect_event("load"):
            preview.reload()
        assert [complaint for complaint in visit.complaints if not complaint.startswith("failed: ")] == []
        preview.shutdown()
