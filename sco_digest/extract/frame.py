"""A cue and its sentence in, its frame out: the words that tell who speaks, to whom and when, which are not said."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from sco_digest.extract.of_others import ACCORDING, clauses_of_others
from sco_digest.extract.tokens import ARTICLES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.quotes import Quote
    from sco_digest.extract.readings import Cue, Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

RELATIVE: Final = frozenset({"who", "whose", "whom", "which", "where", "when", "while", "as"})
"""Words behind a comma that open a clause on who speaks: ", who pulled 31 people out"."""
EVENTS: Final = frozenset({"after", "before", "during", "following", "asked", "pressed", "questioned"})
"""Words that open a sentence and tell when someone speaks: "After six hours of talks, Petrov said"."""
SESSIONS: Final = (["at", "a"], ["at", "the"], ["at", "an"], ["in", "answer"], ["in", "reply"], ["in", "response"])
JOINING: Final = frozenset({"but", "and", "while", "though", "although", "yet"})
LATER: Final = frozenset({"would", "will", "could", "can", "may", "might", "should", "also"})
LONGEST_OWNER: Final = 8
LONGEST_ADDRESS: Final = 25
"""Tokens between a verb and the "that" behind it, at the most: "told a meeting of 300 farmers that"."""
Ranges = list[tuple[int, int]]


class Frames:
    """The frames of the cues of one article; in ranges of tokens, the last not included."""

    def __init__(self, tokens: Tokens, people: list[Someone], speech: list[Quote], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._mentions: dict[int, Mention] = {m.first: m for one in people for m in one.mentions}
        self._quotes = [quote.first for quote in speech]
        self._quoted = {quote.last for quote in speech}

    def own_start(self, cue: Cue, first: int) -> int:
        """Where the part of a sentence begins that is the speaker's: behind ", but" in "Sales rose, but Weiss warned".

        Nothing is taken off where a comma or the end stands behind the verb: "Sales rose, and profits, Weiss said."
        """
        start = self._start(cue.of(cue.source.also[-1]) if cue.source.also else cue)  # "It rained, Weiss and Reed said"
        joined = first < start <= cue.first and self._tokens.lower[start - 1] in JOINING
        goes_on = cue.last < len(self._tokens) and self._tokens.words[cue.last] not in ",."
        quoted = self._next_quote(first) < start
        return start if joined and goes_on and not quoted and self._has_verb(first, start - 1) else first

    def of(self, cue: Cue, first: int, last: int) -> Ranges:
        """The frame of a cue whose part of its sentence is tokens `first` to `last`."""
        if cue.source.form == "none":
            return []
        others = clauses_of_others(self._tokens, first, last, self._language)
        credited = self._tokens.lower[cue.first : cue.first + 2] == ACCORDING  # "which hit Orm, according to Lund"
        others = [one for one in others if not one[0] <= cue.first < one[1] + 2 * credited]
        return [*self._told(cue, first, last), *others]

    def _told(self, cue: Cue, first: int, last: int) -> Ranges:
        """The words on who speaks, to whom and when."""
        start = self._start(cue)
        if cue.source.first >= cue.last:
            whole = self._is_whole(first, cue.first)
            return [(cue.first, self._behind_source(self._end(cue), last, whole=whole))]
        if start < first:
            return [(first, cue.last)] if cue.first >= first else []
        return [*self._before_source(first, start, cue), (start, self._behind_verb(cue, first, start, last))]

    def _start(self, cue: Cue) -> int:
        mention = self._mentions.get(cue.source.first)
        start = min(mention.start, cue.source.first) if mention else cue.source.first
        if start and self._tokens.lower[start - 1] in POSSESSIVES:  # "the council's executive director, Weiss"
            near = range(start - 1, max(0, start - LONGEST_OWNER), -1)
            start = next(
                (k for k in near if self._tokens.lower[k] in ARTICLES or self._tokens.words[k - 1] == ","), start
            )
        return start - (start > 0 and self._tokens.lower[start - 1] in ARTICLES)

    def _end(self, cue: Cue) -> int:
        mention = self._mentions.get(cue.source.first)
        return max(mention.end, cue.source.last) if mention else cue.source.last

    def _next_quote(self, i: int) -> int:
        place = bisect_left(self._quotes, i)
        return self._quotes[place] if place < len(self._quotes) else len(self._tokens)

    def _has_verb(self, first: int, last: int) -> bool:
        """Whether a clause stands in tokens `first` to `last`."""
        speech, verbs = self._language.speech, self._language.grammar.verbs
        words = self._tokens.words[first:last]
        return any(word in speech.be or word in verbs or (len(word) > 4 and word.endswith("ed")) for word in words)

    def _is_whole(self, first: int, end: int) -> bool:
        """Whether all that is said stands before token `end`: a quotation, or a clause with its verb."""
        if end <= first:
            return False  # a quotation before the sentence is another's
        before = end - 1 if self._tokens.words[end - 1] == "," else end
        if before in self._quoted or end in self._quoted:
            return True
        return before < end and not self._is_adverbial(first) and self._has_verb(first, before)

    def _is_adverbial(self, first: int) -> bool:
        """Whether a sentence opens with words on when or in answer to what someone speaks."""
        word = self._tokens.lower[first]
        acting = word.endswith("ing") and len(word) > 5 and word not in self._language.speech.say_participles
        return acting or word in EVENTS or self._tokens.lower[first : first + 2] in SESSIONS

    def _before_source(self, first: int, start: int, cue: Cue) -> Ranges:
        """What opens the sentence before who speaks: "Asked why six buses stood idle, Petrov replied"."""
        apart = start > first and self._tokens.words[start - 1] == "," and self._next_quote(first) >= start
        goes_on = self._tokens.words[cue.last : cue.last + 1] not in ([","], ["."])
        return [(first, start)] if apart and goes_on and self._is_adverbial(first) else []

    def _behind_source(self, i: int, last: int, *, whole: bool) -> int:
        """Where what is told of who speaks ends: "said Petrov, 57, who has run the mill for 12 years"."""
        stop = min(last, self._next_quote(i))
        i = self._comma(i, stop) if whole else i
        while i + 1 < stop and self._tokens.words[i] in ",(–—":
            word = self._tokens.lower[i + 1]
            if word.isdigit() and self._tokens.words[i + 2 : i + 3] in ([","], ["."], [")"]):
                i += 2
            elif word in RELATIVE or (whole and (word in ARTICLES or self._is_adverbial(i + 1))):
                i = stop if whole and word in RELATIVE else self._comma(i + 1, stop)
            else:
                break
        return i

    def _behind_verb(self, cue: Cue, first: int, start: int, last: int) -> int:
        """Where what is told of how someone speaks ends: "told reporters after six hours of talks"."""
        i, stop = cue.last, min(last, self._next_quote(cue.last))
        if i >= stop or self._tokens.words[i] in ",:" or self._tokens.lower[i] == "that":
            return i
        placed = self._tokens.lower[i] in self._language.grammar.prepositions or self._tokens.lower[i] in EVENTS
        addressed = self._tokens.lower[cue.first] in self._language.speech.addressed
        if self._is_whole(first, start) and (placed or addressed or start in self._quoted):
            return self._comma(i, stop)
        that = self._that(i, min(stop, i + LONGEST_ADDRESS)) if placed or addressed else None
        return that or i

    def _comma(self, i: int, stop: int) -> int:
        return next((k for k in range(i, stop) if self._tokens.words[k] in ",;:–—("), stop)

    def _that(self, i: int, stop: int) -> int | None:
        """The "that" which opens what is said: not the one in "talks that lasted six hours"; behind a comma or none."""
        commas = False
        for k in range(i, stop - 1):
            if self._tokens.words[k] in ";:":
                return None
            commas = commas or self._tokens.words[k] == ","
            opens = self._tokens.lower[k] == "that" and (not commas or self._tokens.words[k - 1] == ",")
            if opens and not self._has_verb(k + 1, k + 2) and self._tokens.lower[k + 1] not in LATER:
                return k
        return None
