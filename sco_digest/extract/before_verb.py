"""A verb in, its subject before it out: a name, a pronoun, "the minister", someone unnamed or an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.asides import APPOSITION, aside_begins, is_listed, is_turned, is_within, relative_begins
from sco_digest.extract.definite import OWNERS, definite_role
from sco_digest.extract.joint import are_apart
from sco_digest.extract.mentions import STOPS, Mentions, named, phrase_begins
from sco_digest.extract.object_verbs import has_object
from sco_digest.extract.readings import Attributed
from sco_digest.extract.roles import is_country

if TYPE_CHECKING:
    from sco_digest.extract.readings import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

INTERROGATIVES: Final = frozenset({"what", "whether", "why", "how", "if", "when"})
CLAUSE_OPENERS: Final = frozenset({"the", "and", "’s", "'s", "but", "as", "both"})
IN_NAME: Final = frozenset({"-", "’", "’s", "'s", "and"})
NOT_IN_NAME: Final = frozenset({"that", "but", "when", "as", "which", "if", "while"})
GOVERNING = frozenset({"of", "for", "to", "by", "with", "about", "against", "from", "like", "behind", "around", "near"})
GOVERNING |= {"under", "beside", "alongside", "among", "without", "toward", "towards", "opposite"}
"""What a name stands behind when it belongs to another noun."""
HOLDING: Final = GOVERNING | {"in", "on", "at"}
"""The same before a comma: "The study, published in Steppe Life, says"."""
AFFILIATING: Final = frozenset({"of", "at", "from", "with"})
PHRASES: Final = frozenset({"on", "in", "at", "during", "from", "of", "here", "after", "before", "yesterday", "today"})
LONGEST_PHRASE: Final = 8
LONGEST_HOME: Final = 4
OWNING: Final = frozenset({"of", "for", "by", "with"})  # before a name, which tells whose someone else is
LONGEST_NAME: Final = 12


class Subjects:
    """Finds the subjects of verbs in one article."""

    def __init__(self, tokens: Tokens, mentions: Mentions, language: Language) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._language = language

    def before(self, end: int, first: int, subject: Attributed | None) -> Attributed | None:
        """The subject that ends before token `end` of a sentence from `first` on; `subject` is the last verb's."""
        if end <= first:
            return None
        lower = self._tokens.lower[end - 1]
        if lower in ("he", "she"):
            asked = end - 1 > first and self._tokens.lower[end - 2] in INTERROGATIVES
            return None if asked else Attributed(end - 1, end, None, "pronoun")
        if lower in ("and", "but", "then"):
            return subject or self._mentions.opening(end - 1, first)
        if end in self._mentions.by_end:
            start = self._mentions.by_end[end][0].start
            if is_turned(self._tokens, start, first) or is_within(self._tokens, start, first):
                return None
            head = self._member(end, first) or self._head(self._mentions.by_end[end], end, first)
            return self._joint(head, first) if head.who else self._before_phrase(end, first) or head
        return self._farther(end, first, subject)

    def is_person(self, end: int, first: int) -> bool:
        """Whether the phrase that ends before token `end` names one person."""
        found = self._mentions.by_end.get(end)
        by_name = (found and found[1].kind == "person") or self._tokens.lower[end - 1] in self._language.speech.he
        return bool(by_name) or definite_role(self._tokens, end, first, self._language) is not None

    def _farther(self, end: int, first: int, subject: Attributed | None) -> Attributed | None:
        """The subject where something stands between it and token `end`, or where it is no name."""
        if self._tokens.words[end - 1] in (",", ")", "–", "—"):
            return self._before_clause(end - 1, first)
        if self._tokens.words[end - 1] == "who":
            return self._of_speaker(end - 1, subject) or self._before_who(end - 1)
        return self._before_phrase(end, first) or self._noun_phrase(end, first)

    def _head(self, found: tuple[Mention, Someone], end: int, first: int) -> Attributed:
        """The name, or who it only belongs to: not the president but his spokesman speaks in "a spokesman for ..."."""
        before = found[0].start - 1
        if before > first and self._tokens.lower[before] == "the":
            before -= 1
        governing = HOLDING if found[1].kind == "person" else self._language.grammar.prepositions
        if before < first or self._tokens.lower[before] not in governing:
            return named(found)
        return Attributed(max(first, before - 1), end, None, "unnamed")

    def _member(self, end: int, first: int) -> Attributed | None:
        """The person of the organisation that ends before token `end`: "Petrov of the state institute INTA said"."""
        if self._mentions.by_end[end][1].kind == "person":
            return None
        found = self._before_phrase(end, first)
        person = found is not None and found.form == "name"
        return found if found and person and self._tokens.lower[found.last] in AFFILIATING else None

    def _joint(self, last: Attributed, first: int) -> Attributed:
        """A subject with those that "and" joins to it: in "Petrov and Weiss said" both speak."""
        before = self._before_owned(self._mentions.start_of(last) - 1, first)
        if before > first and self._tokens.lower[before] == "or":
            return Attributed(last.first, last.last, None, "unnamed")
        if last.who is None or before <= first or self._tokens.lower[before] != "and":
            return last
        found: list[Attributed] = []
        while before > first:
            comma = self._tokens.words[before - 1] == ","
            other = self._mentions.by_end.get(before) or (self._mentions.by_end.get(before - 1) if comma else None)
            if other is None:
                apart = found and are_apart(self._tokens, before, first, (found[0], last), self._language)
                return last.joined(tuple(found)) if apart else last
            found.append(named(other))
            before = other[0].start - 1
            if before <= first or self._tokens.words[before] != ",":
                if self._opens_clause(other[0], first):
                    return last.joined(tuple(found))
                held = before > first and {*self._tokens.lower[before - 1 : before + 1]} & GOVERNING
                return (
                    Attributed(before, last.last, None, "unnamed") if held else last
                )  # "a report by Petrov and Weiss"
        return last

    def _before_owned(self, i: int, first: int) -> int:
        """The token before "his Greek" in "Petrov and his Greek counterpart", "the" in "and the envoy Weiss"."""
        kin = self._tokens.lower[i] in self._language.people.humans and self._tokens.lower[i - 1] in OWNERS
        while i > first and (is_country(self._tokens, i, self._language) or kin):
            i, kin = i - 1, False
        led = self._tokens.lower[i] in OWNERS or self._tokens.lower[i] == "the"
        return i - 1 if i > first and led else i

    def _before_clause(self, comma: int, first: int) -> Attributed | None:
        """The subject before an apposition, a relative clause or an aside that ends with the mark at token `comma`."""
        relative = relative_begins(self._tokens, comma, first)
        if relative is not None:
            who, words = self.before(relative, first, None), self._tokens.words
            seat = who and who.form == "other" and words[who.first - 1] == "," and words[who.first][0].isupper()
            return (self._before_clause(relative, first) if seat else None) or who  # "Reed, R-Ohio, who said"
        found = self._mentions.by_end.get(comma)
        before = max(first, found[0].start - 1) if found else first
        apart = found and (found[1].kind == "person" or self._tokens.words[before] == "," or found[0].start == first)
        free = found and apart and self._tokens.lower[before] not in HOLDING
        if found and free and not is_listed(self._tokens, found[0].start, first, self._language.speech):
            return self._joint(named(found), first)
        opening = aside_begins(self._tokens, comma, first, self._language.speech)
        if opening is not None:
            return self.before(opening, first, None)
        for mention, person in reversed(self._mentions.by_sentence.get(self._tokens.sentence_of[comma], [])):
            if mention.last < comma - APPOSITION:
                break
            near = first <= mention.first and mention.end < comma
            if near and self._set_off(mention, comma) and self._opens_clause(mention, first):
                return named((mention, person))
        return Attributed(comma, comma + 1, None, "unnamed") if found else None

    def _set_off(self, mention: Mention, comma: int) -> bool:
        """Whether a mark stands behind a name or what it is of: "Weiss of the University of Orm, an expert,"."""
        words = self._tokens.words
        if words[mention.last] in ",(–—" or words[mention.end] in ",(–—":
            return True
        if self._tokens.lower[mention.end] not in PHRASES:
            return False
        phrase = range(mention.end + 1, min(mention.end + LONGEST_PHRASE, comma))
        mark = next((i for i in phrase if words[i] in STOPS or self._is_verb(words[i])), comma)
        return mark < comma and words[mark] == ","

    def _is_verb(self, word: str) -> bool:
        speech = self._language.speech  # "the United States" is none
        return word in speech.be or word in speech.say or word in speech.remark

    def _before_phrase(self, end: int, first: int) -> Attributed | None:
        """The name before a phrase of time or place: "Petrov on Monday said", "Petrov of the institute said"."""
        for mention, person in reversed(self._mentions.by_sentence.get(self._tokens.sentence_of[first], [])):
            if mention.end < end - LONGEST_PHRASE:
                break
            if mention.end >= end or self._tokens.lower[mention.end] not in PHRASES:
                continue
            between = self._tokens.words[mention.end : end]
            plain = not any(word in STOPS or self._is_verb(word) for word in between)
            plain = plain and not has_object(between, self._language.grammar)
            if plain and self._opens_clause(mention, first):
                return self._head((mention, person), mention.end, first)
        return None

    def _opens_clause(self, mention: Mention, first: int) -> bool:
        """Whether a name opens its clause, so that it can be the subject of a verb behind an apposition."""
        before = (start := phrase_begins(self._tokens, mention.start, first, self._language)) - 1
        while before > first and is_country(self._tokens, before, self._language):
            before -= 1  # "Kazakh Minister ..."
        return (
            start == first
            or before < first
            or (before == first and self._may_lead(before))
            or self._tokens.words[before] in ',;:"”»'
            or self._tokens.lower[before] in CLAUSE_OPENERS
        )

    def _may_lead(self, i: int) -> bool:
        """Whether a word can open a sentence before a name: "Kazakh", "Passenger"."""
        return is_country(self._tokens, i, self._language) or self._tokens.lower[i] in self._language.people.humans

    def _of_speaker(self, who: int, subject: Attributed | None) -> Attributed | None:
        """Who spoke, where only what they are of stands before "who": "said Weiss of brokers Finch and Tully, who"."""
        if subject is None or subject.form != "name" or not subject.last < who - 1:
            return None
        between = self._tokens.words[subject.last : who - 1]
        return subject if between[0] in AFFILIATING and "," not in between else None

    def _before_who(self, who: int) -> Attributed | None:
        """The name before "who", or before where its bearer is from: "Petrov, who", "Petrov from Orm, who"."""
        end = who - 1 if self._tokens.words[who - 1] == "," else who
        found = self._mentions.by_end.get(end)
        if found and found[1].kind == "person":
            return named(found)
        home = end - 1
        while home > max(0, end - LONGEST_HOME) and self._tokens.words[home][0].isupper():
            home -= 1
        bearer = self._mentions.by_end.get(home) if self._tokens.lower[home] in AFFILIATING else None
        if bearer is None or bearer[1].kind != "person":
            return named(found) if found else None
        before = max(1, bearer[0].start - 1)  # "the driver of Petrov from Orm, who", "the deputy to Petrov from Orm"
        deputy = self._tokens.lower[before] == "to" and self._mentions.is_human(before - 1)
        return None if deputy or self._tokens.lower[before] in OWNING else named(bearer)

    def _noun_phrase(self, end: int, first: int) -> Attributed | None:
        """ "the minister", "a driver" or an organisation before a verb."""
        role = definite_role(self._tokens, end, first, self._language)
        if role:
            return Attributed(role.first, role.last, None, "role")
        body = self._mentions.body_before(end, first)
        if body:
            return body
        start, floor = end - 1, max(first, end - LONGEST_NAME)
        while start > floor and self._in_name(start - 1):
            start -= 1
        someone = self._someone_opens(first, end) or self._someone_opens(start, end)
        if someone or self._mentions.is_human(end - 1):
            return Attributed(start, end, None, "unnamed")
        pronoun = start == end - 1 and self._tokens.lower[start] in self._language.speech.others
        named = self._tokens.words[end - 1][0].isupper() or self._tokens.lower[start] == "the"
        return Attributed(start, end, None, "other") if pronoun or named else None

    def _someone_opens(self, first: int, end: int) -> bool:
        """Whether a sentence or phrase begins with someone unnamed: "An official who asked not to be named said"."""
        indefinite = self._tokens.lower[first] in ("a", "an", "one", "another")
        return indefinite and any(self._mentions.is_human(i) for i in range(first + 1, min(first + 6, end)))

    def _in_name(self, i: int) -> bool:
        """Whether token `i` can be inside the name of an organisation."""
        word, lower = self._tokens.words[i], self._tokens.lower[i]
        if lower in IN_NAME or word in self._language.speech.say:
            return lower in IN_NAME  # not "said" in "said her doctor had told her"
        return word[0].isalpha() and lower not in self._language.speech.be and lower not in NOT_IN_NAME
