"""The table of all figures in the browser: filters, order, older pages, an address that keeps them, and no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sco_digest.build import BuildOptions, build
from tests.browser.opening import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARTICLE = """ date 2025-{month:02}-{day:02} {country} counts its trade

Exports of {country} amounted to ${value} million in {year}, Minister of Trade Ilva {name} said on Monday. \
Some {value} tonnes of wool were sold in {country} in {year}, she added. The road is {value} kilometres long.
"""
ARTICLES = 24
"""Of three figures each, on pages of ten to nineteen."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with many figures, served."""
    top = tmp_path_factory.mktemp("facets")
    (top / "seeds").mkdir()
    (top / "content/topics").mkdir(parents=True)
    (top / "content/site.yaml").write_text("title: Facets\nper_page: 5\n")
    (top / "content/topics/trade.md").write_text(
        "---\nname: Trade\norder: 1\ncues:\n  en:\n    strong: [exports]\n---\nTrade.\n"
    )
    for number in range(ARTICLES):
        words = ARTICLE.format(
            month=number % 12 + 1,
            day=number % 28 + 1,
            country=("Kyrgyzstan", "Uzbekistan")[number % 2],
            name=("Torn", "Marek", "Sand")[number % 3],
            value=100 + number,
            year=2022 + number % 3,
        )
        (top / f"seeds/{number:02}.txt").write_text(words)
    report = build(BuildOptions(seeds=top / "seeds", content=top / "content", output=top / "www", jobs=1))
    assert (report.articles, report.problems) == (ARTICLES, ())
    with served(top / "www") as root:
        yield root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def values(page: Page) -> list[str]:
    expect(page.locator("#figures tbody")).not_to_have_attribute("aria-busy", "true")
    return page.locator("#figures tbody tr .amount").filter(visible=True).all_inner_texts()


def test_one_country_and_kind_from_all_pages_highest_first(page: Page, address: str) -> None:
    page.goto(f"{address}/statistics/index.html")
    shown = len(values(page))
    page.get_by_label("Country").select_option("KG")
    page.get_by_label("Kind").select_option("money")
    page.get_by_label("Order").select_option("highest")
    expect(page.get_by_role("status").filter(visible=True)).to_contain_text("12 / ")
    found = values(page)
    assert shown < 3 * ARTICLES, "the first page has but some of them"
    assert found == [f"USD\N{NO-BREAK SPACE}{100 + number}\N{NO-BREAK SPACE}million" for number in range(22, -1, -2)]
    page.locator("#figures tbody tr .amount").filter(visible=True).last.click()
    page.wait_for_load_state()
    assert "$100 million" in page.locator(":target").inner_text(), "a row of an older page leads to its sentence too"


def test_every_filter_leaves_only_what_it_names_and_says_how_much_that_is(page: Page, address: str) -> None:
    page.goto(f"{address}/statistics/index.html")
    page.get_by_label("What it measures").fill("EXPORTS")
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(f"{ARTICLES} / {3 * ARTICLES}")
    assert "Trade (24)" in page.get_by_label("Topic").locator("option").all_inner_texts()
    page.get_by_label("Topic").select_option("trade")
    page.get_by_label("Period").select_option("2023")
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(f"8 / {3 * ARTICLES}")
    page.get_by_label("Given by").select_option(index=1)
    assert 0 < len(values(page)) <= 8
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(f"{3 * ARTICLES} / {3 * ARTICLES}")


def test_an_address_keeps_what_was_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/statistics/index.html")
    page.get_by_label("Country").select_option("UZ")
    page.get_by_label("Order").select_option("lowest")
    found = values(page)
    assert page.url.endswith("?country=UZ&sort=lowest")
    page.reload()
    expect(page.get_by_label("Country")).to_have_value("UZ")
    assert values(page) == found


def test_the_figures_of_some_days_are_those_of_their_articles(page: Page, address: str) -> None:
    page.goto(f"{address}/statistics/index.html?from=2025-03-01&to=2025-03-15")
    expect(page.get_by_label("Published until")).to_have_value("2025-03-15")
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(f"6 / {3 * ARTICLES}")
    page.get_by_label("Published from").fill("2025-03-04")
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(f"3 / {3 * ARTICLES}")


def test_without_scripts_it_is_a_plain_table(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/statistics/index.html")
        assert not page.get_by_label("Country").is_visible()
        assert page.locator("#figures tbody tr").filter(visible=True).count() >= 10
