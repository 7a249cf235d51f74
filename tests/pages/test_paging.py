"""Lists are paged from the oldest end, so a new item changes the newest page and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.pages.paging import paged


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, [0]), (1, [1]), (5, [5]), (9, [9]), (10, [5, 5]), (14, [9, 5]), (15, [5, 5, 5])],
)
def test_the_first_page_holds_up_to_twice_as_many(count, sizes):
    assert [len(part) for _, part in paged(range(count), 5, "index.html")] == sizes


def test_neighbours():
    found = [(p.path, p.number, p.newer, p.older) for p, _ in paged(range(16), 5, "topics/trade/index.html")]
    top = "topics/trade"
    assert found == [
        (f"{top}/index.html", 0, "", f"{top}/page/2/index.html"),
        (f"{top}/page/2/index.html", 2, f"{top}/index.html", f"{top}/page/1/index.html"),
        (f"{top}/page/1/index.html", 1, f"{top}/page/2/index.html", ""),
    ]


@given(st.integers(0, 300), st.integers(1, 20))
def test_every_item_once_in_order_and_older_pages_are_full(count, per_page):
    parts = list(paged(range(count), per_page, "index.html"))
    assert [item for _, part in parts for item in part] == list(range(count))
    assert all(len(part) == per_page for _, part in parts[1:])
    assert len(parts[0][1]) < 2 * per_page


@given(st.integers(1, 200), st.integers(1, 20))
def test_a_new_item_leaves_the_older_pages_as_they_are(count, per_page):
    items = list(range(count, 0, -1))
    before = {paging.path: (paging.older, list(part)) for paging, part in paged(items, per_page, "index.html")}
    after = {
        paging.path: (paging.older, list(part)) for paging, part in paged([count + 1, *items], per_page, "index.html")
    }
    assert all(after[path] == before[path] for path in before if path != "index.html")
