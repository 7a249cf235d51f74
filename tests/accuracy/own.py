"""The texts of `tests/texts` come in; what is said and wanted of all of them goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.claims import Claim
from tests.accuracy.comparison import compare, subject_overlap
from tests.accuracy.reading import reading
from tests.extract.gold import GOLD, documents, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.rules import Rules
    from tests.accuracy.claims import Wanted


def judged() -> list[Claim | Wanted]:
    """Of every article."""
    return [one for (name, place), gold in GOLD.items() for one in compare(records(name)[place], gold)]


def mean_subject_overlap() -> float:
    """Over the figures that are found, 0 to 1."""
    every = [one for (name, place), gold in GOLD.items() for one in subject_overlap(records(name)[place], gold)]
    return sum(every) / len(every)


def traced(*, watch: bool) -> Iterator[tuple[Claim, Rules]]:
    """What is said, with the rules that found it."""
    every = (documents(name)[place] for name, place in GOLD)
    for gold, (record, rules) in zip(GOLD.values(), reading(every, watch=watch), strict=True):
        yield from ((one, rules) for one in compare(record, gold) if isinstance(one, Claim))
