"""Values of several articles as series: which make one, in what order, under which name and address, what disagrees."""

from __future__ import annotations

from msgspec.structs import replace

from sco_digest.site.measures import read_measures
from sco_digest.site.series import _slugs
from tests.site.reading import article, series_of, site_of

FIRST = ("2023-02-01", "Exports of Kyrgyzstan amounted to $2.2 billion in 2022.")
SECOND = ("2024-02-01", "Kyrgyz exports reached $3.3 billion in 2023.")
THIRD = ("2024-05-01", "Exports of Kyrgyzstan totalled $3.1 billion in 2023, Bolot Arin said.")


def test_one_value_is_no_series():
    assert series_of(FIRST) == ()


def test_one_article_with_two_times_is_one():
    text = "Exports of Kyrgyzstan amounted to $2.2 billion in 2022. Exports of Kyrgyzstan reached $3.3 billion in 2023."
    (one,) = series_of(("2024-02-01", text))
    assert [point.start for point in one.points] == ["2022", "2023"]


def test_values_stand_by_time_with_their_articles_and_speakers():
    site = site_of(THIRD, FIRST, SECOND)
    (one,) = site.series
    assert [(point.start, point.value, point.date) for point in one.points] == [
        ("2022", 2.2e9, "2023-02-01"),
        ("2023", 3.3e9, "2024-02-01"),
        ("2023", 3.1e9, "2024-05-01"),
    ]
    assert [point.speaker.name if point.speaker else None for point in one.points] == [None, None, "Bolot Arin"]
    assert all(point.path == f"{site.entries[point.entry].path}#s1" for point in one.points)
    assert (one.ref.name, one.country, one.unit, one.change, one.articles) == (
        "Exports of Kyrgyzstan",
        "KG",
        "USD",
        False,
        3,
    )


def test_values_for_one_time_that_disagree_are_marked():
    (one,) = series_of(FIRST, SECOND, THIRD)
    assert [point.disputed for point in one.points] == [False, True, True]


def test_values_that_only_their_articles_date_are_never_disputed():
    texts = (
        "The population of Kyrgyzstan is 7.2 million people.",
        "The population of Kyrgyzstan is 7.9 million people.",
    )
    (one,) = series_of(*(("2024-05-01", text) for text in texts))
    assert [(point.published, point.start, point.disputed) for point in one.points] == [(True, "2024-05-01", False)] * 2


def test_the_address_stays_where_further_articles_use_other_words():
    before = series_of(FIRST, THIRD)[0].ref
    more = [(f"2025-0{month}-01", f"Kyrgyz exports reached ${month}.4 billion in 2024.") for month in range(1, 6)]
    after = series_of(FIRST, THIRD, *more)[0].ref
    assert (before.path, before.name) == ("statistics/export-usd-kg/index.html", "Exports of Kyrgyzstan")
    assert (after.path, after.name) == (before.path, "Kyrgyz exports")


def test_of_two_series_with_one_address_the_later_gets_a_number():
    found = {}
    for name, date, text in (("later", *SECOND), ("earlier", *FIRST)):
        (measure,) = read_measures(article(name, date, text))
        key = replace(measure.key, subject="r&d export" if name == "later" else "r-d export")
        found[key] = [(0, replace(measure, key=key))]
    assert {key.subject: slug for key, slug in _slugs(found).items()} == {
        "r-d export": "r-d-export-usd-kg",
        "r&d export": "r-d-export-usd-kg-2",
    }


def test_no_series_takes_the_address_of_the_list_of_series():
    (measure,) = read_measures(article("any", *FIRST))
    key = replace(measure.key, subject="Ovér", unit="time", per="", city="", country="")
    assert _slugs({key: [(0, replace(measure, key=key))]}) == {key: "over-time-2"}


def test_many_series_of_one_address_are_numbered_on():
    (measure,) = read_measures(article("any", *FIRST))
    marks = [chr(0x2200 + n) for n in range(300)]  # which no address has
    keys = [replace(measure.key, subject=f"export {mark}") for mark in marks]
    slugs = _slugs({key: [(0, replace(measure, key=key))] for key in keys})
    assert [slugs[key] for key in keys] == ["export-usd-kg", *(f"export-usd-kg-{n}" for n in range(2, 301))]


def test_levels_and_changes_are_two_series():
    texts = [
        (
            f"{year + 1}-02-01",
            f"Exports of Kyrgyzstan reached ${year - 2020} billion in {year}, up {year - 2018} percent.",
        )
        for year in (2022, 2023)
    ]
    assert {(one.ref.slug, one.change) for one in series_of(*texts)} == {
        ("export-usd-kg", False),
        ("export-change-percent-kg", True),
    }


def test_an_entry_knows_the_series_of_its_figures():
    site = site_of(FIRST, SECOND)
    assert [
        [(one.figure, one.series.ref.slug, one.series.count) for one in entry.series] for entry in site.entries
    ] == [
        [(0, "export-usd-kg", 2)],
        [(0, "export-usd-kg", 2)],
    ]


def test_a_site_without_their_pages_has_none():
    site = site_of(FIRST, SECOND, parts=("article",))
    assert site.series == ()
    assert not any(entry.series for entry in site.entries)


def test_articles_with_values_of_one_series_are_related():
    other = ("2023-03-01", "The wheat harvest failed.")
    site = site_of(FIRST, other, SECOND, ("2023-04-01", "Snow fell."))
    newest = site.related[0]
    assert ["export-usd-kg" in [ref.slug for ref in one.shared] for one in newest] == [True]
