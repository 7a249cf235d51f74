"""The work for a text grows with its length: steps of the interpreter are counted, so that no clock decides."""

from __future__ import annotations

import sys
from functools import cache
from itertools import count, permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sco_digest.extract import extract
from sco_digest.model import Vocabulary
from tests.extract.reading import TOPICS, document

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SEED = next(iter(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))).read_text(encoding="utf-8")
VOCABULARY = Vocabulary(topics=TOPICS)
SHORT = 4000
"""Characters of the shorter of two texts; more than a sentence may have."""
MOST = 1.2
"""How much more a character may cost in a text of twice the length."""
DEAREST = 3
"""How much more a character may cost than in an article."""
DENSEST = 8
"""The same, where all of a long sentence is figures and times, each of which may belong to each."""


def names() -> str:
    """Names that are all different."""
    letters = "bdfgklmnprstvz"
    return "".join(f"{a}{x}{b}o{c} ".title() for a in letters for x in "aeiou" for b in letters for c in letters)


def speakers() -> str:
    """Each with a role and a statement."""
    words = iter(names().split())
    return " ".join(f"Minister {one} {other} met them. He said so." for one, other in zip(words, words, strict=False))


def family() -> str:
    """Many of one surname."""
    return " ".join(f"{name} Ferrin came. Ferrin said no." for name in names().split())


def naming(sentence: str) -> str:
    """A sentence again and again, with names that are all different at its braces."""
    words = iter(names().split())
    gaps = sentence.count("{}")
    return "".join(sentence.format(*one) for one in zip(*[words] * gaps, strict=False))


def plain_words() -> str:
    """Names of banks that differ in words which a shorter form of a name may lack."""
    words = ("National", "Trade", "State", "New", "Old", "Free", "Joint", "Common", "Global", "Public", "Main")
    return "".join(f"The Orm {' '.join(some)} Bank lends. " for some in permutations(words, 3))


def initials() -> str:
    """Many of one surname, each with an initial that may be that of the one before."""
    words = iter(names().split())
    return "".join(f"{one} Sorel {two} Ferrin came. B. Ferrin came. " for one, two in zip(words, words, strict=False))


TEXTS = {
    "one paragraph": SEED.replace("\n", " "),
    "digits": "1",
    "digits apart": "1 ",
    "groups of digits": "12 345 ",
    "money": "$5 ",
    "percent": "5% ",
    "years": "2020 ",
    "numbers in words": "five 12 million ",
    "straight marks": '"',
    "straight marks apart": '" ',
    "curly marks": "“",
    "single marks": "'",
    "single marks before words": "'a ",
    "guillemets": "«a ",
    "capitals": "A",
    "capitals apart": "A ",
    "names": names(),
    "speakers": speakers(),
    "one family": family(),
    "outlets": "The TASS (AFP) hit. ",
    "addresses": "orm.uz.",
    "verbs of saying": "he said, ",
    "brackets": "(1 ",
    "full stops": ". ",
    "commas": ",",
    "dashes": "- ",
    "lines": "a\n",
    "tables": "1 | 2 | 3\n",
    "one word": "a",
    "white space": " \t",
    "railways in one sentence": "the Orm–Selt railway, ",
    "titles of projects in one sentence": "the “Orm” project, ",
    "banks in one sentence": naming("The {} Bank will lend money, "),
}
CROWDED = {
    "railways": naming("The {}–{} railway will open. "),
    "titles of projects": naming("the “{}” project. "),
    "banks that only speak": naming("{} Bank said prices rose. "),
    "banks of plain words": plain_words(),
    "ends of names": naming("{} Lake Bank met. The Lake Bank, the Lake Bank. "),
    "abbreviations": "The Orm Border Lake Centre (OBLC) opened. ",
    "a railway that comes back": "The Orm–Selt railway is old. The railway is long. ",
    "what is to be built": "Kazakhstan will build the Selt dam. ",
    "initials in a family": initials(),
    "speakers who promise": naming("{} Orlov said Orm will build a road. "),
}
"""Texts full of one thing that rules look for: a character of them may cost more than in an article."""


def steps(work: Callable[[], Any]) -> int:
    """How many instructions of Python it takes."""
    counter = count()

    def local(frame: FrameType, event: str, arg: object) -> Any:
        if event == "opcode":
            next(counter)
        return local

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return local

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return next(counter)


@cache
def cost(text: str, length: int) -> float:
    """Instructions for each character of a text that goes on over so many."""
    whole = (text * (length // len(text) + 1))[:length]
    read = document(whole)
    extract(read, VOCABULARY)  # what is remembered from text to text
    return steps(lambda: extract(read, VOCABULARY)) / length


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_character_costs_no_more_in_a_longer_text(text: str) -> None:
    one, other = cost(text, SHORT), cost(text, 2 * SHORT)
    assert other <= MOST * one
    assert other <= DEAREST * cost(SEED + "\n\n", SHORT)


@pytest.mark.parametrize("text", CROWDED.values(), ids=CROWDED)
def test_a_character_costs_no_more_where_there_is_much_of_one_thing(text: str) -> None:
    assert cost(text, 4 * SHORT) <= MOST * cost(text, SHORT)


def test_a_sentence_of_figures_and_times_costs_no_more_than_looking_at_each_pair() -> None:
    text = "exports of Kazakhstan were 5 tonnes in 2024, "
    assert cost(text, SHORT) <= DENSEST * cost(SEED + "\n\n", SHORT)
