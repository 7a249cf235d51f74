"""One person whom some articles name by initials has one slug."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from sco_digest.variants import Known, new_slugs, people_of, renamed, same_people
from tests import samples
from tests.extract.test_growth import steps

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord, Speaker


def naming(name: str, slug: str, country: str | None = None, *others: Speaker) -> ArticleRecord:
    """A record in which someone of this name speaks, gives its figures and promises something."""
    made = samples.plain(1)
    speaker = replace(made.speakers[0], name=name, slug=slug, country=country)
    figures = tuple(replace(one, speaker=slug) for one in made.statistics)
    promised = samples.commitment(made.text, "handled", "salt", speaker=slug)
    return replace(made, speakers=(speaker, *others), statistics=figures, commitments=(promised,))


FULL = naming("Aibek Kerimov", "aibek-kerimov", "KG")
CASES = {
    "an initial": ([FULL, naming("A. Kerimov", "a-kerimov")], "aibek-kerimov"),
    "two initials and a patronymic": (
        [naming("Aibek Serikovich Kerimov", "askerimov", "KG"), naming("A.S. Kerimov", "a-s-kerimov", "KG")],
        "askerimov",
    ),
    "another initial": ([FULL, naming("B. Kerimov", "b-kerimov")], "b-kerimov"),
    "another country": ([FULL, naming("A. Kerimov", "a-kerimov", "UZ")], "a-kerimov"),
    "two whom it fits": (
        [FULL, naming("Asel Kerimov", "asel-kerimov"), naming("A. Kerimov", "a-kerimov")],
        "a-kerimov",
    ),
    "more initials than names": ([FULL, naming("A.S. Kerimov", "a-s-kerimov")], "a-s-kerimov"),
    "nobody else": ([naming("A. Kerimov", "a-kerimov")], "a-kerimov"),
    "an organisation": (
        [replace(FULL, speakers=(replace(FULL.speakers[0], kind="organisation"),)), naming("A. Kerimov", "a-kerimov")],
        "a-kerimov",
    ),
    "both in one article": ([FULL, naming("A. Kerimov", "a-kerimov", None, FULL.speakers[0])], "a-kerimov"),
}


def joined(records: list[ArticleRecord]) -> list[ArticleRecord]:
    """The records with one slug a person."""
    slugs = same_people(person for record in records for person in people_of(record))
    return [renamed(one, new_slugs([speaker.slug for speaker in one.speakers], slugs)) for one in records]


@pytest.mark.parametrize(("records", "slug"), CASES.values(), ids=CASES)
def test_initials_join_one_person(records: list[ArticleRecord], slug: str) -> None:
    last = joined(records)[-1]
    assert last.speakers[0].slug == slug
    assert {one.speaker for one in last.statistics} <= {slug}
    assert [one.speaker for one in last.commitments] == [slug]
    assert last.speakers[0].name == records[-1].speakers[0].name


def test_the_order_of_the_records_is_nothing() -> None:
    records, _ = CASES["an initial"]
    assert joined(records[::-1]) == joined(records)[::-1]


def test_thousands_of_people_are_not_each_compared_with_each() -> None:
    cost = {}
    for number in (100, 400):
        names = [f"{chr(0x4E00 + one)}orm" for one in range(number)]
        initials = [Known(f"a-{name}", ("a", name), frozenset()) for name in names]
        people = [*initials, *(Known(f"asel-{name}", ("asel", name), frozenset()) for name in names)]
        assert len(same_people(people)) == number
        cost[number] = steps(partial(same_people, people)) / number
    assert cost[400] <= 1.2 * cost[100]
