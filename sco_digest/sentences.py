"""The sentences of an article in, by number and anchor, what a link or an excerpt needs of them out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from sco_digest.model import Span

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord


class Sentences:
    """The sentences of one record by number, and the name that a link to one of them ends in.

    >>> Sentences(record).anchor(Span(310, 320))
    's4'
    """

    def __init__(self, record: ArticleRecord) -> None:
        self.spans = [sentence for paragraph in record.paragraphs for sentence in paragraph]
        self._starts = [span.start for span in self.spans]
        self._body = record.body

    def number(self, offset: int) -> int:
        """Which sentence a place in the text belongs to, from 1; 0 before the first."""
        return bisect_right(self._starts, offset)

    def anchor(self, span: Span) -> str:
        """The id of the sentence in which a fact begins; `head` for one stated above the article."""
        number = self.number(span.start)
        return f"s{number}" if number else "head" if span.start < self._body else "text"


def excerpt(sentence: Span, fact: Span, most: int = 1000) -> Span:
    """The sentence; of one that is longer than so many characters, only so many around the fact.

    A text without full stops is one sentence, and repeating it for each of its facts would grow without bounds.

    >>> excerpt(Span(0, 5000), Span(2000, 2010))
    Span(start=1505, end=2505)
    """
    if sentence.end - sentence.start <= most:
        return sentence
    middle = fact.start - max(0, most - (fact.end - fact.start)) // 2
    start = max(sentence.start, min(middle, sentence.end - most))
    return Span(start, start + most)
