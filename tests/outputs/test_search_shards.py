"""Entries are packed from the oldest end, so that what is full stays as it is, whatever is added later."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.model import Entry
from sco_digest.outputs import search_shards
from sco_digest.outputs.search_shards import packed

FULL = 4


@pytest.fixture(autouse=True, scope="module")
def small():
    """Shards of a few articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_shards, "FULL", FULL)
        yield


def entries(dates):
    """An article for each date, newest first, as a site has them; those of a day are told apart by number."""
    seen = Counter()
    found = []
    for date in sorted(dates):
        seen[date] += 1
        found.append(Entry(id=f"{date} {seen[date]}", path=f"{date}/{seen[date]:03}/", date=date, headline="Salt"))
    return found[::-1]


def names(dates):
    return [(shard.name, len(shard.entries)) for shard in packed(entries(dates))]


CASES = {
    "nothing": ([], []),
    "months are put together until a shard is full": (
        ["2024-11-02", "2024-12-03", "2025-01-04", "2025-03-05", "2025-04-01"],
        [("2024-11", 4), ("2025-04", 1)],
    ),
    "a month stays whole": (["2025-01-01"] * 3 + ["2025-02-01", "2025-02-28"], [("2025-01", 5)]),
    "a long month is taken day by day": (
        ["2025-01-01", *["2025-02-01", "2025-02-05", "2025-02-09"] * 3],
        [("2025-01", 4), ("2025-02-05", 6)],
    ),
    "and its first part is called as before": (
        ["2025-02-03"] * 4 + ["2025-02-05"],
        [("2025-02", 4), ("2025-02-05", 1)],
    ),
    "a long day is taken in parts": (
        ["2025-02-03", *["2025-02-05"] * 9],
        [("2025-02", 5), ("2025-02-05.2", 4), ("2025-02-05.3", 1)],
    ),
    "which may begin a month": (["2025-02-05"] * 6, [("2025-02", 4), ("2025-02.2", 2)]),
}


@pytest.mark.parametrize(("dates", "expected"), CASES.values(), ids=CASES)
def test_what_is_put_together(dates, expected):
    assert names(dates) == expected


DATES = st.lists(
    st.tuples(st.integers(2023, 2024), st.integers(1, 12), st.integers(1, 4)).map(
        lambda day: f"{day[0]}-{day[1]:02}-{day[2]:02}"
    ),
    max_size=80,
)


@given(DATES)
def test_every_article_is_in_one_shard_and_none_is_too_large(dates):
    shards = packed(entries(dates))
    assert list(chain.from_iterable(shard.entries for shard in shards)) == entries(dates)[::-1]
    assert len({shard.name for shard in shards}) == len(shards)
    assert all(FULL <= len(shard.entries) < 2 * FULL for shard in shards[:-1])
    assert all(len(shard.entries) < 2 * FULL for shard in shards[-1:])


@given(DATES, st.integers(1, 3))
def test_what_is_added_at_the_newest_end_leaves_older_shards_alone(dates, more):
    newest = max(dates, default="2024-12-04")
    before, after = packed(entries(dates)), packed(entries([*dates, *[newest] * more]))
    assert after[: max(0, len(before) - 1)] == before[:-1]
    assert [shard.name for shard in after[: len(before)]] == [shard.name for shard in before]


@given(DATES, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_does_not_matter(dates, random):
    mixed = entries(dates)
    random.shuffle(mixed)
    assert packed(mixed) == packed(entries(dates))
