"""A figure in its sentence in, the verb that governs it out: of measure ("reached"), or of change ("rose by")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.changes import REACH

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens


class Verbs:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lower = tokens.lower
        self.adverb = lexicon.words.nouns.adverb_ending
        self.change = lexicon.words.change
        self.links = lexicon.words.links
        self.only_nouns = lexicon.words.meaning.only_nouns
        self.taking, self.points = lexicon.words.meaning.taking, lexicon.words.meaning.points
        self.articles = lexicon.words.numbers.articles
        self.light = lexicon.light
        self.ahead_of_verb = lexicon.words.bounds.modals | {self.links.target}

    def governing(self, figure: Figure, begin: int, first: int) -> int | None:
        """The token of the verb; `begin` is where the figure or its bound begins, `first` the head of its sentence."""
        own = [i for i in range(begin, figure.begin) if self.lower[i] in self.change.measure and not self._is_sum(i)]
        if own:
            return own[0]
        for i in range(begin - 1, max(first, begin - REACH) - 1, -1):
            word = self.lower[i]
            linked = i == begin - 2 and self.lower[begin - 1] in self.links.results  # doubled, to 5 million
            if word in self.links.clause_ends and not linked and (i < begin - 1 or word != "("):
                return None
            if self._is_verb_of_measure(i):
                return i if self._measures(i, figure, begin) else None
            if self._is_verb_of_change(i):
                return i - self._doubled(i, first) if self._changes(i, figure, begin, first) else None
        return None

    def _measures(self, verb: int, figure: Figure, begin: int) -> bool:
        """Whether a verb of measure has a figure behind it; "there were 5 schools" tells only what there is."""
        there = self.lower[verb] in self.links.existence
        held = there or (self.lower[verb] in self.taking and figure.unit not in self.points)  # measured 29 glaciers
        return not (held and _counts(figure)) and self._reaches(verb, begin, 0 if there else 2)

    def _changes(self, verb: int, figure: Figure, begin: int, first: int) -> bool:
        """Whether a figure says how far the subject of a verb of change moved, and is not its object."""
        word, change = self.lower[verb], self.change
        linked = self.lower[begin - 1] in self.links.results
        if not linked and not self._reaches(verb, begin, 0 if figure.kind == "duration" else 2):
            return False
        if word in self.links.turned and verb > first and self.lower[verb - 1] in change.measure:
            return True  # was up 5 points
        lost = figure.kind == "money" and verb == begin - 1  # "lost $6 billion": not what the firm is
        amount = lost or _counts(figure)
        return not ((amount and word in change.transitive) or (_counts(figure) and word in change.adverbs))

    def _is_sum(self, i: int) -> bool:
        """Whether a word is a noun here: "a total of 118 people"."""
        return i > 0 and self.lower[i - 1] in self.articles

    def _doubled(self, i: int, first: int) -> bool:
        """Whether "up" or "down" at token `i` belongs to a verb before it: "can cool down to"."""
        apart = self.lower[i] in self.links.turned and i - 2 >= first and self.lower[i - 1] not in self.change.measure
        return apart and (self._is_verb_of_change(i - 1) or self.lower[i - 2] in self.links.auxiliaries)

    def _is_verb_of_measure(self, i: int) -> bool:
        word = self.lower[i]
        return word in self.change.measure and word not in self.change.nouns and self.lower[i + 1] not in self.links.of

    def _is_verb_of_change(self, i: int) -> bool:
        change, word = self.change, self.lower[i]
        if (word not in change.up and word not in change.down) or (i and self.lower[i - 1] in change.never_after):
            return False
        return not self._is_noun(i)

    def _reaches(self, verb: int, begin: int, most: int) -> bool:
        """Whether no more than `most` words of substance stand between a verb and its figure."""
        return sum(w not in self.light and not w.endswith(self.adverb) for w in self.lower[verb + 1 : begin]) <= most

    def _is_noun(self, i: int) -> bool:
        """Whether a word of change is a noun here: "the rise in", "growth of"."""
        if self.lower[i] in self.only_nouns or self.lower[i - 1] in {"'s", "’s"}:
            return True
        if self._is_infinitive(i):
            return False
        if self.lower[i] not in self.change.nouns:
            return self.lower[i] in self.change.adverbs and self.lower[i] not in self.links.same_adverbs
        after = self.lower[i + 1 : i + 2]
        return not self.links.in_of.isdisjoint(after) or (i > 0 and self.lower[i - 1] in self.links.determiners)

    def _is_infinitive(self, i: int) -> bool:
        """Whether an adverb of change is a verb with its object here: "will lower its duties"."""
        return i > 0 and self.lower[i - 1] in self.ahead_of_verb and self.lower[i + 1] in self.links.determiners


def _counts(figure: Figure) -> bool:
    return figure.kind == "count" and figure.noun is not None
