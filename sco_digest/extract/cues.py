"""Tokens, quotations and people in, the reporting phrases out: each with the words it is attributed to."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from sco_digest.extract.before_verb import Subjects
from sco_digest.extract.behind_cue import Sources
from sco_digest.extract.credits import Credits
from sco_digest.extract.cue_words import begins, kinds
from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.findings import Findings
from sco_digest.extract.idioms import idiom_ends
from sco_digest.extract.mentions import Mentions, named
from sco_digest.extract.quoting import Quoting
from sco_digest.extract.readings import Attributed, Cue
from sco_digest.extract.tokens import ARTICLES
from sco_digest.extract.turned import is_turned
from sco_digest.extract.unsaid import is_unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.quotes import Quote
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

NEGATIONS: Final = frozenset({"not", "never", "declined", "refused", "didn’t", "didn't", "don’t", "don't"})
CLAUSE_ENDS: Final = frozenset(".,;:!?—–")
BEFORE_PARTICIPLE: Final = frozenset({",", "and", "by", "while"})
OBJECTS = (["her"], ["him"])  # no subjects behind a verb: "the driver, who was ill, said her car was gone"
WENT_ON = (("went", "on", "to"), ("goes", "on", "to"))
DANGLING: Final = 30
"""Tokens within which a comma ends a participle clause at the head of a sentence."""
RULE_OUT: Final = frozenset({"rule", "ruled", "rules"})  # who "did not rule out" something speaks all the same
AGENT: Final = 3  # tokens within which "by" follows a passive


def find_cues(tokens: Tokens, quotes: list[Quote], people: list[Someone], language: Language) -> list[Cue]:
    """Every reporting phrase outside quotations, in the order of the text."""
    return _CueFinder(tokens, quotes, people, language).find()


class _CueFinder:
    def __init__(self, tokens: Tokens, quotes: list[Quote], people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._speech = language.speech
        self._finite = language.grammar.verbs
        self._weekdays = language.grammar.weekdays
        self._mentions = Mentions(tokens, people, language)
        self._subjects = Subjects(tokens, self._mentions, language)
        self._sources = Sources(tokens, self._mentions, language)
        self._credits = Credits(tokens, self._mentions, self._sources, language.speech)
        self._findings = Findings(tokens, self._subjects, self._sources, language.speech)
        self._quotings = Quoting(tokens, self._subjects, self._sources, language.speech)
        self._quoted = {i for quote in quotes if quote.speech for i in range(quote.first, quote.last)}
        self._kinds = kinds(language.speech)
        self._dateline = find_dateline(tokens, language)
        ends = (quote.last for quote in quotes if quote.speech)
        self._places = sorted({*tokens.where(begins(language.speech)), *ends})
        """Tokens that can be a cue, and those right behind a quotation."""

    def find(self) -> list[Cue]:
        found: list[Cue] = []
        for first, last in self._sentences():
            after: int = first
            subject: Attributed | None = None
            for i in self._places[bisect_left(self._places, first) : bisect_left(self._places, last)]:
                if i < after or i in self._quoted:
                    continue
                cue = self._at(i, first, last, subject) or (self._tag(i, last) if i - 1 in self._quoted else None)
                if cue:
                    found.append(cue)
                    after = max(cue.last, cue.source.last if cue.source.first >= cue.last else 0)
                    subject = cue.source if cue.source.form != "none" else subject
        return found

    def _sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences, each from behind the dateline that it may begin with."""
        start, end = self._dateline or (-1, -1)
        for first, last in self._tokens.sentences:
            yield (end if first == start and end < last else first), last

    def _at(self, i: int, first: int, last: int, subject: Attributed | None) -> Cue | None:
        """The cue that begins at token `i`, by the kind of its word; `subject` is the last verb's."""
        word = self._tokens.lower[i]
        finds = word in self._speech.finding or word in self._speech.showing
        cue = self._findings.find(i, first, last) if finds else None
        if cue:
            return cue
        match self._kinds.get(word):
            case "verb":
                cue = self._verb(i, first, last, subject)
            case "phrase":
                cue = self._credits.phrase(i, last)
            case "noun":
                cue = self._credits.noun(i, first, last)
            case "participle":
                cue = self._participle(i, first, last, subject)
            case "plural":
                cue = self._plural(i, first)
            case "state":
                cue = self._state(i, first, last, subject)
            case "idiom":
                cue = self._idiom(i, first, last, subject)
            case "quoting":
                cue = self._quoting(i, first, last, subject)
        return cue

    def _verb(self, i: int, first: int, last: int, subject: Attributed | None) -> Cue | None:
        """A finite verb: its subject before it, or behind it after a quotation; or a passive."""
        word, end = self._tokens.lower[i], self._end_of_subject(i, first)
        if end is None or not self._complete(i, last) or (i > first and self._tokens.words[i] != word):
            return None  # "the United States"
        if end > first and self._tokens.lower[end - 1] in self._speech.be:
            told = word in self._speech.passive or (word == "cited" and self._tokens.lower[i + 1 : i + 2] == ["as"])
            return self._passive(i, end - 1, first, last) if told else None
        saying = word in self._speech.say
        if (not saying and word not in self._speech.remark) or is_unsaid(
            self._tokens, i, last, self._mentions, self._speech
        ):
            return None
        before = self._subjects.before(end, first, subject)
        own = before and (before.form in ("name", "organisation") or self._tokens.lower[i + 1 : i + 2] in OBJECTS)
        turned = saying and word not in self._speech.addressed and is_turned(self._tokens, i, first, self._quoted)
        if turned and not own:
            out = word in self._speech.only_with and self._tokens.lower[i + 1] == "out"
            behind = self._sources.behind(i + 1 + out, last)  # "Prices fell, pointed out Petrov"
            if not self._is_said(behind, whole=before is not None or i == first):
                return self._cue(i, behind)
        return self._cue(i, before) if before and (saying or self._views(word, before)) else None

    def _is_said(self, behind: Attributed | None, *, whole: bool) -> bool:
        """Whether what follows a verb is said, and does not speak: "A guest, Roo, said he was ill", "asked for it"."""
        if behind is None or behind.form == "other":
            return behind is not None and whole
        said = "".join(self._tokens.lower[behind.last : behind.last + 1])
        acts = said in self._speech.be or said in self._finite  # "The owner, Roo, said Petrov was ill"
        return said.isalpha() if behind.form == "pronoun" else behind.form == "name" and acts  # not "said he."

    def _plural(self, i: int, first: int) -> Cue | None:
        """ "Petrov and Weiss argue that": not "made Weiss argue"."""
        end = self._end_of_subject(i, first)
        before = self._subjects.before(end, first, None) if end else None
        return self._cue(i, before) if before and before.also else None

    def _state(self, i: int, first: int, last: int, subject: Attributed | None) -> Cue | None:
        """ "Petrov is convinced that"."""
        end = self._end_of_subject(i, first)
        opens = i + 1 < last and self._tokens.lower[i + 1] in self._speech.opening
        counts = i + 1 < last and self._tokens.lower[i + 1] in self._speech.only_with.get(self._tokens.lower[i], ())
        if not (opens or counts) or end is None or end <= first or self._tokens.lower[end - 1] not in self._speech.be:
            return None
        end = self._end_of_subject(end - 1, first)
        before = self._subjects.before(end, first, subject) if end else None
        return self._cue(i, before) if before and before.form not in ("other", "body") else None

    def _views(self, word: str, subject: Attributed) -> bool:
        """Whether a verb that reports a view where a person is its subject does so with another subject."""
        if subject.form in ("organisation", "body") or subject.also:  # "Petrov and Weiss discussed it"
            return word not in self._speech.activity
        alone = subject.last == subject.first + 1 and self._tokens.lower[subject.first] == "it"
        return subject.form != "other" or (alone and word in self._speech.agentive)

    def _passive(self, i: int, be: int, first: int, last: int) -> Cue | None:
        """ "It was noted that", "was emphasized", "was announced by X", "X was quoted as saying"."""
        lower = self._tokens.lower
        if lower[i] in self._speech.quoting:
            return self._cue(i, self._subjects.before(be, first, None))
        if "by" in lower[i + 1 : min(i + AGENT, last)]:
            return self._cue(i, self._sources.behind(lower.index("by", i) + 1, last))
        reports = be > first and (lower[be - 1] == "it" or not self._subjects.is_person(be, first))
        return Cue(i, i + 1, Attributed(i, i + 1, None, "none")) if reports else None

    def _participle(self, i: int, first: int, last: int, subject: Attributed | None) -> Cue | None:
        """ ", adding that": the subject of the sentence goes on speaking."""
        if not self._complete(i, last):
            return None
        if i == first:
            return self._dangling(i, last)
        if self._tokens.lower[i - 1] in BEFORE_PARTICIPLE:
            return self._cue(i, subject or self._mentions.opening(i, first))
        found = self._mentions.by_end.get(i)
        absolute = found and self._tokens.words[found[0].start - 1] == ","  # ", Ostrel saying that"
        return self._cue(i, named(found)) if found and absolute else None

    def _dangling(self, i: int, last: int) -> Cue | None:
        """ "Citing a fault, Ostrel closed the mine": the subject behind the comma."""
        comma = next((k for k in range(i + 1, min(i + DANGLING, last)) if self._tokens.words[k] == ","), last)
        source = self._sources.behind(comma + 1, last)
        return self._cue(i, source) if source and source.form not in ("other", "unnamed") else None

    def _quoting(self, i: int, first: int, last: int, subject: Attributed | None) -> Cue | None:
        """ "The paper quoted Petrov as saying": who is quoted; else a verb like others."""
        if self._quotings.is_quoted(i, first, last):
            return self._quotings.find(i, first, last)
        return (self._participle if self._tokens.lower[i].endswith("ing") else self._verb)(i, first, last, subject)

    def _idiom(self, i: int, first: int, last: int, subject: Attributed | None) -> Cue | None:
        """ "As Petrov put it", "Petrov put the cost at 5 dollars", "Petrov would like to"."""
        end = idiom_ends(self._tokens, i, last, self._speech)
        subject_ends = self._end_of_subject(i, first, denied=self._tokens.lower[i] in RULE_OUT) if end else None
        before = self._subjects.before(subject_ends, first, subject) if subject_ends else None
        return self._cue(i, before, end or 0) if before and self._views(self._tokens.lower[i], before) else None

    def _tag(self, i: int, last: int) -> Cue | None:
        """What stands between a quotation and the end of its clause, whatever the verb: "…," Petrov sighed."""
        source = self._sources.starting(i)
        verb = source.last if source else i
        source = source or self._sources.starting(i + 1)
        said = self._tokens.words[verb] if verb < last else ""
        if source is None or not (said.islower() and said.isalpha()) or said in ARTICLES:
            return None  # "a resident, Anna Weiss, told"
        end = max(verb + 1, source.last)
        word = self._tokens.lower[verb]
        closed = end >= last or self._tokens.words[end] in CLAUSE_ENDS or word == "posted"  # on her channel
        plain = word not in self._speech.be and word not in self._speech.auxiliaries
        return self._cue(verb, source) if closed and plain else None

    def _cue(self, first: int, source: Attributed | None, last: int = 0) -> Cue | None:
        return Cue(first, last or first + 1, source) if source else None

    def _complete(self, i: int, last: int) -> bool:
        """Whether what a verb needs to report stands behind it: "pointed out", not "pointed at", "added 5 goals"."""
        if self._tokens.lower[i] in self._speech.adding and i + 1 < last and self._tokens.lower[i + 1][0].isdecimal():
            return False
        needed = self._speech.only_with.get(self._tokens.lower[i])
        return needed is None or (i + 1 < last and self._tokens.lower[i + 1] in needed)

    def _end_of_subject(self, i: int, first: int, *, denied: bool = False) -> int | None:
        """Where what stands before a verb and its adverbs ends; None where the verb is denied and may not be."""
        if tuple(self._tokens.lower[max(first, i - 3) : i]) in WENT_ON:
            i -= 3
        while i > first:
            lower = self._tokens.lower[i - 1]
            if lower in NEGATIONS and not denied:
                return None
            if lower in NEGATIONS:
                i -= 1
                continue
            adverb = lower.endswith("ly") and self._tokens.words[i - 1] == lower
            if i in self._mentions.by_end:
                break  # Sun and May can be surnames
            if lower not in self._speech.auxiliaries and not adverb and lower not in self._weekdays:
                break
            i -= 1
        return i
