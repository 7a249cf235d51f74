"""Pages and recipes come in; the same print for the same, and another where anything in them is another, goes out."""

from __future__ import annotations

import pytest
from msgspec import Struct
from msgspec.structs import replace

from sco_digest.cache import Prints
from sco_digest.cache.prints import encoded
from sco_digest.many import Many
from sco_digest.model import Entry, Page, Recipe, Ref

ORM = Entry(id="orm", path="orm.html", date="2025-11-19", headline="Orm")
SELT = Entry(id="selt", path="selt.html", date="2025-11-20", headline="Selt")


class Row(Struct, frozen=True):
    """An article in a list."""

    entry: Entry
    words: str = ""


class Note(Struct, frozen=True):
    """The same in a list of something else."""

    entry: Entry
    words: str = ""


class List(Struct, frozen=True):
    """What a template is given in these tests."""

    title: str = "News"
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()
    first: Entry | None = None


def page(**fields: object) -> Page:
    return Page(path="index.html", kind="list", context=List(**fields))


SITE = {"entries": (ORM, SELT), "rows": (Row(ORM, "1"),), "first": ORM}
OTHERS = {
    "a word": {"title": "Old news"},
    "the order": {"entries": (SELT, ORM)},
    "an article less": {"entries": (ORM,)},
    "an article that says something else": {"entries": (ORM, replace(SELT, headline="Ilva"))},
    "what a row says beside its article": {"rows": (Row(ORM, "2"),)},
    "the article of a row": {"rows": (Row(SELT, "1"),)},
    "one article alone": {"first": replace(ORM, topics=(Ref("a", "A", "a.html"),))},
    "no article": {"first": None},
    "another kind of row": {"rows": (Note(ORM, "1"),)},
}


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_another_page(case: str) -> None:
    prints = Prints()
    assert prints.of(page(**SITE)).whole != prints.of(page(**SITE | OTHERS[case])).whole


@pytest.mark.parametrize("case", OTHERS)
def test_which_name_is_another(case: str) -> None:
    prints = Prints()
    before, now = prints.of(page(**SITE)), prints.of(page(**SITE | OTHERS[case]))
    pairs = zip(now.names(), before.checksums(), now.checksums(), strict=True)
    assert [name for name, old, new in pairs if old != new] == list(OTHERS[case])


def test_the_next_build_has_the_same_prints_in_whatever_order_it_asks() -> None:
    copy = {"entries": (replace(ORM), replace(SELT)), "rows": (Row(replace(ORM), "1"),), "first": replace(ORM)}
    first, second = Prints(), Prints()
    second.of(page(first=SELT))
    assert first.of(page(**SITE)).whole == second.of(page(**copy)).whole
    assert first.of(page(**SITE)).checksums() == second.of(page(**copy)).checksums()


def test_an_article_that_takes_the_place_of_one_that_nobody_holds_has_its_own_print() -> None:
    """Python gives the number of what is gone to the next."""
    prints = Prints()
    wholes = [prints.of(page(first=replace(ORM, headline=str(number)))).whole for number in range(100)]
    assert len(set(wholes)) == len(wholes)


def test_an_article_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def counted(values: object) -> list[bytes]:
        parts = encoded(values)
        lengths.extend(map(len, parts))
        return parts

    monkeypatch.setattr("sco_digest.cache.prints.encoded", counted)
    long = replace(ORM, summary="x" * 10_000)
    prints = Prints()
    for _ in range(3):
        prints.of(page(entries=(long,) * 50, rows=(Row(long),) * 50))
    assert sum(length > 10_000 for length in lengths) == 1


def test_a_long_row_is_told_by_what_is_in_it() -> None:
    prints = Prints()
    one, other = (page(entries=Many((entry,) * 40)) for entry in (ORM, SELT))
    assert prints.of(one).whole != prints.of(other).whole


def test_a_recipe_is_told_by_its_articles() -> None:
    prints = Prints()
    one, same, other = (Recipe("feed.xml", ("News", (Row(one),)), bytes) for one in (ORM, replace(ORM), SELT))
    assert prints.of_recipe(one).whole == prints.of_recipe(same).whole != prints.of_recipe(other).whole
