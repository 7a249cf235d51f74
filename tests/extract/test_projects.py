"""Projects: which a text calls by name, and where it comes back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.reading import cases, in_each_place, record, words

if TYPE_CHECKING:
    from collections.abc import Callable


@in_each_place
@pytest.mark.parametrize("case", cases("projects"))
def test_projects(case: dict[str, object], place: Callable[[object], str]) -> None:
    made = record(place(case["text"]))
    found = [[one.slug, one.name, one.kind, [words(made.text, span) for span in one.mentions]] for one in made.projects]
    assert found == case["found"]


def test_a_name_over_two_lines_is_one_name() -> None:
    (one,) = record("The Veldor Development\nBank lends.").projects
    assert one.name == "Veldor Development Bank"


def test_a_text_without_such_nouns_names_no_project() -> None:
    assert record("It rains in Orm.").projects == ()
