"""Tokens after a number in, the noun that is counted out: "345 Muslim pilgrims" counts `pilgrim`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import DASHES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.nouns import NounWords

REACH: Final = 7
"""Tokens after a number in which its noun is looked for."""


JOINED: Final = 4
"""Tokens from "and" to the plural behind two capitalised words, at most."""


class Noun:
    """A counted noun: its phrase from token `first` to `last`, the last not included, and its head in the singular."""

    def __init__(self, first: int, last: int, name: str) -> None:
        self.first: Final = first
        self.last: Final = last
        self.name: Final = name


def counted_noun(
    tokens: Tokens, first: int, last: int, nouns: NounWords, *, one: bool, determined: bool
) -> Noun | None:
    """The noun that a number before token `first` counts, up to token `last`.

    A number counts the first plural after it ("two Syrian teams"); one counts a singular ("one vote"), and so does a
    number that modifies ("a 10-member delegation", and "the 11 member pact" after an article, which `determined` says).
    """
    if tokens.glued(first) or tokens.lower[first] == "-":
        return _compound(tokens, first, last, nouns)
    head = first
    for i in range(first, min(last, first + REACH)):
        word = tokens.lower[i]
        joined = i + 1 < len(tokens) and tokens.words[i + 1] == "-" and tokens.glued(i + 1)
        if (is_plural(word, nouns) or _is_acronym(tokens.words[i])) and not joined:
            verb = _verb_behind(tokens, first, i, nouns) if one else i
            told = verb < i  # one village showed guests
            owned = None if one else _owned(tokens, i, min(last, i + REACH), nouns)
            if owned:
                return _made(tokens, first, owned, nouns)
            return _made(tokens, first, verb, nouns) if told else _plural(tokens, first, i, last, nouns)
        if (i == first and word in nouns.joins) or not _inside(tokens, i, last, nouns):
            break
        head = i + 1
    head = _verb_behind(tokens, first, head, nouns) if one else head
    if head == first:
        return None
    if one or (tokens.words[head - 1].istitle() and tokens.lower[head - 1].endswith(nouns.people_ending)):
        return _made(tokens, first, head, nouns)
    return _modifying(tokens, first, nouns) if determined and head < last else None


def _owned(tokens: Tokens, owner: int, last: int, nouns: NounWords) -> int | None:
    """Where the plural ends that a plural owner only says the kind of: "12 children’s camps", "5 veterans’ homes"."""
    if tokens.lower[owner] not in nouns.owners or tokens.words[owner + 1 : owner + 2] == []:
        return None
    if tokens.words[owner + 1] not in POSSESSIVES or not tokens.glued(owner + 1):
        return None
    for i in range(owner + 2, last):
        if is_plural(tokens.lower[i], nouns):
            return i + 1
        if not tokens.words[i].isalpha() or tokens.lower[i] in nouns.boundaries:
            return None
    return None


def _verb_behind(tokens: Tokens, first: int, last: int, nouns: NounWords) -> int:
    """The past tense or comparative with which tokens end behind a noun, else `last`: one village "showed"."""
    end = last - 1
    if end > first and tokens.lower[end] in nouns.comparatives:
        return end
    past = end > first and is_past(tokens.lower[end], nouns) and not tokens.lower[end - 1].endswith(nouns.adverb_ending)
    return end if past else last


def is_plural(word: str, nouns: NounWords) -> bool:
    if word in nouns.plurals or word in nouns.invariant:
        return True
    if word.endswith("men") and len(word) > 5 and word not in nouns.not_plural:
        return True
    regular = len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'’" and word.isalpha()
    return regular and word not in nouns.not_plural and word not in nouns.boundaries


def _is_acronym(word: str) -> bool:
    """Whether a word is the plural of an acronym: GPUs, RBIs, which the form in lower case would not show."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def is_past(word: str, nouns: NounWords) -> bool:
    """Whether a word has the form of a past tense: "rescued", not "speed"."""
    return word.endswith(nouns.past_ending) and word not in nouns.not_past


def singular(word: str, nouns: NounWords) -> str:
    """The singular of a noun.

    >>> [singular(word, nouns) for word in ("countries", "churches", "houses", "children", "staff")]
    ['country', 'church', 'house', 'child', 'staff']
    """
    if word in nouns.people or word in nouns.plurals:
        return nouns.plurals.get(word, "person")
    if word in nouns.invariant or not is_plural(word, nouns):
        return word
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    of_us = word.endswith("uses") and word not in nouns.in_use and not word.endswith(("ouses", "auses"))  # campuses
    if of_us or word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _made(tokens: Tokens, first: int, last: int, nouns: NounWords) -> Noun:
    return Noun(first, last, _name(tokens, first, last, nouns))


def _plural(tokens: Tokens, first: int, head: int, last: int, nouns: NounWords) -> Noun:
    """The noun with a plural found at `head`, or the further one that it modifies: "sports clubs"."""
    lower = tokens.lower
    if lower[head] in nouns.modifiers:
        for i in range(head + 1, min(last, head + 3)):
            if not lower[i].isalpha() or lower[i] in nouns.boundaries or lower[i] in nouns.people:
                break  # people homeless
            if is_plural(lower[i], nouns):
                head = i
    return _made(tokens, first, head + 1, nouns)


def _name(tokens: Tokens, first: int, last: int, nouns: NounWords) -> str:
    """The noun in the singular with the words before it that say of which kind it is: "asylum seeker"."""
    lower, head = tokens.lower, last - 1
    while first < head and (lower[first] in nouns.no_kind or lower[first].endswith(nouns.adverb_ending)):
        first += 1 + (lower[first].endswith(nouns.adverb_ending) and first + 1 < head)  # decently sized
    name = tokens.words[head][:-1] if _is_acronym(tokens.words[head]) else singular(lower[head], nouns)
    if first >= head:
        return name
    before = tokens.text[tokens.starts[first] : tokens.starts[head]]
    title = tokens.words[head][0].isupper()
    whole = " ".join([*(word.lower() if title and word.istitle() else word for word in before.split()), name])
    return whole if before[-1].isspace() else before[-1].join(whole.rsplit(f"{before[-1]} ", 1))  # call-outs


def _compound(tokens: Tokens, first: int, last: int, nouns: NounWords) -> Noun | None:
    """The noun of "10-member": one word after a hyphen."""
    noun = first + 1
    apart = noun < last and tokens.glued(first) != tokens.glued(noun)
    if tokens.lower[first] != "-" or noun >= last or apart or not tokens.words[noun].isalpha():
        return None
    word = tokens.words[noun]
    if (
        word.lower() in nouns.adjectives
        or word in nouns.boundaries
        or not word.islower()
        or word.endswith(nouns.verb_endings)
    ):
        return None
    return Noun(noun, noun + 1, singular(word, nouns))


def _modifying(tokens: Tokens, first: int, nouns: NounWords) -> Noun | None:
    """The noun of "the 11 member agreement", "a three course meal"."""
    word = tokens.words[first]
    noun = word.islower() and word not in nouns.adjectives and not word.endswith(nouns.verb_endings)
    return Noun(first, first + 1, word) if noun else None


def _inside(tokens: Tokens, i: int, last: int, nouns: NounWords) -> bool:
    """Whether token `i` can stand between a number and the noun that it counts."""
    word = tokens.lower[i]
    if word in DASHES:  # 30 China–Europe trains
        return tokens.glued(i) and tokens.glued(i + 1)
    if word in nouns.joins:  # two large, old and strange houses; 400 Army and Air Force personnel
        end = i + 2
        while end < min(last, i + JOINED) and tokens.words[end - 1].istitle() and tokens.words[end].istitle():
            end += 1
        return end < last and tokens.lower[i + 1].isalpha() and is_plural(tokens.lower[end], nouns)
    measuring = word in nouns.measuring and i + 1 < last and is_plural(tokens.lower[i + 1], nouns)  # nine deep pools
    hyphen = i + 1 < last and tokens.lower[i + 1] == "-" and tokens.glued(i + 1)  # off-road vehicles
    return word[0].isalpha() and (word not in nouns.boundaries or hyphen or measuring)
