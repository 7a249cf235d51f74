"""A sentence in, its clauses as far as times keep to them out: relative clauses, brackets, what is so now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range, When
    from sco_digest.extract.tokens import Tokens


class TimeClauses:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lower, self.time = tokens.lower, lexicon.words.time
        self.past, self.participles = lexicon.words.nouns.past_ending, lexicon.words.links.participles
        self.changes, self.measures = lexicon.moving, lexicon.words.change.measure
        self.joins, self.now = lexicon.words.links.and_, lexicon.present

    def breaks(self, first: int, last: int) -> list[int]:
        """The marks of a sentence that part its clauses, and "and" before another "that"."""
        lower, that = self.lower, self.time.that
        marks = [i for i in range(first, last - 1) if lower[i] in {",", ";"} or lower[i + 1] in that]
        return [i for i in marks if lower[i] == ";" or self._parts(i)]

    def _parts(self, i: int) -> bool:
        """Whether a comma and a conjunction, or "and that" begin at token `i`."""
        return (self.lower[i + 1] if self.lower[i] == "," else self.lower[i]) in self.time.breaks

    def closed(self, figures: list[Figure], first: int, last: int) -> list[Range]:
        """Relative clauses between commas, and brackets with a figure: their times are theirs alone."""
        end = self._next(",", first, last)  # founded in 1998, the plant
        found = [(first - 1, end)] if end < last and self._is_participle(first) else []
        for i in range(first, last - 1):
            if self.lower[i] == "," and self._opens_aside(i + 1, last):
                found.append((i, self._next(",", i + 1, last)))
            elif self.lower[i] == "(":
                end = self._next(")", i, last)
                found.extend([(i, end)] if any(i < figure.first < end for figure in figures) else [])
        return found

    def _opens_aside(self, i: int, last: int) -> bool:
        """Whether ", which", or ", opened in 2020," begins at token `i`."""
        participle = self._is_participle(i) and self._next(",", i, last) < last
        return self.lower[i] in self.time.relatives or participle

    def _is_participle(self, i: int) -> bool:
        return self.lower[i].endswith(self.past) or self.lower[i] in self.participles

    def _next(self, mark: str, i: int, last: int) -> int:
        return next((k for k in range(i, last) if self.lower[k] == mark), last)

    def is_apart(self, before: When, figure: Figure) -> bool:
        """Whether a semicolon stands between, and behind it no word of measure or of change."""
        between = self.lower[before.last : figure.begin]
        if ";" not in between:
            return False
        clause = between[len(between) - between[::-1].index(";") :]
        return self.measures.isdisjoint(clause) and self.changes.isdisjoint(clause)

    def goes_on_now(self, end: int, begin: int) -> bool:
        """Whether what happened at a time is joined by what is so now: "was opened in 1998 and employs 900 people"."""
        joined = (i for i in range(end, begin - 1) if self.lower[i] in self.joins)
        return any(self.lower[i + 1] in self.now for i in joined)
