"""A verb in, the forms that a regular one takes out."""

from __future__ import annotations

from typing import Final

VOWELS: Final = frozenset("aeiou")


def verb_forms(verb: str) -> tuple[str, str, str, str]:
    """A regular verb with its third person, past and -ing form.

    >>> verb_forms("ban")
    ('ban', 'bans', 'banned', 'banning')
    """
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    if verb.endswith("e"):
        return verb, third, f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    stem = verb + verb[-1] if _doubles(verb) else verb
    return verb, third, f"{stem}ed", f"{stem}ing"


def _doubles(verb: str) -> bool:
    """Whether the last letter of a verb is doubled: a consonant after the only vowel."""
    vowels = [letter in VOWELS for letter in verb]
    return sum(vowels) == 1 and vowels[-2:] == [True, False] and verb[-1] not in "wxy"
