"""The text of an article in, its tokens, sentences and paragraphs out: the one tokenisation that all extractors share.

Marks are tokens of their own, and so are hyphens ("3.5-fold" is `3.5`, `-`, `fold`) and the possessive ("Kyrgyzstan’s"
is `Kyrgyzstan`, `’s`). Numbers keep their inner points and commas.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sco_digest.extract.paragraphs import paragraph_breaks
from sco_digest.extract.quote_tags import is_tag
from sco_digest.model import Span

if TYPE_CHECKING:
    from sco_digest.language import Grammar

TOKEN: Final = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                         # dotted abbreviation: U.S., a.m., A.S.
    | \d+(?:[.,]\d+)*                            # number with inner points and commas
    | [^\W\d_]+[\u0300-\u036f]*                  # word, accents written apart included
      (?:['’ʻʼ‘](?!s\b)[^\W\d_]+[\u0300-\u036f]*)*   # and what follows an inner apostrophe: O’Brien, To‘raqulov
    | ['’]s\b                                    # possessive
    | \S                                         # any other mark
    """,
    re.VERBOSE,
)
BLANK: Final = re.compile(r"[^\S ]")  # any white space but the space
LONGEST_KEPT: Final = 40  # characters between two spaces, at most, whose tokens are remembered for the next text
ENDERS: Final = frozenset(".!?…")
CLOSERS: Final = frozenset("\"'”’»)]")
OPENING: Final = frozenset('"“«„‘')
HOURS: Final = frozenset({"a.m.", "p.m."})
DASHES: Final = frozenset("-–—")
MINUS: Final = frozenset("-−–")
ARTICLES: Final = frozenset({"a", "an", "the"})
POSSESSIVES: Final = frozenset({"’s", "'s", "’", "'"})
MARKUP: Final = re.compile(
    r"""
      </?[A-Za-z][^<>]{0,300}>       # a tag of HTML
    | &(?:[a-z]{2,6}|\#\d{1,5});     # an entity
    """,
    re.VERBOSE,
)
LONGEST_SENTENCE: Final = 400
"""Tokens of a sentence at the most; what is longer is cut at a comma, else anywhere."""


class Tokens:
    """Parallel lists, one entry a token, and the ranges that group them.

    `words[i]` stands at `text[starts[i]:ends[i]]`; `lower` is its lower case. `sentences` holds (first, last + 1) token
    indexes, `paragraphs` (first, last + 1) sentence indexes, `sentence_of[i]` the sentence of token i. `capitals` are
    the indexes of the tokens that begin with a capital, `unlike` those of marks, numbers and the words beside them.
    """

    __slots__ = (
        "capitals",
        "ends",
        "lower",
        "paragraphs",
        "places",
        "sentence_of",
        "sentences",
        "starts",
        "text",
        "unlike",
        "words",
    )

    def __init__(self, text: str, body: int, grammar: Grammar) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.unlike: list[int] = []
        self._tokenise(_without_markup(text)[body:], body)
        self.lower = [word.lower() for word in self.words]
        self.places: dict[str, list[int]] = {}
        for i, word in enumerate(self.lower):
            self.places.setdefault(word, []).append(i)
        self.capitals = [i for i, word in enumerate(self.words) if word != self.lower[i] and word[0].isupper()]
        self.sentences: list[tuple[int, int]] = []
        self.paragraphs: list[tuple[int, int]] = []
        for first, last in self._blocks(body):
            before = len(self.sentences)
            for sentence in self._split(first, last, grammar):
                self._add(*sentence)
            self.paragraphs.append((before, len(self.sentences)))
        self.sentence_of: list[int] = []
        for number, (first, last) in enumerate(self.sentences):
            self.sentence_of += [number] * (last - first)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last`, the last not included."""
        return Span(self.starts[first], self.ends[last - 1])

    def surface(self, first: int, last: int) -> str:
        """The characters of tokens `first` to `last`, the last not included."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def sentence_span(self, number: int) -> Span:
        return self.span(*self.sentences[number])

    def where(self, words: frozenset[str]) -> list[int]:
        """Indexes of the tokens whose lower case is one of `words`."""
        places = self.places
        return sorted([i for word in places.keys() & words for i in places[word]])

    def at(self, offset: int) -> int:
        """Index of the token that covers or follows a code point; `len(self)` past the last."""
        return bisect_right(self.ends, offset)

    def glued(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def paragraph_of(self, sentence: int) -> int:
        """Number of the paragraph that a sentence stands in."""
        return bisect_right(self.paragraphs, sentence, key=lambda pair: pair[0]) - 1

    def in_one_paragraph(self, one: int, other: int) -> bool:
        """Whether two tokens stand in the same paragraph."""
        return self.paragraph_of(self.sentence_of[one]) == self.paragraph_of(self.sentence_of[other])

    def paragraph_spans(self) -> tuple[tuple[Span, ...], ...]:
        spans = [Span(self.starts[first], self.ends[last - 1]) for first, last in self.sentences]
        return tuple([tuple(spans[first:last]) for first, last in self.paragraphs])

    def _tokenise(self, text: str, offset: int) -> None:
        """Fill the lists from the body of the article, which begins at `offset`.

        No token holds white space, so a text is read from blank to blank; most of what stands between is one word.
        """
        words, starts, ends, unlike = self.words, self.starts, self.ends, self.unlike
        for chunk in _blank(text).split(" "):
            if chunk.isalpha():
                words.append(chunk)
                starts.append(offset)
                offset += len(chunk)
                ends.append(offset)
            elif chunk:
                for word in _parts(chunk) if len(chunk) <= LONGEST_KEPT else TOKEN.findall(chunk):
                    unlike.append(len(words))
                    words.append(word)
                    starts.append(offset)
                    offset += len(word)
                    ends.append(offset)
            offset += 1

    def _blocks(self, body: int) -> list[tuple[int, int]]:
        """Token ranges of the paragraphs."""
        edges = [bisect_left(self.starts, offset) for offset in paragraph_breaks(self.text, body)]
        edges = sorted({0, *edges, len(self.words)})
        return [(first, last) for first, last in pairwise(edges) if first < last]

    def _split(self, first: int, last: int, grammar: Grammar) -> list[tuple[int, int]]:
        """Token ranges of the sentences of one paragraph."""
        found, start, i = [], first, first
        unlike = self.unlike[bisect_left(self.unlike, first) : bisect_left(self.unlike, last)]
        marks = [i for i in unlike if self.words[i][-1] in ENDERS]
        for mark in marks:
            if mark < i or not self._may_end(mark, grammar):
                continue
            i = mark + 1
            while i < last and self.words[i] in CLOSERS and self.glued(i):
                i += 1
            if i < last and self._begins(i) and not is_tag(self.words, start, i, last, grammar):
                found.append((start, i))
                start = i
        return [*found, (start, last)] if start < last else found

    def _add(self, first: int, last: int) -> None:
        """Add a sentence, in pieces where it is longer than any sentence: a list or table without full stops."""
        while last - first > LONGEST_SENTENCE:
            half = first + LONGEST_SENTENCE // 2
            marks = (i + 1 for i in range(first + LONGEST_SENTENCE - 1, half, -1) if self.words[i] in ";,")
            end = next(marks, first + LONGEST_SENTENCE)
            self.sentences.append((first, end))
            first = end
        self.sentences.append((first, last))

    def _may_end(self, i: int, grammar: Grammar) -> bool:
        """Whether token `i`, which ends in such a mark, can be the end of a sentence."""
        word = self.words[i]
        if len(word) > 1:  # U.S.: an end only before a word that begins sentences
            if word in HOURS and "".join(self.words[i + 1 : i + 2]) in OPENING:
                return not self.glued(i + 1) and self.glued(i + 2)  # shortly after 1 a.m. “We go on,” she said
            return i + 1 < len(self.words) and self.lower[i + 1] in grammar.starters and self.words[i + 1][0].isupper()
        if word != "." or i == 0 or not self.glued(i):
            return True
        before = self.words[i - 1]
        if before.lower() in grammar.before_number and not (len(before) == 1 and before.isupper()):  # "K. P. Oli"
            return i + 1 == len(self.words) or not self.words[i + 1][0].isdigit()
        if before.lower() in grammar.forms:  # "Ostrel Motors Ltd. (OM)": an end only as behind U.S.
            return not grammar.starters.isdisjoint(self.lower[i + 1 : i + 2]) and self.words[i + 2 : i + 3] != ["."]
        return not (len(before) == 1 and before.isupper()) and before.lower() not in grammar.abbreviations

    def _begins(self, i: int) -> bool:
        """Whether a sentence can begin with token `i`: after a space, and not in lower case."""
        if self.glued(i):
            return False
        first = self.words[i][0]
        if first.isalnum():
            return not first.islower()
        following = self.words[i + 1][0] if i + 1 < len(self.words) else ""
        return first not in ",;:.?!…)]%" and not following.islower()


def _blank(text: str) -> str:
    """The text with a space for each other white space; line ends are the only one of most texts."""
    return text if (text := text.replace("\n", " ")).isprintable() else BLANK.sub(" ", text)


@lru_cache(maxsize=20_000)
def _parts(chunk: str) -> tuple[str, ...]:
    """The tokens of what stands between two blanks."""
    return tuple(TOKEN.findall(chunk))


def _without_markup(text: str) -> str:
    """The text with tags and entities of HTML blanked out, so that every offset stays."""
    if "<" not in text and "&" not in text:
        return text
    return MARKUP.sub(lambda match: " " * len(match.group()), text)
