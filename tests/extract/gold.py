"""The texts of `tests/texts` go out as records, beside their gold records and the rules by which both are compared."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sco_digest.content import load_content
from sco_digest.extract import extract
from sco_digest.seeds import read_seeds
from tests.extract.reading import words

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord, Document, Statistic

TEXTS = Path(__file__).parents[1] / "texts"
VOCABULARY = load_content(Path(__file__).parents[2] / "content")[0].vocabulary
GOLD: dict[tuple[str, int], dict[str, Any]] = {
    (path.name.removesuffix(".expected.json"), place): gold
    for path in sorted(TEXTS.glob("*.expected.json"))
    for place, gold in enumerate(json.loads(path.read_text(encoding="utf-8")))
}
"""By the name of the file and the place of the article in it."""


def documents(name: str) -> tuple[Document, ...]:
    """The articles of one file."""
    (path,) = [path for path in TEXTS.glob(f"{name}.*") if not path.name.endswith(".expected.json")]
    found, problems = read_seeds(path, max_bytes=1_000_000)
    assert not problems
    return found


@cache
def records(name: str) -> tuple[ArticleRecord, ...]:
    """What the program reads from one file."""
    return tuple(extract(document, VOCABULARY) for document in documents(name))


def spans(made: ArticleRecord) -> list[tuple[str, str]]:
    """Each surface of a record with the words at its span."""
    text = made.text
    pairs = [(one.surface, text[one.span.start : one.span.end]) for one in made.statistics]
    pairs += [
        (one.subject.text, text[one.subject.span.start : one.subject.span.end])
        for one in made.statistics
        if one.subject
    ]
    pairs += [(one.name, text[one.span.start : one.span.end]) for one in made.places]
    phrases = [one for promised in made.commitments for one in (promised.what, promised.who) if one]
    pairs += [(one.text, words(text, one.span) or "") for one in phrases]
    pairs += [(said.verb, words(text, said.cue) or "") for who in made.speakers for said in who.statements]
    return pairs


def same_value(one: Statistic, want: dict[str, Any]) -> bool:
    """Whether a figure is the one in the gold record: its words overlap and its numbers are equal."""
    overlap = one.surface in want["surface"] or want["surface"] in one.surface
    return overlap and all(
        _close(got, want.get(key))
        for got, key in ((one.value, "value"), (one.low, "low"), (one.high, "high"), (one.origin, "from"))
    )


def same_figure(one: Statistic, want: dict[str, Any]) -> bool:
    """The same value, and the same unit, of which the last word is enough: "flat wagon" and "wagon"."""
    return same_value(one, want) and one.unit.split()[-1:] == want["unit"].split()[-1:]


def same_source(source: str | None, want: str | None) -> bool:
    """Equal, or with a word in common."""
    return source == want or bool(source and want and set(plain_words(source)) & set(plain_words(want)))


def plain_words(text: str) -> list[str]:
    """Lower case, without the words that every name may have."""
    return [word for word in re.findall(r"\w+", text.lower()) if word not in ("the", "of", "s")]


def _close(got: float | None, want: float | None) -> bool:
    return got == want if got is None or want is None else abs(got - want) <= 1e-3 * max(1.0, abs(want))
