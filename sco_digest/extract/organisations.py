"""Tokens, places and people in, the organisations named in a text out: every mention by name, short forms joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.letters import are_of_person
from sco_digest.extract.organisation_forms import compared, described, forms, shorter
from sco_digest.extract.organisation_names import Extents, kinds, known_names, nouns
from sco_digest.extract.readings import Found, Mention, Someone
from sco_digest.extract.roles import plain
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

ABBREVIATION: Final = range(2, 7)
"""Letters of an abbreviation that can name an organisation."""
MODIFIERS: Final = 4
"""Tokens between a country and the noun of its body: "Saudi interior ministry"."""
ARTICLES: Final = frozenset({"the", "a", "an", "another"})


def find_organisations(tokens: Tokens, named: list[Named], people: list[Someone], language: Language) -> list[Someone]:
    """Every organisation that a text names, in the order of first mention, each with all its mentions by name."""
    finder = _Finder(tokens, named, people, language)
    found: list[Someone] = []
    known: dict[tuple[str, ...], Someone] = {}
    for one, short in sorted(finder.find(), key=lambda pair: -len(pair[0].words)):  # stable: the fullest forms first
        fuller = known.get(compared(one.words)) or known.get(described(one))
        if fuller:
            fuller.mentions.extend(one.mentions)
            fuller.country = fuller.country or one.country
            fuller.role_words |= one.role_words
        else:
            found.append(one)
        for key in forms(one, short, finder.generic):
            known.setdefault(key, fuller or one)
    for one in found:
        one.mentions.sort(key=lambda mention: mention.first)
    return sorted(found, key=lambda one: one.mentions[0].first)


FEW: Final = 20
"""Places of a surname that are looked through for a whole name."""
RANKS: Final = frozenset({"asi", "asp", "acp", "sp", "ds", "dc"})
"""Short forms of ranks that are those of bodies and firms as well, unless a whole name follows."""


class _Finder:
    """The mentions of one text."""

    def __init__(self, tokens: Tokens, named: list[Named], people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._words = language.organisations
        self._known = known_names(self._words)
        self._extents = Extents(tokens, named, people, language)
        self._kinds = kinds(self._words)
        self._dateline = range(*(find_dateline(tokens, language) or (0, 0)))
        self.generic = self._extents.signs | {tokens.lower[i] for i in self._extents.places}

    def find(self) -> list[Found]:
        """Mentions that show by themselves what they name, then the short forms of those."""
        words, lower, signs, known = self._tokens.words, self._tokens.lower, self._extents.signs, self._known
        named = (i for i in self._tokens.capitals if lower[i] in signs or lower[i] in known or words[i].isupper())
        described = [i for i in self._tokens.where(nouns(self._words)) if words[i] == lower[i]]
        found: list[Found] = []
        done = 0
        for i in sorted((*named, *described)):
            if i < done:
                continue
            one = self._described(i) if words[i] == lower[i] or self._introduces(i) else self._named(i)
            if one:
                if one.one.mentions[0].first < done:
                    found.pop()  # the longer name holds the one before it
                found.append(one)
                done = one.one.mentions[0].end
        covered = {k for one, _ in found for k in range(one.mentions[0].first, one.mentions[0].end)}
        apposed = (self._apposed(i, covered) for i in described if lower[i] in self._words.companies)
        found.extend(one for one in apposed if one)
        return [*found, *self._again([one for one, _ in found])]

    def _introduces(self, i: int) -> bool:
        """Whether a noun opens a sentence and tells what the name behind it is: "Carmaker Ostrel Motors"."""
        noun = self._tokens.lower[i] in self._words.companies and self._tokens.lower[i] not in self._words.heads
        opens = i in (self._tokens.sentences[self._tokens.sentence_of[i]][0], self._dateline.stop)
        return noun and opens and self._extents.part(i + 1)

    def _named(self, i: int) -> Found | None:
        """The organisation in whose name token `i` stands with a capital."""
        first, last = self._tokens.sentences[self._tokens.sentence_of[i]]
        lower = self._tokens.lower[i]
        sign = lower in self._extents.signs
        known = [name for name in self._known.get(lower, ()) if tuple(self._tokens.lower[i : i + len(name)]) == name]
        end = i + max(map(len, known), default=1)
        if lower in self._words.legal and (
            i == first or self._tokens.lower[i - 1] in self._language.people.names.particles
        ):
            return None  # "Re Reed", "Anna Del Re"
        abbreviated = not sign and not known
        if abbreviated and (not self._tokens.words[i].isupper() or lower in self._words.abbreviations):
            return None
        ranked = lower in RANKS and _leads_person(self._tokens, i + 1)  # "ASI Tom Reed"
        if abbreviated and (ranked or are_of_person(self._tokens, i, self._language.people)):
            return None
        placed = i in self._extents.places or i in self._dateline  # PORT ILSE, 5 November -
        if abbreviated and (placed or len(self._tokens.words[i]) not in ABBREVIATION or self._extents.is_role(i)):
            return None
        if not self._extents.part(i) or self._tokens.sentence_of[i] in self._extents.in_capitals:
            return None
        start = self._extents.left(i, first) if sign else i
        right = self._extents.right(end, last, linking=sign)
        return self._made(start, self._extents.without_department(max(start, end - 1), right), last)

    def _described(self, i: int) -> Found | None:
        """The organisation that a noun in lower case introduces or ends: "automaker Ford", "the Saudi ministry"."""
        lower = self._tokens.lower
        first, last = self._tokens.sentences[self._tokens.sentence_of[i]]
        if lower[i] in self._words.companies:
            start = i + 2 if self._tokens.words[i + 1 : i + 2] == [","] else i + 1
            if (
                start >= last
                or not self._extents.part(start)
                or start in self._extents.places
                or self._tokens.glued(start)
            ):
                return None
            end = self._extents.right(start + 1, last, linking=False)
            apart = start == i + 2 and (end >= last or self._tokens.words[end] not in ",(")
            return None if apart else self._made(start, end, last, noun=lower[i])
        of = i + 2 + (lower[i + 2 : i + 3] == ["the"])
        if lower[i + 1 : i + 2] == ["of"] and of < last and of in self._extents.places:
            return self._made(self._extents.owner(i, first), self._extents.places[of].last, last)
        start = i
        while start > max(first, i - MODIFIERS) and lower[start - 1] in self._language.people.role_modifiers:
            start -= 1
        owner = start - 2 if start - 2 >= first and lower[start - 1] in POSSESSIVES else start - 1
        return (
            self._made(self._extents.places[owner].first, i + 1, last)
            if owner in self._extents.places and owner >= first
            else None
        )

    def _apposed(self, noun: int, covered: set[int]) -> Found | None:
        """The name that a noun behind it tells of."""
        found = self._extents.apposed(noun, covered)
        last = self._tokens.sentences[self._tokens.sentence_of[noun]][1]
        return self._made(*found, last, noun=self._tokens.lower[noun]) if found else None

    def _made(self, first: int, last: int, ceiling: int, noun: str = "") -> Found | None:
        """The mention of tokens `first` to `last`, or None where they name something else."""
        tokens, speech = self._tokens, self._language.speech
        words = [word for word in tokens.words[first:last] if word[0].isalnum()]
        lower = [word.lower() for word in words]
        product = last < ceiling and tokens.words[last][0].isdigit() and (last - first == 1 or tokens.glued(last))
        outlet = lower[-1] in speech.outlet_nouns or not speech.outlets.isdisjoint(lower)
        outlet = (
            outlet or lower[-2:] == ["news", "agency"] or tokens.lower[max(0, first - 2) : first] == ["news", "agency"]
        )
        bare = tokens.words[first] != tokens.lower[first] and self._extents.signs.issuperset(lower)
        bare = bare or not compared(tuple(words))  # "THE S"
        staff = lower[0] in self._words.owners and lower[1:2] == ["of"]  # "Workers of Ostrel Motors"
        if product or outlet or bare or staff or (lower[-1] in self._words.things and "of" not in lower):
            return None
        noun = noun or self._words.known_bodies.get(" ".join(lower), "")
        end, short = self._closed(last, ceiling, lower[-1])
        owner = first - 2 if first > 1 and tokens.lower[first - 1] in POSSESSIVES else first - 1
        places = self._extents.places
        place = next((places[i] for i in (owner, *range(first, last)) if i in places), None)
        role_words = self._kinds.intersection(lower)
        while len(words) > 1 and lower[len(words) - 1] in self._words.legal:
            words.pop()
        one = Someone(
            name=plain(tokens, first, last),
            words=tuple(words),
            known=True,
            role_words=role_words | {noun} if noun else role_words,
            country=place.country if place else None,
            kind="organisation",
            mentions=[self._mention(first, last, noun, end)],
        )
        return Found(one, short)

    def _mention(self, first: int, last: int, noun: str, end: int) -> Mention:
        """The mention with what stands beside it; a function of its own, so that the name is seen to come from here."""
        return Mention(first, last, self._start(first, noun), end)

    def _closed(self, last: int, ceiling: int, final: str) -> tuple[int, str]:
        """Where a mention ends with the point of "Ltd." and a short form in brackets, and that short form."""
        words = self._tokens.words
        mark = words[last] if last < ceiling else ""
        end = last + (mark == "." and final in self._words.legal and last + 1 < ceiling)
        if words[end : end + 1] == ["("] and words[end + 2 : end + 3] == [")"] and words[end + 1].isupper():
            return end + 3, words[end + 1]
        return end, ""

    def _start(self, first: int, noun: str) -> int:
        """Where a mention begins with the noun that introduces it and what leads up to that."""
        tokens = self._tokens
        floor = tokens.sentences[tokens.sentence_of[first]][0]
        introduced = noun != "" and first > 0 and tokens.lower[first - 1] == noun
        start = first - introduced
        while start > floor and self._leads(start - 1, introduced=introduced):
            start -= 1
        return start

    def _leads(self, i: int, *, introduced: bool) -> bool:
        """Whether token `i` can stand before a name and the noun that introduces it: "the Veldorian airline Skyra"."""
        lower = self._tokens.lower[i]
        return lower in ARTICLES or (
            introduced and (i in self._extents.places or lower in self._language.people.role_modifiers)
        )

    def _again(self, found: list[Someone]) -> list[Found]:
        """Further mentions under names that show nothing by themselves: "Ostrel" after "Ostrel Motor Company"."""
        covered = {i for one in found for m in one.mentions for i in range(m.first, m.end)}
        keys = {key for one in found for key in shorter(compared(one.words), self.generic) if self._telling(key[0])}
        heads: dict[str, set[int]] = {}
        for key in keys:
            heads.setdefault(key[0], set()).add(len(key))
        again = []
        lower, part = self._tokens.lower, self._extents.part
        for i in self._tokens.capitals if heads else ():
            if lower[i] not in heads or i in covered or not part(i):
                continue
            beginning = [tuple(lower[i : i + length]) for length in heads[lower[i]]]
            fitting = [len(key) for key in beginning if key in keys]
            last = i + max(fitting, default=0)
            if fitting and not part(last) and not (i and part(i - 1)):
                again.append(self._made(i, last, self._tokens.sentences[self._tokens.sentence_of[i]][1]))
        return [one for one in again if one]

    def _telling(self, word: str) -> bool:
        """Whether a word alone can name an organisation."""
        people = self._language.people
        listed = word in people.not_names.words and word not in self._known
        return not (listed or word in people.roles or word in people.role_modifiers or word in self.generic)


def _leads_person(tokens: Tokens, i: int) -> bool:
    """Whether a whole name stands at token `i`, or a surname that is part of one elsewhere in the text."""
    words = tokens.words
    if not words[i : i + 1] or not words[i].istitle():
        return False
    places = tokens.places.get(tokens.lower[i], ())[:FEW]
    return (len(words) > i + 1 and words[i + 1].istitle()) or any(k > 0 and words[k - 1].istitle() for k in places)
