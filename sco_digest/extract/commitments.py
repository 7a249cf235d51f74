"""Tokens in, what is proposed, promised, planned and agreed in them out, with who, what and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.actors import Actors
from sco_digest.extract.nouns import is_plural
from sco_digest.extract.periods import Periods
from sco_digest.extract.promises import Promises, begins
from sco_digest.extract.ranges import Inside
from sco_digest.extract.roles import plain
from sco_digest.model import Commitment, Phrase

if TYPE_CHECKING:
    from sco_digest.extract.actors import Promise
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Cue, Range, Someone, When
    from sco_digest.extract.surroundings import Surroundings
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Period, Project, Span, Speaker

ENDS: Final = frozenset(',;:.!?()—”"»“«…')
"""Marks at which what is proposed ends."""
CLOSING: Final = frozenset(",;:.!?)—”»…")
"""Those of them behind which nothing is proposed: a method that both sides "agreed on,"."""
SHORTEST: Final = 2
"""Tokens of what is proposed at the least."""
EDGES: Final = 5
"""Tokens from "by" to the time in "by the end of 2030", at most."""
DOUBTED: Final = 0.5
"""Confidence in what is told under a condition."""


NAMING: Final = frozenset({"name", "pronoun", "role", "organisation", "body"})
"""Forms of what words are attributed to that say who it is."""


class Around:
    """What else was read from the article: who and what it names, and what stands where."""

    def __init__(
        self,
        *,
        named: list[Named],
        everyone: list[Someone],
        cues: list[Cue],
        speakers: tuple[Speaker, ...],
        projects: tuple[Project, ...],
        surroundings: Surroundings,
    ) -> None:
        self.named: Final = named
        self.everyone: Final = everyone
        self.cues: Final = cues
        self.speakers: Final = speakers
        self.projects: Final = projects
        self.surroundings: Final = surroundings


def find_commitments(
    tokens: Tokens, around: Around, language: Language, published: str | None
) -> tuple[Commitment, ...]:
    """Everything that is proposed or promised, in the order of the text; `published` is its ISO date."""
    candidates = tokens.where(begins(language.commitments))
    if not candidates:
        return ()
    reader = _Reader(tokens, around, language, published)
    return tuple(reader.commitments(candidates))


class _Reader:
    def __init__(self, tokens: Tokens, around: Around, language: Language, published: str | None) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.words = language.commitments
        self.language = language
        self.around = around
        self.published = published or ""
        sources = {cue.first: (cue.source.first, cue.source.last) for cue in around.cues if cue.source.form in NAMING}
        actors = Actors(tokens, around.named, around.everyone, language)
        self.promises = Promises(tokens, actors, sources, language)
        mentions = [(span, one.slug) for one in around.speakers for span in one.mentions]
        mentions += [(said.source, one.slug) for one in around.speakers for said in one.statements]
        self.mentions = Inside(mentions)
        self.named = Inside([(span, one.slug) for one in around.projects for span in one.mentions])
        self._periods: Periods | None = None
        self._by_sentence: dict[int, list[When]] = {}

    def commitments(self, candidates: list[int]) -> list[Commitment]:
        found: list[Commitment] = []
        done = 0
        for i in candidates:
            promise = self.promises.at(i) if i >= done else None
            if promise is not None:
                for start, what in self._items(promise):
                    found.append(self._commitment(promise, start, what))
                    done = max(promise.last, what[1])
        return found

    def _items(self, promise: Promise) -> list[tuple[int, Range]]:
        """Where the clause of each thing proposed begins, and its tokens: to open two lines; and to set up a fund."""
        if self.tokens.words[promise.what] in CLOSING:
            return []
        end = promise.end or self._whole(promise.what)
        infinitive = self.lower[promise.what] == "to"
        if end - promise.what < SHORTEST and infinitive:
            return []
        items = [(promise.start, (promise.what, end))]
        while infinitive and (further := self._further(end)):
            end = self._ends(further)
            items.append((further, (further, end)))
        return items

    def _whole(self, what: int) -> int:
        """Where what is proposed ends with all to whom it goes: "to give money to schools, to the poor and to Orm"."""
        start, end = what + 1, self._ends(what)
        while to := self._listed(start, end, begun=start > what + 1):
            start, end = to, self._ends(to)
        return end

    def _listed(self, start: int, end: int, *, begun: bool) -> int | None:
        """Where "to" and a noun go on behind a comma at token `end` with a list of such in tokens `start` to `end`."""
        last = self.tokens.sentences[self.tokens.sentence_of[end - 1]][1]
        if end + 3 >= last or self.tokens.words[end] != ",":
            return None
        closes = begun and self.lower[end + 1] == "and"
        to = end + 1 + closes
        if not self._to_noun(to) or not any(self._to_noun(k) for k in range(start, end - 1)):
            return None
        stop = self._ends(to)
        closes = closes or any(self.lower[k] == "and" and self._to_noun(k + 1) for k in range(to + 1, stop - 2))
        more = stop + 3 < last and self.tokens.words[stop] == ","
        more = more and self._to_noun(stop + 1 + (self.lower[stop + 1] == "and"))
        return to if closes or more else None  # and not: to give to schools, to the delight of all

    def _to_noun(self, i: int) -> bool:
        """Whether "to" and a noun, and no verb, begin at token `i`."""
        if self.lower[i] != "to" or i + 1 >= len(self.lower):
            return False
        word, determiners = self.lower[i + 1], self.promises.determiners
        named = self.tokens.words[i + 1][0].isupper() or word in determiners
        return named or is_plural(word, self.language.quantities.nouns)

    def _further(self, end: int) -> int | None:
        """Where a list of infinitives goes on behind a comma or semicolon at token `end`."""
        last = self.tokens.sentences[self.tokens.sentence_of[end - 1]][1]
        if end + 3 >= last or self.tokens.words[end] not in ",;":
            return None
        to = end + 1 + (self.lower[end + 1] == "and")
        plain_verb = self.tokens.words[to + 1].islower() and self.lower[to + 1] not in self.promises.determiners
        return to if self.lower[to] == "to" and plain_verb else None

    def _ends(self, what: int) -> int:
        """Where what is proposed ends: at a mark, or where another clause begins."""
        last = self.tokens.sentences[self.tokens.sentence_of[what]][1]
        i = what + 1
        while i < last and not self._stops(i):
            i += 1
        while i > what + 1 and self.lower[i - 1] in self.words.hanging:
            i -= 1
        return i

    def _stops(self, i: int) -> bool:
        word = self.tokens.words[i]
        if word == ".":  # inside a sentence it belongs to "Sept. 6"
            return i + 2 >= self.tokens.sentences[self.tokens.sentence_of[i]][1]
        if word in ENDS:
            return not (word == ":" and self.tokens.glued(i + 1) and self.tokens.glued(i))
        if word in "–-" and not self.tokens.glued(i):
            return True
        if self.lower[i] in self.words.partial:
            return i + 1 < len(self.tokens) and self.lower[i + 1] in self.words.opening
        joined = self.lower[i] == "and" and i + 1 < len(self.tokens) and self.lower[i + 1] in self.words.new_subjects
        return joined or (self.lower[i] in self.words.stops and word == self.lower[i])

    def _commitment(self, promise: Promise, start: int, what: Range) -> Commitment:
        tokens = self.tokens
        last = max(promise.last, what[1])
        span = tokens.span(start, last)
        who = promise.who
        number = tokens.sentence_of[promise.first]
        cue = tokens.span(promise.first, promise.last)
        return Commitment(
            span=span,
            kind=promise.kind,
            cue=cue,
            who=self._phrase(who.first, who.last) if who else None,
            speaker=self._speaker(tokens.span(who.first, who.last) if who else None, cue),
            what=self._phrase(*what),
            period=self._period(promise, (start, last), number),
            projects=tuple(dict.fromkeys(self.named.of(span))),
            policy_areas=self.around.surroundings.areas_of(tokens.sentence_span(number)),
            confidence=min(promise.confidence, DOUBTED) if self._conditional(last, number) else promise.confidence,
        )

    def _phrase(self, first: int, last: int) -> Phrase:
        return Phrase(plain(self.tokens, first, last), self.tokens.span(first, last))

    def _conditional(self, end: int, number: int) -> bool:
        """Whether a condition stands behind what is proposed."""
        last = self.tokens.sentences[number][1]
        behind = end + (end < last and self.tokens.words[end] == ",")
        return behind < last and self.lower[behind] in self.words.conditions

    def _speaker(self, who: Span | None, cue: Span) -> str | None:
        """The speaker that the subject names, else the one in whose statement it stands."""
        named = self.mentions.of(who) if who else []
        return named[0] if named else self.around.surroundings.speaker_at(cue)

    # ---- when it is to be done ----

    def _period(self, promise: Promise, clause: Range, number: int) -> Period | None:
        """The one time to come that its clause names, or its sentence before a comma."""
        end = self.tokens.sentences[number][1]
        begin, last = max(promise.last, clause[0]), clause[1]
        stop = next((k for k in range(last, end) if self.tokens.words[k] in ENDS), end)
        times = [when for when in self._times(number) if self._is_due(when)]
        inside = [when for when in times if begin <= when.first and when.last <= stop]
        opening = [when for when in times if when.last <= promise.start and self._opens(when, promise.start)]
        found = inside or opening
        return found[0].period if len(found) == 1 else None

    def _opens(self, when: When, start: int) -> bool:
        """Whether a time stands right before the clause: "By 2030, the bank will", "By 2030 it is planned to"."""
        return start == when.last + (self.tokens.words[when.last] == ",")

    def _is_due(self, when: When) -> bool:
        """Whether a time is one to come: "by 2030", "by the end of 2030", "in the fourth quarter", "next year"."""
        edges = self.language.quantities.time.edges
        i = when.first - 1
        while i > 0 and when.first - i < EDGES and self.lower[i] in edges:
            i -= 1
        led = i >= 0 and self.lower[i] in self.words.due
        led = led or self.lower[when.first] in self.words.due or self.lower[when.first] in {"next", "this", "the"}
        to_come = not self.published or when.period.end >= self.published[: len(when.period.end)]
        return led and to_come

    def _times(self, number: int) -> list[When]:
        """The times of a sentence; a text without a date lends it the year of the sentence beside it."""
        if number in self._by_sentence:
            return self._by_sentence[number]
        if self._periods is None:
            self._periods = Periods(self.tokens, self.language, self.published or None)
        if self._periods.published is None:
            self._periods.calendar.near_year = self._periods.year_near(number)
        self._by_sentence[number] = self._periods.of_sentence(*self.tokens.sentences[number])
        return self._by_sentence[number]
