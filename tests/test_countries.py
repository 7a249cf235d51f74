"""Which countries an article is of, what stands on their shelves, and the months of a picture."""

from __future__ import annotations

from sco_digest.model import Place, Span
from sco_digest.pages.timeline import HEIGHT, MOST, timeline
from sco_digest.site.countries import countries_of
from tests import samples
from tests.joined import build_site

TEXT = "Kyrgyzstan opens a road. Osh is glad. Tashkent sent a note, and so did Bishkek."


def article(*places, headline="A way"):
    """A record that names these words as places of these countries."""
    spans = [(code, word, TEXT.index(word)) for word, code in places]
    found = tuple(Place(code, word, Span(at, at + len(word))) for code, word, at in spans)
    return samples.record("road", TEXT, "2025-05-05", headline, places=found)


def test_a_country_that_is_named_twice():
    assert countries_of(article(("Osh", "KG"), ("Bishkek", "KG"), ("Tashkent", "UZ"))) == ("KG",)


def test_a_country_in_the_headline():
    record = article(("Kyrgyzstan", "KG"), ("Tashkent", "UZ"), headline="Kyrgyzstan opens a road")
    assert countries_of(record) == ("KG",)


def test_a_country_that_a_speaker_speaks_for_or_a_figure_is_of():
    seed = samples.seed()
    assert {"KG"} <= set(countries_of(seed))
    figures = {figure.place.country for figure in seed.statistics if figure.place}
    assert figures <= set(countries_of(seed))


def test_named_in_passing_and_not_at_all():
    assert countries_of(article(("Tashkent", "UZ"))) == ()
    assert countries_of(article()) == ()


def test_a_shelf_has_the_articles_their_topics_and_who_speaks_for_the_country():
    site = build_site(samples.records(), samples.content(), samples.settings())
    shelf = next(shelf for shelf in site.countries if shelf.ref.name == "KG")
    assert shelf.ref.path == "countries/kg/index.html"
    assert [place for place, entry in enumerate(site.entries) if shelf.ref in entry.countries] == list(shelf.entries)
    assert "adylbek-kasymaliev" in [tally.ref.slug for tally in shelf.speakers]
    assert shelf.topics
    named = {tally.ref for topic in site.topics for tally in topic.countries}
    assert shelf.ref in named


def entries(*months):
    records = [samples.record(f"a{number}", "Text.", f"{month}-01", "A") for number, month in enumerate(months)]
    return build_site(records, samples.content(), samples.settings()).entries


def test_the_picture_has_every_month_between_the_first_and_the_last():
    picture = timeline(entries("2024-11", "2025-02", "2025-02"))
    assert [(bar.month, bar.count) for bar in picture.bars] == [
        ("2024-11", 1),
        ("2024-12", 0),
        ("2025-01", 0),
        ("2025-02", 2),
    ]
    assert [bar.height for bar in picture.bars] == [HEIGHT / 2, 0, 0, HEIGHT]
    assert (picture.most.month, picture.width) == ("2025-02", 40)
    assert [bool(bar.path) for bar in picture.bars] == [True, False, False, True]


def test_one_month_is_no_picture():
    assert timeline(entries("2025-02", "2025-02")) is None
    assert timeline(()) is None


def test_of_many_years_the_newest_months_are_shown():
    picture = timeline(entries("2015-01", "2025-02", "2025-02"))
    assert (len(picture.bars), picture.bars[-1].month) == (MOST, "2025-02")
