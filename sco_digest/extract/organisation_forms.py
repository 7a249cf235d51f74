"""An organisation in, the names out that stand for it further on in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone

UNTOLD: Final = frozenset({"of", "for", "on", "the", "and", "s"})
"""Words of a name that tell nothing when names are compared."""


def compared(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name to be compared: an abbreviation as it stands, else its telling words in lower case."""
    if len(words) == 1 and words[0].isupper():
        return words
    return tuple([lower for lower in map(str.lower, words) if lower not in UNTOLD])


def described(one: Someone) -> tuple[str, ...]:
    """The country and noun of an organisation that is named by no more: "the Kazakh ministry"."""
    noun = one.words[-1]
    return ("", one.country or "", noun) if noun in one.role_words and one.country else ()


def forms(one: Someone, short: str, generic: frozenset[str]) -> list[tuple[str, ...]]:
    """The names that stand for an organisation: shorter ones, by its noun, by initials, the one in brackets."""
    key = compared(one.words)
    found = shorter(key, generic)
    found += [("", one.country or "", noun) for noun in one.role_words]
    initials = "".join([word[0] for word in key]).upper()
    found += [(initials[:length],) for length in range(2, len(initials) + 1)]
    return [*found, (short,)] if short else found


def shorter(key: tuple[str, ...], generic: frozenset[str]) -> list[tuple[str, ...]]:
    """A name, and what is left of it without country or kind: "Ford" of "Ford Motor Company"."""
    found = [key]
    for end in range(len(key) - 1, 0, -1):
        if key[end] not in generic:
            break
        if not generic.issuperset(key[:end]):
            found.append(key[:end])
    for start in range(1, len(key)):
        if key[start - 1] not in generic or generic.issuperset(key[start:]):
            break
        found.append(key[start:])
    return found
