"""The pages of a build and what the build before left come in; what has to be made again, and why, goes out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct

from sco_digest.cache import Leftovers, Prints, Store
from sco_digest.model import Page, Recipe
from sco_digest.standing import standing
from tests.writing import later, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sco_digest.cache.made_from import MadeFrom

PATH = "about/index.html"
LOOKS = {"en": {"settings": b"1", "templates": b"2"}, "ru": {"settings": b"1", "templates": b"3"}}


class Story(Struct, frozen=True):
    """What a template is given in these tests."""

    title: str
    words: int = 0


def page(kind: str = "about", title: str = "Orm", words: int = 0) -> MadeFrom:
    return Prints().of(Page(path=PATH, kind=kind, context=Story(title, words)))


def recipe(text: str) -> MadeFrom:
    return Prints().of_recipe(Recipe("feed.xml", (text,), str.encode))


def published(home: Path, made_from: MadeFrom, language: str = "en") -> None:
    """A build that made this one page, or only said that it would where the page is not in the folder."""
    store = Store(home / "store")
    leftovers = Leftovers(store, LOOKS)
    leftovers.why(PATH, language, made_from, None)
    leftovers.save(standing(home / "public"))
    store.save()
    store.close()


def why(home: Path, made_from: MadeFrom, looks: dict[str, dict[str, bytes]] = LOOKS, path: str = PATH) -> str:
    """What the next build says of a page."""
    store = Store(home / "store")
    reason = Leftovers(store, looks).why(path, "en", made_from, standing(home / "public").get(path))
    store.close()
    return reason


NEXT_BUILDS: dict[str, tuple[MadeFrom, dict[str, dict[str, bytes]], str]] = {
    "the same": (page(), LOOKS, ""),
    "another word": (page(title="Selt"), LOOKS, "changed on the page: title"),
    "two other fields": (page(title="Selt", words=2), LOOKS, "changed on the page: title, words"),
    "another kind": (page("story"), LOOKS, "changed on the page: its kind"),
    "a file that is no page": (recipe("Orm"), LOOKS, "changed on the page: its kind"),
    "other settings": (page(), {"en": {"settings": b"9", "templates": b"2"}}, "changed: settings"),
    "other settings and templates": (
        page(),
        {"en": {"settings": b"9", "templates": b"8"}},
        "changed: settings, templates",
    ),
    "something new behind all pages": (page(), {"en": LOOKS["en"] | {"places": b"1"}}, "changed: places"),
    "another language of the site": (page(), {"en": LOOKS["en"], "ru": {"settings": b"9"}}, ""),
}


@pytest.mark.parametrize("case", NEXT_BUILDS)
def test_why_a_page_is_made_again(tmp_path: Path, case: str) -> None:
    made_from, looks, reason = NEXT_BUILDS[case]
    write(tmp_path / "public" / PATH)
    published(tmp_path, page())
    assert why(tmp_path, made_from, looks) == reason


def test_nothing_is_known_before_the_first_build(tmp_path: Path) -> None:
    assert why(tmp_path, page()) == "nothing is known of a build before"


def test_a_page_is_new_where_it_was_not_made_or_was_never_written(tmp_path: Path) -> None:
    published(tmp_path, page())
    assert why(tmp_path, page()) == "it is new", "the file was not there when the build was told of"
    write(tmp_path / "public" / PATH)
    published(tmp_path, page())
    assert why(tmp_path, page(), path="topics/index.html") == "it is new"


def test_a_page_that_was_in_another_language_is_made_again(tmp_path: Path) -> None:
    write(tmp_path / "public" / PATH)
    published(tmp_path, page(), language="ru")
    assert why(tmp_path, page()) == "changed: templates"


def test_a_language_that_nothing_is_known_of_is_made_again(tmp_path: Path) -> None:
    write(tmp_path / "public" / PATH)
    store = Store(tmp_path / "store")
    there = standing(tmp_path / "public")
    leftovers = Leftovers(store, {"en": LOOKS["en"]})
    leftovers.why(PATH, "uz", page(), None)
    leftovers.save(there)
    assert Leftovers(store, LOOKS).why(PATH, "en", page(), there[PATH]) == "changed: settings, templates"


def longer(file: Path) -> None:
    time = file.stat().st_mtime_ns
    file.write_text("Orm!", encoding="utf-8")
    os.utime(file, ns=(time, time))


def another(file: Path) -> None:
    time = file.stat().st_mtime_ns
    copy = write(file.with_name("copy"))
    os.utime(copy, ns=(time, time))
    copy.replace(file)


TOUCHED: dict[str, Callable[[Path], object]] = {
    "written at another time": later,
    "longer, of the same time": longer,
    "another file of the same words and time": another,
    "made readable for all": lambda file: file.chmod(0o777),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("how", TOUCHED)
def test_a_file_that_somebody_touched_is_made_again(tmp_path: Path, how: str) -> None:
    file = write(tmp_path / "public" / PATH)
    file.chmod(0o644)
    published(tmp_path, page())
    TOUCHED[how](file)
    assert why(tmp_path, page()) == "the file is not the one that was written"


def test_a_file_that_is_no_page_is_known_by_what_it_is_made_from() -> None:
    assert recipe("Orm").whole == recipe("Orm").whole != recipe("Selt").whole
