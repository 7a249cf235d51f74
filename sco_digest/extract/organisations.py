"""Tokens, places and people in, the organisations named in a text out: every mention by name, short forms joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sco_digest.extract.organisation_names import POSSESSIVES, Extents, known_names, nouns
from sco_digest.extract.people import Mention, Someone
from sco_digest.extract.roles import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

ABBREVIATION = range(2, 7)
"""Letters of an abbreviation that can name an organisation."""
MODIFIERS = 4
"""Tokens between a country and the noun of its body: "Saudi interior ministry"."""
UNTOLD = frozenset({"of", "for", "on", "the", "and", "s"})
"""Words of a name that tell nothing when names are compared."""
ARTICLES = frozenset({"the", "a", "an", "another"})


class Found(NamedTuple):
    """One mention as an organisation of its own, and the abbreviation that stands in brackets behind it."""

    one: Someone
    short: str


def find_organisations(tokens: Tokens, named: list[Named], people: list[Someone], language: Language) -> list[Someone]:
    """Every organisation that a text names, in the order of first mention, each with all its mentions by name."""
    finder = _Finder(tokens, named, people, language)
    found: list[Someone] = []
    known: dict[tuple[str, ...], Someone] = {}
    for one, short in sorted(finder.find(), key=lambda pair: -len(pair[0].words)):  # stable: the fullest forms first
        fuller = known.get(_key(one.words)) or known.get(_described(one))
        if fuller:
            fuller.mentions.extend(one.mentions)
            fuller.country = fuller.country or one.country
            fuller.role_words |= one.role_words
        else:
            found.append(one)
        for key in _forms(one, short, finder.generic):
            known.setdefault(key, fuller or one)
    for one in found:
        one.mentions.sort(key=lambda mention: mention.first)
    return sorted(found, key=lambda one: one.mentions[0].first)


def without(people: list[Someone], organisations: list[Someone]) -> list[Someone]:
    """The people without the names of organisations: a surname alone goes to the organisation that is so called."""
    covered = {i for one in organisations for mention in one.mentions for i in range(mention.first, mention.last)}
    for person in people if covered else ():
        person.mentions = [mention for mention in person.mentions if mention.first not in covered]
    return [person for person in people if person.mentions]


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name to be compared: an abbreviation as it stands, else its telling words in lower case."""
    if len(words) == 1 and words[0].isupper():
        return words
    return tuple(word.lower() for word in words if word.lower() not in UNTOLD)


def _described(one: Someone) -> tuple[str, ...]:
    """The country and noun of an organisation that is named by no more: "the Kazakh ministry"."""
    noun = one.words[-1]
    return ("", one.country or "", noun) if noun in one.role_words and one.country else ()


def _forms(one: Someone, short: str, generic: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The names that stand for an organisation: without country or kind ("Ford Motor Company": "Ford"), by initials."""
    key = _key(one.words)
    yield key
    for end in range(len(key) - 1, 0, -1):
        if key[end] not in generic:
            break
        if not generic.issuperset(key[:end]):
            yield key[:end]
    for start in range(1, len(key)):
        if key[start - 1] not in generic or generic.issuperset(key[start:]):
            break
        yield key[start:]
    yield from (("", one.country or "", noun) for noun in one.role_words)
    initials = "".join(word[0] for word in key).upper()
    yield from ((initials[:length],) for length in range(2, len(initials) + 1))
    if short:
        yield (short,)


class _Finder:
    """The mentions of one text."""

    def __init__(self, tokens: Tokens, named: list[Named], people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._words = language.organisations
        self._known = known_names(self._words)
        self._extents = Extents(tokens, named, people, language)
        self.generic = self._extents.signs | {tokens.lower[i] for i in self._extents.places}

    def find(self) -> list[Found]:
        """Mentions that show by themselves what they name, then the short forms of those."""
        words, lower, signs, known = self._tokens.words, self._tokens.lower, self._extents.signs, self._known
        named = (i for i in self._tokens.capitals if lower[i] in signs or lower[i] in known or words[i].isupper())
        described = (i for i in self._tokens.where(nouns(self._words)) if words[i] == lower[i])
        found: list[Found] = []
        done = 0
        for i in sorted((*named, *described)):
            if i < done:
                continue
            one = self._named(i) if words[i] != lower[i] else self._described(i)
            if one:
                if one.one.mentions[0].first < done:
                    found.pop()  # the longer name holds the one before it
                found.append(one)
                done = one.one.mentions[0].end
        return [*found, *self._again([one for one, _ in found])]

    def _named(self, i: int) -> Found | None:
        """The organisation in whose name token `i` stands with a capital."""
        first, last = self._tokens.sentences[self._tokens.sentence_of[i]]
        lower = self._tokens.lower[i]
        sign = lower in self._extents.signs
        known = [name for name in self._known.get(lower, ()) if tuple(self._tokens.lower[i : i + len(name)]) == name]
        end = i + max(map(len, known), default=1)
        abbreviated = not sign and not known
        if abbreviated and (not self._tokens.words[i].isupper() or lower in self._words.abbreviations):
            return None
        if abbreviated and (
            len(self._tokens.words[i]) not in ABBREVIATION or i in self._extents.places or self._extents.is_role(i)
        ):
            return None
        if not self._extents.part(i) or self._tokens.sentence_of[i] in self._extents.in_capitals:
            return None
        start = self._extents.left(i, first) if sign else i
        return self._made(start, self._extents.right(end, last, linking=sign), last)

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
            return self._made(i, self._extents.places[of].last, last)
        start = i
        while start > max(first, i - MODIFIERS) and lower[start - 1] in self._language.people.role_modifiers:
            start -= 1
        owner = start - 2 if start - 2 >= first and lower[start - 1] in POSSESSIVES else start - 1
        return (
            self._made(self._extents.places[owner].first, i + 1, last)
            if owner in self._extents.places and owner >= first
            else None
        )

    def _made(self, first: int, last: int, ceiling: int, noun: str = "") -> Found | None:
        """The mention of tokens `first` to `last`, or None where they name something else."""
        tokens, speech = self._tokens, self._language.speech
        lower = [word for word in tokens.lower[first:last] if word[0].isalnum()]
        product = last < ceiling and tokens.words[last][0].isdigit() and (last - first == 1 or tokens.glued(last))
        outlet = lower[-1] in speech.outlet_nouns or any(word in speech.outlets for word in lower)
        outlet = outlet or lower[-2:] == ["news", "agency"]
        bare = tokens.words[first] != tokens.lower[first] and self._extents.signs.issuperset(lower)
        if product or outlet or bare or (lower[-1] in self._words.things and "of" not in lower):
            return None
        end, short = last, ""
        if tokens.words[end : end + 1] == ["."] and lower[-1] in self._words.legal and end + 1 < ceiling:
            end += 1
        if tokens.words[end : end + 1] == ["("] and tokens.words[end + 2 : end + 3] == [")"]:
            short = tokens.words[end + 1] if tokens.words[end + 1].isupper() else ""
            end = end + 3 if short else end
        words = tuple(word for word in tokens.words[first:last] if word[0].isalnum())
        while len(words) > 1 and words[-1].lower() in self._words.legal:
            words = words[:-1]
        kinds = self._extents.signs - self._words.legal
        noun = noun or self._words.known_bodies.get(" ".join(lower), "")
        owner = first - 2 if first > 1 and tokens.lower[first - 1] in POSSESSIVES else first - 1
        place = next((self._extents.places[i] for i in (owner, *range(first, last)) if i in self._extents.places), None)
        introduced = noun != "" and first > 0 and tokens.lower[first - 1] == noun
        start = first - 1 if introduced else first
        while (
            start
            and tokens.sentence_of[start - 1] == tokens.sentence_of[first]
            and self._leads(start - 1, introduced=introduced)
        ):
            start -= 1
        one = Someone(
            name=plain(tokens, first, last),
            words=words,
            known=True,
            role_words=(kinds & {*lower}) | ({noun} if noun else set()),
            country=place.country if place else None,
            kind="organisation",
            mentions=[Mention(first, last, start, end)],
        )
        return Found(one, short)

    def _leads(self, i: int, *, introduced: bool) -> bool:
        """Whether token `i` can stand before a name and the noun that introduces it: "the Veldorian airline Skyra"."""
        lower = self._tokens.lower[i]
        return lower in ARTICLES or (
            introduced and (i in self._extents.places or lower in self._language.people.role_modifiers)
        )

    def _again(self, found: list[Someone]) -> list[Found]:
        """Further mentions under names that show nothing by themselves: "Ostrel" after "Ostrel Motor Company"."""
        covered = {i for one in found for m in one.mentions for i in range(m.first, m.end)}
        heads: dict[str, set[tuple[str, ...]]] = {}
        for one in found:
            for key in _forms(one, "", self.generic):
                if self._telling(key[0]):
                    heads.setdefault(key[0], set()).add(key)
        again = []
        for i, lower in enumerate(self._tokens.lower if heads else ()):
            if lower not in heads or i in covered or not self._extents.part(i):
                continue
            fitting = [key for key in heads[lower] if tuple(self._tokens.lower[i : i + len(key)]) == key]
            last = i + max(map(len, fitting), default=0)
            if fitting and not self._extents.part(last) and not (i and self._extents.part(i - 1)):
                again.append(self._made(i, last, self._tokens.sentences[self._tokens.sentence_of[i]][1]))
        return [one for one in again if one]

    def _telling(self, word: str) -> bool:
        """Whether a word alone can name an organisation."""
        people = self._language.people
        listed = word in people.not_names.words and word not in self._known
        return not (listed or word in people.roles or word in people.role_modifiers or word in self.generic)
