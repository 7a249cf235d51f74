"""Which names are one project, which projects have a page, and what stands on their shelves."""

from __future__ import annotations

import re
from functools import partial

import pytest
from msgspec.structs import replace

from sco_digest.model import Place, Span
from tests import samples
from tests.extract.test_growth import steps
from tests.joined import build_site

PLACES = {"Orm": "XO", "Velm": "XV", "Tarn": "XT"}


def article(name, kind, *further, date="2025-05-05", number=1, text=""):
    """A record that names a project; every place of the invented world that its text has is read."""
    text = text or f"Report {number}. They spoke of the {name}{''.join(f', then of {words}' for words in further)}."
    places = tuple(Place(code, word, samples.find(text, word)) for word, code in PLACES.items() if word in text)
    made = samples.project(text, name, kind, *further)
    return samples.record(f"a{number}", text, date, f"Report {number}", projects=(made,), places=places)


def shelves(*records):
    return build_site(records, samples.content(), samples.settings()).projects


ONE = {
    "case and dashes": ("Orm–Velm railway", "Orm-Velm Railway", "railway"),
    "another order of places": ("Orm–Velm–Tarn railway", "Tarn-Velm-Orm railway", "railway"),
    "blanks around a dash": ("Orm – Velm road", "Orm–Velm road", "road"),
}
TWO = {
    "words that are no places keep their order": ("East–West pipeline", "West–East pipeline", "pipeline"),
    "other places": ("Orm–Velm railway", "Orm–Tarn railway", "railway"),
    "a longer name": ("Orm Bank", "Orm Development Bank", "bank"),
    "a bank is named by no places": ("Orm-Velm Bank", "Velm-Orm Bank", "bank"),
}


@pytest.mark.parametrize(("one", "other", "kind"), ONE.values(), ids=ONE)
def test_names_of_one_project(one, other, kind):
    (shelf,) = shelves(article(one, kind), article(other, kind, number=2, date="2025-06-01"))
    assert len(shelf.entries) == 2


@pytest.mark.parametrize(("one", "other", "kind"), TWO.values(), ids=TWO)
def test_names_of_two_projects(one, other, kind):
    assert len(shelves(article(one, kind), article(other, kind, number=2))) == 2


def test_an_abbreviation_that_another_article_defines():
    whole = article("Great Lake Transit System", "system", "GLTS")
    short = article("GLTS system", "system", number=2, date="2025-06-01")
    (shelf,) = shelves(whole, short)
    assert shelf.slugs == ("glts-system", "great-lake-transit-system")
    assert shelf.ref.slug == "great-lake-transit-system"


def test_an_abbreviation_of_two_projects_is_of_neither():
    found = shelves(
        article("Great Lake Transit System", "system", "GLTS"),
        article("Green Land Tax System", "system", "GLTS", number=2),
        article("GLTS system", "system", number=3),
    )
    assert len(found) == 3


def test_the_address_is_that_of_the_oldest_article_and_the_name_that_of_most():
    old = article("Velm-Orm railway", "railway")
    newer = [article("Orm–Velm railway", "railway", number=number, date="2025-07-01") for number in (2, 3)]
    (shelf,) = shelves(*newer, old)
    assert (shelf.ref.slug, shelf.ref.name) == ("velm-orm-railway", "Orm–Velm railway")


@pytest.mark.parametrize("kind", ["university", "centre", "road"])
def test_what_one_article_names_in_passing_has_no_page(kind):
    once = article(f"Velm Lake {kind.title()}", kind)
    assert shelves(once) == ()
    assert len(shelves(once, article(f"Velm Lake {kind.title()}", kind, number=2))) == 1
    record = replace(
        once, commitments=(samples.commitment(once.text, "spoke", "of the", projects=(once.projects[0].slug,)),)
    )
    assert len(shelves(record)) == 1, "something is planned on it"


def test_a_road_between_places_has_a_page():
    assert len(shelves(article("Orm–Velm road", "road"))) == 1


def test_an_entry_has_the_projects_of_its_record_in_its_order():
    record = article("Orm–Velm railway", "railway")
    passing = samples.project(record.text, "Report", "university")
    site = build_site([replace(record, projects=(passing, *record.projects))], samples.content(), samples.settings())
    assert [ref and ref.slug for ref in site.entries[0].projects] == [None, "orm-velm-railway"]


def test_a_shelf_counts_what_its_sentences_name():
    site = build_site(samples.records(), samples.content(), samples.settings())
    shelf = next(shelf for shelf in site.projects if shelf.kind == "railway")
    assert [tally.ref.slug for tally in shelf.topics] == ["transport"]
    assert shelf.speakers == ()
    assert site.entries[shelf.entries[0]].id == samples.SEED.stem


def test_the_order_of_the_records_is_nothing():
    records = [article("Orm–Velm railway", "railway", number=number) for number in (1, 2)]
    records.append(article("Velm–Orm railway", "railway", number=3, date="2025-01-01"))
    assert shelves(*records) == shelves(*records[::-1])


def test_thousands_of_projects_in_one_text_are_not_each_sought_in_all_of_it():
    cost = {}
    for number in (50, 200):
        names = [f"Orm–{'abcdefghij'[one % 10] * (one // 10 + 3)} railway".title() for one in range(number)]
        text = " ".join(f"They spoke of the {name} in Velm." for name in names)
        made = tuple(samples.project(text, name, "railway") for name in names)
        places = tuple(Place("XV", "Velm", Span(one.start(), one.end())) for one in re.finditer("Velm", text))
        record = samples.record("a1", text, "2025-05-05", "Report 1", projects=made, places=places)
        assert len(shelves(record)) == number
        cost[number] = steps(partial(shelves, record)) / number
    assert cost[200] <= 1.2 * cost[50]
