"""Tokens in, the numbers in them out, in digits, in words or both: "1.5 billion", "three and a half".

A number here is not yet a figure: years, times and names are sorted out later, where the words around are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_plural
from sco_digest.extract.phrase_table import longest
from sco_digest.extract.readings import Number
from sco_digest.extract.tables import rows_of_numbers
from sco_digest.extract.tokens import DASHES
from sco_digest.extract.values import convert

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

DIGITS: Final = frozenset("0123456789")
MARKS: Final = frozenset("-/,")
CAPITAL_SCALES: Final = frozenset("BMKT")
LARGEST: Final = 10**18
"""A larger number is a row of number words, not an amount."""
MOST_WORDS: Final = 12
"""More number words in a row are no number that a text would give."""


def find_numbers(tokens: Tokens, lexicon: Lexicon) -> list[Number]:
    """All numbers of the text, in its order, not overlapping."""
    digits = [i for i in tokens.unlike if tokens.words[i][0] in DIGITS]
    candidates = sorted({*tokens.where(lexicon.starters), *digits})
    rows = rows_of_numbers(tokens, candidates)
    reader = _Reader(tokens, lexicon)
    found: list[Number] = []
    done = 0
    for i in candidates:
        if i < done or tokens.sentence_of[i] in rows:
            continue
        first, last = tokens.sentences[tokens.sentence_of[i]]
        number = reader.read(i, max(done, first), last)
        if number:
            found.append(number)
            done = number.last
    return found


class _Reader:
    """Finds where a number ends, and reads it."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.lexicon = lexicon
        self.table = lexicon.words.numbers
        self.links = lexicon.words.links
        self.floor = self.end = 0
        """The first token that is not part of a number or a sentence before, and where the sentence ends."""

    def read(self, i: int, floor: int, end: int) -> Number | None:
        """The number that begins at token `i`, of a sentence of which tokens `floor` to `end` are not read yet."""
        self.floor, self.end = floor, end
        word = self.lower[i]
        if word[0] in DIGITS:
            return self._plain(i)
        if word in self.table.folds:
            return Number(i, i + 1, self.table.folds[word], fold=True)
        if word in self.table.vague:
            return self._vague(i)
        if word in self.table.scales:
            return self._scale(i)
        if word in self.table.fractions:
            return self._fraction(i)
        return self._plain(i)

    def _plain(self, i: int, first: int | None = None) -> Number | None:
        """A number that begins with digits or a cardinal."""
        end, following = i + 1, self._at(i + 1)
        if following in self.lexicon.in_numbers or following[:1].isdecimal():
            while end < i + MOST_WORDS and (step := self._step(end)) > 0:
                end += step
        first = i if first is None else first
        words = self.lower[first:end]
        if end > first + 1:
            words = [word for word in words if word != "-" and word not in self.table.joins]
        value = convert(words, self.table)
        if value is None or value > LARGEST:
            return None
        last = self.lower[end - 1]
        if last[0] in DIGITS:
            return Number(first, end, float(value))
        scale = self.table.scales.get(last) or self.table.short_scales.get(last, 1)
        share = last in self.table.fractions and value < 1
        whole = self._of_a_unit(end) if share else None
        return Number(first, whole or end, float(value), scale, share=share and whole is None)

    def _vague(self, i: int) -> Number:
        """ "dozens", "tens of thousands"."""
        end = i + 1
        while self._at(end) in self.links.of and self._at(end + 1) in self.table.vague:
            end += 2
        return Number(i, end, None)

    def _scale(self, i: int) -> Number | None:
        """ "a million", "several hundred": a scale counts only after a word that says how often."""
        before = self.lower[i - 1] if i > self.floor else ""
        if before in self.table.some:
            end = i + 1
            while self._at(end) in self.table.scales:
                end += 1
            return Number(i - 1, end, None)
        return self._plain(i, i - 1) if before in self.table.articles else None

    def _fraction(self, i: int) -> Number | None:
        """ "half", "a quarter", "half a million", "a quarter of a million": a part, or part of a scale."""
        half = self.table.fractions[self.lower[i]] == 2
        before = self.lower[i - 1] if i > self.floor else ""
        counted = before in self.table.articles
        if not (half or counted):
            return None
        first = i - 1 if counted else i
        part = 1 / self.table.fractions[self.lower[i]]
        end = i + 1 + (self._at(i + 1) in self.links.of and self._at(i + 2) in self.table.articles)
        article = self._at(end) in self.table.articles
        scale = self.table.scales.get(self._at(end + article))
        if scale:
            return Number(first, end + article + 1, part * scale, scale)
        if self._at(i + 1) in self.table.articles:
            return Number(first, i + 2, part)
        whole = self._of_a_unit(i + 1)
        point = counted and self._at(i + 1 + (self._at(i + 1) == "-")) in self.table.parted  # a quarter-point
        return Number(first, whole or i + 1, part, share=whole is None and not point)

    def _of_a_unit(self, i: int) -> int | None:
        """Where the number ends whose part of one unit goes on at token `i`: "a quarter of a mile", "of a point"."""
        if self._at(i) not in self.links.of or self._at(i + 1) not in self.table.articles:
            return None
        if self._at(i + 2) in self.table.parted:
            return i + 2
        unit = longest(self.lexicon.units, self.lower, i + 2, self.end)
        return i + 2 if unit and self._at(unit[1]) != "-" else None

    def _at(self, i: int) -> str:
        return self.lower[i] if i < self.end else ""

    def _step(self, i: int) -> int:
        """How many tokens from `i` go on with the number that ends before it."""
        word, before = self._at(i), self.lower[i - 1]
        if word in self.table.scales:
            return 1
        if before in self.table.scales and word[:1].isdecimal():
            return int(self._is_lower_part(i))
        if word in self.table.short_scales:
            scales = self._short_scale(i) if self.tokens.glued(i) else self._capital_scale(i)
            return int(before[-1].isdecimal() and scales)
        if word in MARKS or word in self.table.joins:
            return self._step_over_mark(i)
        if before[0].isdecimal():
            return self._step_after_digits(i)
        return int(self._adds(before, word) or self._parts(before, word))

    def _is_lower_part(self, i: int) -> bool:
        """Whether digits behind a scale go on with it: "1 million 200.5 thousand", "4 thousand 812 tractors"."""
        word, scale = self.lower[i], self.table.scales[self.lower[i - 1]]
        part, whole = self.table.scales.get(self._at(i + 1), 1), self.lower[i - 2].isalnum()
        if part > 1:
            return 1000 * part <= scale and (word.isdecimal() or whole)
        return scale == 1000 and whole and word.isdecimal() and 1 < len(word) <= 3 and self._at(i + 1) != "-"

    def _step_after_digits(self, i: int) -> int:
        """More after digits: a group of thousands after a space, "½" or "1/2"."""
        word, before = self._at(i), self.lower[i - 1]
        if word in self.table.fraction_signs:
            return 1
        if not word[:1].isdecimal():
            return int(word in self.table.fractions and self._parts(before, word))
        if self._at(i + 1) == "/" and self.tokens.glued(i + 1):
            return 3 if self._slash(i) and "." not in before else 0
        return int(self._is_group(i) and before.isdecimal() and len(before) <= 3 and before != "0")

    def _step_over_mark(self, i: int) -> int:
        """More after a hyphen, "and", a slash or a comma."""
        mark, before, after = self.lower[i], self.lower[i - 1], self._at(i + 1)
        if mark == "-":
            whole = self.tokens.glued(i) and self.tokens.glued(i + 1)
            if whole and before.isdecimal() and self._slash(i + 1):  # 9-7/8
                return 4
            if whole and after in self.table.joins and self._at(i + 3) in self.table.articles:  # two-and-a-half
                return 6 if self._at(i + 5) in self.table.fractions else 0
            goes_on = after in self.table.scales or self._adds(before, after) or self._parts(before, after)
            return 2 if whole and goes_on and (before[0].isalpha() or after in self.table.scales) else 0
        if mark in self.table.joins:
            return self._step_over_join(i)
        if mark == "/":
            return 2 if self._slash(i - 1) else 0
        return 2 if after == "000" and before.isdecimal() and len(before) <= 3 and not self.tokens.glued(i + 1) else 0

    def _step_over_join(self, i: int) -> int:
        """More after "and": three and a half, two hundred and five, but not 1.5 million and three."""
        before, after = self.lower[i - 1], self._at(i + 1)
        if after in self.table.articles or after in self.table.ones:
            whole = before not in self.table.fractions
            return 3 if whole and self._at(i + 2) in self.table.fractions else 0
        words = self.table.scales.get(before, LARGEST) <= 1000 and self.lower[i - 2].isalpha()
        return 2 if words and after in self.table.cardinals else 0

    def _adds(self, before: str, word: str) -> bool:
        """Whether a cardinal goes on with the one before it: "twenty five", "two hundred five"."""
        value = self.table.cardinals.get(word)
        if value is None:
            return False
        return before in self.table.scales or (value in range(1, 10) and self.table.cardinals.get(before, 0) >= 20)

    def _parts(self, before: str, word: str) -> bool:
        """Whether a part is counted by the word before it: "two thirds", "one quarter"."""
        if word not in self.table.fractions:
            return False
        return before in self.table.ones or (word.endswith("s") and before in self.table.cardinals)

    def _is_group(self, i: int) -> bool:
        """Whether three digits stand one space after others: 60 000."""
        word = self._at(i)
        return len(word) == 3 and word.isdecimal() and self.tokens.starts[i] == self.tokens.ends[i - 1] + 1

    def _slash(self, i: int) -> bool:
        """Whether "1/2" stands at token `i`, a fraction rather than a date."""
        above, below = self._at(i), self._at(i + 2)
        short = above.isdecimal() and below.isdecimal() and len(above) == 1 and len(below) <= 2
        return short and self.tokens.glued(i + 1) and self.tokens.glued(i + 2) and 0 < int(above) < int(below) <= 16

    def _capital_scale(self, i: int) -> bool:
        """Whether a letter a space after digits multiplies them: "8 B people", and not "plan 3 B"."""
        return self.tokens.words[i] in CAPITAL_SCALES and is_plural(self._at(i + 1), self.lexicon.words.nouns)

    def _short_scale(self, i: int) -> bool:
        """Whether a letter after digits multiplies them: "$3m", "4.3M sales", and not "35m" of rope."""
        before = self.tokens.words[i - 2] if i > 1 else ""
        money = self.lexicon.words.money
        if before in DASHES and i > 3:  # $3-3.5m
            before = self.tokens.words[i - 4]
        if before in money.signs or before in money.codes or self.tokens.words[i] in {"M", "k"}:
            return True
        after = self._at(i + 1)
        if after == "-" and self.tokens.glued(i + 1):  # a 90m-euro clause
            after = self._at(i + 2)
            return after in self.lexicon.money or after in self.lexicon.units
        if after in self.links.of:
            return self._at(i + 2) in self.links.determiners
        return after in self.lexicon.money or after in self.lexicon.units or is_plural(after, self.lexicon.words.nouns)
