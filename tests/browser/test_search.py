"""The search of the built site in headless Chromium: words, filters, keys and addresses, and what stands in for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sco_digest.build import BuildOptions, build
from sco_digest.outputs import search_shards
from tests.browser.opening import NARROW, SUB_PATH, served
from tests.projects import project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.opening import Visit

pytestmark = pytest.mark.browser

FERRY = (
    " date 2025-05-06 Ferries cross the lake again. "
    "Minister of Transport of Kazakhstan Daniyar Omarov opened the pier. "
    "The ministry’s press service reported.\n\n"
    "“The ferry carries 400 passengers,” Daniyar Omarov said. "
    "<img src=x onerror=\"document.title='caught'\"> pictures.\n"
)
CLINIC = (
    " date 2024-04-18 A clinic opened. Health Minister of Uzbekistan Nodira Sultonova visited the new eye clinic.\n\n"
    "Nodira Sultonova said that 3,200 patients were treated in 2023. Some of them came by ferry.\n"
)
MANY = {
    f"tariff{n}": f" date 2025-06-{n:02d} Tariffs on barley fell. Customs wrote letter {n}.\n" for n in range(1, 13)
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site of two years in two languages below a sub-path of a static server: its folder and its address.

    The first of its shards has both years, the others the later days of the second one's last month.
    """
    top = tmp_path_factory.mktemp("www")
    home = project(tmp_path_factory.mktemp("home") / "digest", ferry=FERRY, clinic=CLINIC, **MANY)
    settings = home / "content/site.yaml"
    settings.write_text(settings.read_text().replace("other_languages: []", "other_languages: [ru]"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_shards, "FULL", 5)
        build(BuildOptions(seeds=home / "seeds", content=home / "content", output=top / SUB_PATH, jobs=1))
    shards = sorted(path.name for path in (top / SUB_PATH / "search-index").iterdir() if path.is_dir())
    assert shards == ["2024-04", "2025-06-04", "2025-06-09"]
    with served(top) as root:
        yield top / SUB_PATH, f"{root}/{SUB_PATH}"


def opened(visit: Visit, address: str, path: str = "search/index.html") -> Page:
    """The page of the search, ready to be asked."""
    visit.page.goto(f"{address}/{path}")
    visit.page.locator("fieldset[data-filter=year] input").first.wait_for(state="attached")
    return visit.page


def clean(visit: Visit, address: str) -> None:
    assert visit.complaints == []
    assert [url for url in visit.requests if not url.startswith(address)] == []


def test_words_lead_to_their_sentences(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1])
    page.get_by_label("Words in the text").fill("passenger")
    expect(page.get_by_role("status")).to_have_text("1 article")
    expect(page.locator("mark")).to_have_text("passengers,”")
    page.get_by_role("link", name="sentence").first.click()
    page.wait_for_load_state()
    sentence = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert "400" in sentence.inner_text()
    clean(visit, site[1])


def test_years_are_searched_together_and_sorted_by_date(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1])
    page.get_by_label("Words in the text").fill("ferry")
    expect(page.get_by_role("status")).to_have_text("2 articles")
    page.get_by_label("Sort by").select_option("date")
    expect(page.locator("#results time")).to_have_text(["6 May 2025", "18 April 2024"])
    assert page.url.endswith("?q=ferry&sort=date")
    clean(visit, site[1])


def test_the_shards_are_one_index(visit: Visit, site: tuple[Path, str]) -> None:
    """What three shards have is found together, sorted over all of them, and counted over all of them."""
    page = opened(visit, site[1], "search/index.html?q=barley&sort=date")
    expect(page.get_by_role("status")).to_have_text("12 articles")
    page.get_by_role("button", name="Show more").click()
    days = [f"{day} June 2025" for day in range(12, 0, -1)]
    expect(page.locator("#results time")).to_have_text(days)
    assert tally(page, "Year", "2025") == "12"
    page.get_by_label("Words in the text").fill("of")
    expect(page.get_by_role("status")).to_have_text("2 articles")
    page.get_by_label("Words in the text").fill("")
    page.get_by_role("group", name="Year").get_by_label("2025").check()
    expect(page.get_by_role("status")).to_have_text("13 articles")
    expect(page.locator("#results time").first).to_have_text("12 June 2025")
    assert (tally(page, "Year", "2025"), tally(page, "Year", "2024")) == ("13", "1")
    clean(visit, site[1])


def tally(page: Page, group: str, value: str) -> str:
    """How many articles a value of a filter is said to have."""
    return page.get_by_role("group", name=group).locator("label", has_text=value).locator(".tally").inner_text()


def test_little_is_asked_for_before_somebody_searches(visit: Visit, site: tuple[Path, str]) -> None:
    """The list of shards; then the program, and of each shard its entry, its metadata and one filter."""
    page = opened(visit, site[1])
    assert tally(page, "Year", "2025") == "13"
    assert asked(visit) == ["shards.json"]
    page.get_by_label("Words in the text").fill("barley")
    expect(page.get_by_role("status")).to_have_text("12 articles")
    before = [name for name in asked(visit)[1:] if not name.endswith((".pf_index", ".pf_fragment"))]
    assert len(before) == 3 + 3 * 3
    clean(visit, site[1])


def asked(visit: Visit) -> list[str]:
    """The files of the index that were asked for."""
    return [url.split("/")[-1].partition("?")[0] for url in visit.requests if "/search-index/" in url]


@pytest.mark.parametrize(
    ("group", "value", "others"),
    [
        ("topic", "Health", ["Country", "Speaker", "Year"]),
        ("speaker", "Nodira Sultonova", ["Topic"]),
        ("country", "Uzbekistan", ["Topic"]),
        ("year", "2024", ["Topic"]),
    ],
)
def test_each_filter_narrows_and_the_way_back_widens(
    visit: Visit,
    site: tuple[Path, str],
    group: str,
    value: str,
    others: list[str],
) -> None:
    page = opened(visit, site[1], "search/index.html?q=ferry")
    expect(page.get_by_role("status")).to_have_text("2 articles")
    field = page.locator(f"fieldset[data-filter={group}]")
    field.get_by_label(value).check()
    expect(page.get_by_role("status")).to_have_text("1 article")
    expect(page.locator("#results h3")).to_have_text(["Nodira Sultonova visited the new eye clinic"])
    for name in others:
        expect(page.get_by_role("group", name=name)).to_be_visible()
    address = page.url
    assert f"&{group}=" in address
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 articles")
    expect(field.get_by_label(value)).not_to_be_checked()
    page.goto(address)
    expect(page.get_by_role("status")).to_have_text("1 article")
    expect(field.get_by_label(value)).to_be_checked()
    clean(visit, site[1])


def test_a_value_that_no_article_has_is_not_offered(visit: Visit, site: tuple[Path, str]) -> None:
    """Be it called like something that every object of JavaScript has."""

    def count(route: Route) -> None:
        listed = json.loads((site[0] / "search-index/shards.json").read_bytes())
        listed["counts"]["topic:constructor"] = 1
        route.fulfill(json=listed)

    visit.page.route("**/shards.json", count)
    page = opened(visit, site[1])
    assert tally(page, "Topic", "constructor") == "1"
    page.get_by_label("Words in the text").fill("barley")
    expect(page.get_by_role("status")).to_have_text("12 articles")
    expect(page.get_by_role("group", name="Topic").locator("label", has_text="constructor")).to_have_count(0)


def test_two_values_of_a_filter_widen_it(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1], "search/index.html?q=ferry&year=2024")
    expect(page.get_by_role("status")).to_have_text("1 article")
    page.get_by_role("group", name="Year").get_by_label("2025").check()
    expect(page.get_by_role("status")).to_have_text("2 articles")


def test_filters_alone_find_articles_and_clear_forgets_them(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1])
    page.get_by_role("group", name="Year").get_by_label("2025").check()
    expect(page.get_by_role("status")).to_have_text("13 articles")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#results li")).to_have_count(0)
    assert page.url.endswith("search/index.html")
    expect(page.get_by_label("Words in the text")).to_be_focused()


def test_with_the_keyboard_alone_on_a_phone(visit: Visit, site: tuple[Path, str]) -> None:
    """From any page to the words that are looked for."""
    page = visit.page
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.goto(f"{site[1]}/topics/index.html")
    page.keyboard.press("/")
    page.keyboard.type("barley")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=barley")
    expect(page.get_by_role("status")).to_have_text("12 articles")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#results h3 a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_have_value("")
    expect(page.locator("#results li")).to_have_count(0)
    page.keyboard.type("clinic")
    expect(page.get_by_role("status")).to_have_text("1 article")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/2024/04/**")
    clean(visit, site[1])


def test_more_results_are_shown_where_they_are_asked_for(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1], "search/index.html?q=barley")
    expect(page.locator("#results > li")).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#results > li")).to_have_count(12)
    expect(page.locator("#results h3 a").nth(10)).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_nothing_found_is_said(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1], "search/index.html?q=zeppelin&year=2024")
    expect(page.get_by_role("status")).to_have_text("No article has all of that.")


def test_what_stands_in_a_text_does_not_run(visit: Visit, site: tuple[Path, str]) -> None:
    page = opened(visit, site[1], "search/index.html?q=pictures")
    expect(page.locator("#results > li")).to_contain_text("<img src=x onerror=")
    assert page.locator("#results img").count() == 0
    assert not page.title().startswith("caught")
    page.get_by_label("Words in the text").fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    expect(page.locator("#results img")).to_have_count(0)
    clean(visit, site[1])


def test_in_russian(visit: Visit, site: tuple[Path, str]) -> None:
    """The index is one; words, links and plural forms are those of the edition."""
    page = opened(visit, site[1], "ru/search/index.html?q=ferry")
    expect(page.get_by_role("status")).to_have_text("2 статьи")
    expect(page.get_by_role("group", name="Страна").get_by_label("Узбекистан")).to_be_visible()
    page.locator("#results h3 a").first.click()
    page.wait_for_url("**/ru/202*/**")
    clean(visit, site[1])


def test_from_disk_the_page_says_what_it_needs(visit: Visit, site: tuple[Path, str]) -> None:
    visit.page.goto(f"{site[0].as_uri()}/search/index.html")
    notice = visit.page.locator("#failed .notice")
    expect(notice).to_contain_text("needs a web server")
    expect(visit.page.locator("#search")).to_be_hidden()
    notice.get_by_role("link", name="All articles by month").click()
    visit.page.wait_for_url("**/archive/index.html")
    assert visit.complaints == []


def test_without_the_index_the_page_says_so(visit: Visit, site: tuple[Path, str]) -> None:
    visit.page.route("**/search-index/**", lambda route: route.abort())
    visit.page.goto(f"{site[1]}/search/index.html?q=ferry")
    expect(visit.page.locator("#failed .notice")).to_contain_text("could not be read")


def test_without_javascript_the_page_offers_other_ways(browser: Browser, site: tuple[Path, str]) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site[1]}/index.html")
        page.get_by_role("searchbox").fill("ferry")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/index.html?q=ferry")
        notice = page.locator("noscript p")
        expect(notice).to_be_visible()
        assert "needs JavaScript" in notice.inner_text()
        expect(page.locator("#search")).to_be_hidden()
        notice.locator("a[href*=topics]").click()
        page.wait_for_url("**/topics/index.html")
