"""A word such as "proposed" or "will" at a token in, the phrase of proposing, promising or agreeing there out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.actors import APART, FULL, Actor, Promise
from sco_digest.extract.futures import Futures
from sco_digest.extract.pacts import Pacts
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.actors import Actors
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import CommitmentWords, Language
    from sco_digest.language.plans import Plan

NEAR: Final = 4
"""Tokens among which a noun of action stands behind "called for"."""
FAR: Final = 8
"""Tokens before a verb in which a denial denies it; half of those in which a clause says what is to be."""
PLURAL: Final = frozenset({"they", "we", "i"})
CURRENCIES: Final = frozenset("$€£¥₽")


class Promises:
    """Reads such phrases in one text."""

    def __init__(self, tokens: Tokens, actors: Actors, sources: dict[int, tuple[int, int]], language: Language) -> None:
        """`sources` are the tokens of who said something, by where the verb of saying stands."""
        self.tokens, self.lower = tokens, tokens.lower
        self.actors = actors
        self.words = language.commitments
        self.sources = sources
        self.table = forms(self.words)
        self.pacts = Pacts(tokens, actors, language)
        self.futures = Futures(tokens, actors, language)
        self.determiners = language.quantities.links.determiners
        self.boundaries = language.quantities.nouns.boundaries

    def at(self, i: int) -> Promise | None:
        """The phrase whose verb is token `i`."""
        word = self.lower[i]
        first, last = self.tokens.sentences[self.tokens.sentence_of[i]]
        if self.tokens.words[i] != word or i + 1 >= last or self._is_question(i, last):
            return None
        if word in self.words.future:
            return self.futures.at(i, first, last)
        start = self.actors.verb_begins(i, first)
        if start is None or self._denied(first, i):
            return None
        if start > first and self.lower[start - 1] in self.words.be:
            return self.pacts.passive(i, start - 1, first, last)
        if word in self.words.signing:
            who, sure = self.subject(i, start, first)
            return self.pacts.signed(i, start, last, who) if sure else None
        plan = self.table.get(word)
        return self._active(i, start, plan, first, last) if plan else None

    # ---- verbs with a subject ----

    def _active(self, i: int, start: int, plan: Plan, first: int, last: int) -> Promise | None:
        """The sides agreed to create a fund."""
        what = self._what(i + 1, plan, last)
        if what is None:
            return None
        who, sure = self.subject(i, start, first)
        if not sure:
            return None
        if self.lower[i] in self.words.weighed and not self._is_decision(i, start, who):
            return None
        noun = self.lower[i] in self.words.also_nouns or self.lower[i] in self.words.plural
        if noun and (who is None or not self._is_verb(i, who)):
            return None
        confidence = FULL if who and who.sure else APART
        begin = who.first if who and who.first < i else start
        told = i + 1 + (self.lower[i + 1] in {"for", "on", "to"} and self.lower[what] != "to")
        return Promise(start, min(told, what), plan.kind, who, what=what, start=begin, confidence=confidence)

    def _is_decision(self, i: int, start: int, who: Actor | None) -> bool:
        """Whether a body decides, or somebody "has decided": not "she decided to leave"."""
        lasting = not self.words.now.isdisjoint(self.lower[start:i])
        return lasting or (who is not None and who.sure and not self.actors.is_person(who))

    def _is_verb(self, i: int, who: Actor) -> bool:
        """Whether "plan" or "plans" is a verb to all appearance: not "Government plans to", "the US plan to"."""
        head = self.tokens.words[who.last - 1]
        if self.lower[i] in self.words.plural:
            opens = who.last == who.first + 1 and who.first == self.tokens.sentences[self.tokens.sentence_of[i]][0]
            common = head.islower() or (opens and head.istitle() and head.lower() in self.actors.nouns)
            return self.lower[who.first] in PLURAL or (common and head.endswith("s"))
        named = head[0].isupper() and head.lower() not in self.actors.nouns
        return named or self.lower[who.first] in self.determiners or head in self.words.it

    def subject(self, i: int, start: int, first: int) -> tuple[Actor | None, bool]:
        """Who is the subject of a verb, and whether it can have one at all."""
        if i in self.sources:
            one = self.sources[i]
            near = one[0] >= first and one[1] <= i
            return (self.actors.with_role(*one, first), True) if near else (None, True)
        who = self.actors.before(start, first)
        if who:
            return who, True
        before = self.lower[start - 1] if start > first else ""
        if before in {"and", "but"}:
            found = self.actors.opening(start - 1, first)
            return (Actor(found.first, found.last, sure=False) if found else None), found is not None
        return None, before in self.words.relative - {"that"}

    def _what(self, i: int, plan: Plan, last: int) -> int | None:
        """Where what is proposed begins behind a verb, if it is of a form that the verb can have."""
        while i < last and (self.lower[i] in self.words.adverbs or self.lower[i].endswith("ly")):
            i += 1  # agreed early today to
        if i + 1 >= last:
            return None
        word, followed = self.lower[i], plan.followed
        if word in {"to", "not"}:
            return self._to(i, followed, last)
        if word in {"on", "for"}:
            return i + 1 if word in followed and (word == "on" or self._action(i + 1, last)) else None
        told = ("doing" in followed and self._gerund(i, last)) or ("that" in followed and self._wanted(i, plan, last))
        told = told or ("noun" in followed and word in ARTICLES) or (word == "that" and "clause" in followed)
        sum_ = self.tokens.words[i] in CURRENCIES or word[0].isdecimal()
        return i if told or ("sum" in followed and sum_) else None

    def _to(self, i: int, followed: frozenset[str], last: int) -> int | None:
        """Where "to" and what is done begin: pledged "not to raise", committed to "raising"."""
        if "doing to" in followed:
            return i + 1 if self.lower[i] == "to" and self._gerund(i + 1, last) else None
        to = i + (self.lower[i] == "not")
        return i if "to" in followed and self.lower[to] == "to" and self._infinitive(to + 1, last) else None

    def _wanted(self, i: int, plan: Plan, last: int) -> bool:
        """Whether a clause says what is to be: "that the road should be built", not "that prices rose"."""
        if self.lower[i] != "that":
            return False
        stop = min(last, i + FAR * 2)
        modal = {"should"} if plan.kind == "proposal" else {"should", "will", "would", "must"}
        return any(word in modal for word in self.lower[i + 1 : stop])

    def _infinitive(self, i: int, last: int) -> bool:
        """Whether a plain verb stands at token `i`: no name, no article, no mark."""
        if i >= last:
            return False
        word, lower = self.tokens.words[i], self.lower[i]
        plain = word == lower and word[0].isalpha() and lower not in self.determiners
        return plain and (lower not in self.boundaries or lower in self.words.plain)

    def _gerund(self, i: int, last: int) -> bool:
        return i + 1 < last and self.lower[i] in self.words.doing and self.tokens.words[i + 1][0].isalnum()

    def _action(self, i: int, last: int) -> bool:
        return self._gerund(i, last) or any(word in self.words.actions for word in self.lower[i : min(last, i + NEAR)])

    # ---- all ----

    def _is_question(self, i: int, last: int) -> bool:
        return self.tokens.words[last - 1] == "?" or (last - 2 > i and self.tokens.words[last - 2] == "?")

    def _denied(self, first: int, i: int) -> bool:
        """Whether the words before a clause deny it."""
        return not self.words.denials.isdisjoint(self.lower[max(first, i - FAR) : i])


@cache
def forms(words: CommitmentWords) -> dict[str, Plan]:
    """Each form of a verb to what it tells."""
    return {form: plan for plan in words.active for form in plan.forms}


@cache
def begins(words: CommitmentWords) -> frozenset[str]:
    """All words that can show a commitment."""
    return words.future.union(forms(words), words.impersonal, words.signing, words.signed)
