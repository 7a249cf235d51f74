"""Prints: what they are made from, and how much of it there is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sco_digest.cache.prints import encoded, value
from sco_digest.many import FEW, Many
from sco_digest.model import Ref
from sco_digest.pages import plan
from sco_digest.standing import WORD, state, within
from tests import samples
from tests.joined import at_hand, build_site
from tests.site.reading import article


def refs(number: int) -> tuple[Ref, ...]:
    return tuple(Ref(f"slug-{n}", f"Name {n}", f"path/{n}") for n in range(number))


def test_a_long_row_is_told_apart_by_a_print_of_it() -> None:
    few, many, other = refs(FEW), Many.of(refs(FEW + 1)), Many.of((*refs(FEW), Ref("x", "y", "z")))
    assert Many.of(few) is few
    assert (len(many), many[0], many[:2], list(many)) == (FEW + 1, refs(1)[0], refs(2), list(refs(FEW + 1)))
    assert many == refs(FEW + 1) == Many(refs(FEW + 1))
    assert hash(many) == hash(refs(FEW + 1))
    assert value(many) == value(Many(refs(FEW + 1))) != value(other)
    assert len(encoded([many])[0]) < 32


@pytest.mark.parametrize("number", [0, WORD - 1, WORD, 2 * WORD, -WORD, -WORD - 1, -2 * WORD])
def test_a_time_of_any_century_can_be_printed(number: int) -> None:
    assert within(number) == sorted([-(2**63), number, 2**63 - 1])[1]
    assert encoded([within(number)])


@pytest.mark.parametrize("changed", [WORD - 1, WORD, -WORD, -WORD - 1])
@pytest.mark.parametrize("moved", [WORD - 1, WORD, -WORD, -WORD - 1])
def test_a_file_of_any_century_can_be_printed(changed: int, moved: int) -> None:
    stat = SimpleNamespace(st_dev=0, st_mode=1, st_size=2, st_ino=3, st_mtime_ns=changed, st_ctime_ns=moved)
    assert state(stat) == (1, 2, 3, within(changed), within(moved))
    assert encoded([state(stat)])


def test_what_pages_are_told_apart_by_grows_with_the_facts_of_a_text_and_not_with_their_square() -> None:
    """Each row of a list has its article, and an article has each of its figures that stand in a series."""

    def size(years: int) -> int:
        text = " ".join(f"Kyrgyz exports totalled {n} million dollars in {n}." for n in range(1900, 1900 + years))
        record = article("a", "2025-03-04", text)
        pages = plan(build_site([record], samples.content(), samples.settings()), at_hand([record]))
        contexts = [page.context for page in pages]
        parts = [part for one in contexts for part in encoded(getattr(one, name) for name in one.__struct_fields__)]
        return sum(map(len, parts))

    assert size(100) < 2.5 * size(50)
