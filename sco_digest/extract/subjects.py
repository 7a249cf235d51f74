"""A figure in its sentence in, the words that say what it measures out; none where no rule is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.attributive import Attributive
from sco_digest.extract.beside import Beside
from sco_digest.extract.changes import told_behind
from sco_digest.extract.clauses import Clauses
from sco_digest.extract.fitted import Fitted
from sco_digest.extract.kept import Kept
from sco_digest.extract.measured import Measured
from sco_digest.extract.nouns import is_past, is_plural
from sco_digest.extract.phrases import Phrases
from sco_digest.extract.sure import HYPHENS, is_sure

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Before, Figure, Range
    from sco_digest.extract.tokens import Tokens

SHORT = 2
"""Letters of a name that may be another word in lower case."""
MOST = 24
"""Tokens of the longest subject."""


class Subjects:
    """The rules, over the sentences of one text; each gives the tokens of a subject, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.folds = lexicon.words.numbers.folds
        self.change = lexicon.words.change
        self.links = lexicon.words.links
        self.boundaries = lexicon.words.nouns.boundaries
        self.lexicon = lexicon
        self.clauses = Clauses(tokens, months, lexicon)
        self.phrases = Phrases(tokens, months, lexicon)
        self.attributive = Attributive(tokens, self.phrases, lexicon)
        self.beside = Beside(tokens, months, self.clauses, self.phrases, lexicon)
        self.measured = Measured(tokens, self.beside, lexicon)
        self.kept = Kept(tokens, self.measured, lexicon)
        self.fitted = Fitted(tokens, months, lexicon)

    def find(self, figure: Figure, begin: int, span: Range, before: Before) -> Range | None:
        """What a figure measures; `begin` is where it or its bound begins, `span` its sentence.

        `before` is the figure before it in the sentence, with its subject: a list of figures goes on with that.
        """
        if before and figure.noun is None and figure.unit == before[0].unit and self._more(figure.last):
            return before[1]  # rescued 700 passengers, and the navy saved 200 more
        if before and (same := self._same_noun(before, figure)):
            return same
        if before and before[1] and self._says_how_much_more(before[0], figure, begin, span):
            return before[1]
        begin -= begin > span[0] and self.lower[begin - 1] in self.links.between
        if more := self._more_of(figure, begin, span):
            plural = is_plural(self.lower[more[1] - 1], self.lexicon.words.nouns)
            return self._sure_of(more, figure, begin, span) if plural else None
        found = None if self.kept.is_told_before(begin, span[0]) else self._found(figure, begin, span, before)
        judged = found is not None and found[1] <= begin and self.kept.is_judge(found[1], begin)
        if found is None or found[1] - found[0] > MOST or judged:
            return None
        return self.fitted.find(figure, self._shared(found, before))

    def _shared(self, found: Range, before: Before) -> Range:
        """The noun alone that the figure before counts, where a subject is taken from it: people "were killed"."""
        change = self.lower[found[0] : found[1]]
        bare = len(change) == 2 and change[0] in self.lexicon.words.numbers.articles and change[1] in self.change.nouns
        if before and before[1] and bare and self.lower[found[0] - 1] == ",":  # 40 people, a decrease by 5 percent
            found = before[1]
        told = before and found == before[1] and before[0].first < found[0] < before[0].last < found[1]
        return (self._counted(before[0]) or found) if before and told else found

    def _found(self, figure: Figure, begin: int, span: Range, before: Before) -> Range | None:
        """The first of the rules that finds a noun phrase to all appearance."""
        if kept := self._sure(self.kept.find(figure, begin, span, before)):
            return kept
        named = self._read(figure, begin, span, before)
        found = self._sure_of(named, figure, begin, span) if named else None
        return found or self._sure(self.beside.find(figure, begin, span, before))

    def _says_how_much_more(self, before: Figure, figure: Figure, begin: int, span: Range) -> bool:
        """Whether a figure says how far the one before rose or fell: "8.9 million visitors, a rise of 31 percent"."""
        between = self.lower[before.last : begin]
        after = self.lower[figure.last] if figure.last < span[1] else ""
        moved = not self.lexicon.moves.isdisjoint(between) or between == ["or"] or after in self.change.compared
        tied = after in self.links.in_ or (after in self.links.of and figure.kind != "percent")
        own = tied and self.phrases.noun_phrase(
            figure.last + 1, span[1]
        )  # a rise of 5 percent in X, plus 3 tonnes of Y
        return moved and not own and told_behind(self.tokens, before, figure, begin, self.lexicon)

    def _same_noun(self, before: Before, figure: Figure) -> Range | None:
        """The noun of the figure before that one counts too: "4,300 jobs in Osk, 3,700 in Orm"."""
        points = figure.unit in self.lexicon.words.meaning.points
        bare = figure.kind == "count" and figure.noun is None and not points
        if before is None or not bare:
            return None
        within = self.links.in_of.isdisjoint(self.lower[figure.last : figure.last + 1])
        if within or figure.unit != before[0].unit:
            return None
        return before[1] if before[0].noun is None else self._counted(before[0])

    def _more_of(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """Of what there is so much more: "expects 46 percent more passengers", and not "is 5 percent less dear"."""
        i = figure.last + 1
        if figure.kind != "percent" or i >= span[1] or self.lower[i - 1] not in self.change.compared:
            return None
        found = self.phrases.noun_phrase(i, span[1])
        if found is None or self.lower[found[1] - 1].endswith(self.lexicon.words.nouns.adverb_ending):
            return None
        several = is_plural(self.lower[found[1] - 1], self.lexicon.words.nouns)
        return found if several or self.links.being.isdisjoint(self.lower[max(span[0], begin - 3) : begin]) else None

    def _more(self, i: int) -> bool:
        return i < len(self.lower) and self.lower[i] in self.links.more

    def _sure_of(self, named: Range, figure: Figure, begin: int, span: Range) -> Range | None:
        """A noun phrase with what its clause tells of it, else with what says more of it, else alone."""
        tried = None
        for told in (True, False):
            whole = self._whole_phrase(figure, named, begin, span, told=told)
            if whole in {tried, named}:
                break
            tried = whole
            if found := self._sure(whole):
                return found
        return self._sure(named)

    def _sure(self, found: Range | None) -> Range | None:
        """A subject without a verb at its end, if it is a noun phrase to all appearance."""
        if found and found[1] - found[0] > 2 and self.lower[found[1] - 1] in self.lexicon.measures:
            before = self.lower[found[1] - 2]
            noun = before in self.links.determiners or before in HYPHENS  # of the self-employed
            if not noun and any(self.clauses.follows_noun(k) for k in range(found[0] + 1, found[1] - 1)):
                return None  # profits the bank made
            found = found[0], found[1] - (not noun)  # the index ended up
        if found is None or found[0] >= found[1] or self._is_joined_verb(*found) or self._is_compared(*found):
            return None
        return found if is_sure(self._words(*found), self.lexicon) else None

    def _is_compared(self, start: int, end: int) -> bool:
        """Whether words are but a time or what something is compared with: "the whole" of 2024, "higher than it"."""
        if self.lower[end - 1] in self.lexicon.words.meaning.wholes and self.lower[end - 2] in self.links.determiners:
            return True
        than = (i for i in range(start + 1, end) if self.lower[i] in self.links.than)
        return any(i + 1 == end or self.lower[i + 1] in self.links.personal for i in than)

    def _words(self, start: int, end: int) -> list[str]:
        """Words in lower case, but short names in capitals: the "US" market."""
        words = zip(self.tokens.words[start:end], self.lower[start:end], strict=True)
        return [word if len(word) == SHORT and word.isupper() else lower for word, lower in words]

    def _is_joined_verb(self, start: int, end: int) -> bool:
        """Whether a word is a verb that "and" joins to another: "and costs $799", "and cost the state"."""
        joined = bool(start) and self.lower[start - 1] in self.links.and_
        alone = end == start + 1 or self.lower[start + 1] in self.links.determiners
        return alone and joined and self.lower[start] in self.links.noun_verbs

    def _read(self, figure: Figure, begin: int, span: Range, before: Before) -> Range | None:
        first, last = span
        if attributed := self.attributive.find(figure, begin, span):
            return attributed
        if before and before[1] and self._is_which(before[0].last, before[1][1], begin):
            return before[1]  # 5 million tonnes, which is 12 percent more
        if figure.kind == "age" or figure.compound:
            return self._aged(figure, begin, span)
        if self.lower[figure.first] in self.folds and self.lower[figure.first] in self.change.measure:
            return self.attributive.doubled(figure, last) or self.clauses.subject_of(begin, first)
        if figure.kind == "count" and (counted := self._counted(figure)):
            return self.measured.moved(figure, begin, first, before) or counted
        return self.measured.find(figure, begin, span)

    def _is_which(self, end: int, named: int, begin: int) -> bool:
        """Whether ", which" stands for the figure that ends before token `end`, or for what it is of."""
        end = max(end, named)
        return self.lower[end : min(begin, end + 2)] in self.lexicon.words.meaning.which

    def _aged(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """Who is so old: "a 23 year-old sailor", "a girl aged 5", "the sailor was 23 years old"; what is so long."""
        first, last = span
        if figure.kind != "age":
            return self.phrases.noun_phrase(figure.last, last) if figure.last < last else None
        if figure.last < last and (figure.compound or self._of_noun(figure.last, last)):
            return self.phrases.noun_phrase(figure.last, last)
        if begin > first and self.lower[begin - 1] in self.links.aged:
            return self.clauses.noun_before(begin - 1, first)
        return None if figure.compound else self.measured.of_verb(figure, begin, first)

    def _counted(self, figure: Figure) -> Range | None:
        """The noun counted, without "more" and the like; "stores" in "40 of its 300 stores"."""
        noun, last = figure.noun, figure.last
        if noun is None and last < len(self.lower) and self.lower[last] in self.links.of:
            return self.phrases.noun_phrase(last + 1, self._last(last))  # 1,700 of the 2,300 homes
        if noun is None:
            part = not self.links.of.isdisjoint(self.lower[figure.first : last])
            return self.clauses.noun_before(last, figure.first) if part else None
        while noun < last - 1 and self.lower[noun] in self.lexicon.no_subject_start:
            noun += 1
        return noun, last

    def _last(self, i: int) -> int:
        """The end of the sentence of token `i`."""
        return self.tokens.sentences[self.tokens.sentence_of[i]][1]

    def _of_noun(self, i: int, last: int) -> bool:
        """Whether a noun begins at token `i`: "a 23 year-old sailor"."""
        return i < last and self.lower[i].isalpha() and self.lower[i] not in self.boundaries

    def _whole_phrase(
        self, figure: Figure, found: Range | None, begin: int, span: Range, *, told: bool
    ) -> Range | None:
        """A noun phrase behind the figure, or the noun it counts, with all that says more of it."""
        if found is None or found[1] < figure.last or figure.compound:
            return found
        ahead_of = begin - (self.lower[begin - 1] in self.links.determiners)  # of the 14,000 lakes
        heads = (
            ahead_of <= span[0] or self.lower[ahead_of - 1] not in self.links.attaching
        )  # not "a park for 60 firms is"
        behind = self.lower[figure.last] if figure.kind == "percent" else ""
        shared = behind in self.links.of or behind in self.links.determiners  # no growth of 5 percent in it
        told = told and heads and ((figure.kind == "count" and found[0] < figure.last) or shared)
        ahead = not heads and not any(self._may_act(i) for i in range(span[0], begin))
        return found[0], self.phrases.extended(found[1], span[1], told=told, ahead=ahead)

    def _may_act(self, i: int) -> bool:
        """Whether token `i` can be the verb of its clause: not "the planned"."""
        past = is_past(self.lower[i], self.lexicon.words.nouns) and self.lower[i - 1] not in self.links.determiners
        return past or self.lower[i] in self.lexicon.finite or self.lower[i] in self.lexicon.verbs
