"""The words of speech in, those that can be a reporting phrase or begin one out, each to the rule that reads it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.language import Speech


@cache
def begins(speech: Speech) -> frozenset[str]:
    """The words that can be a cue or begin one."""
    return frozenset(kinds(speech))


@cache
def kinds(speech: Speech) -> dict[str, str]:
    """Each of these words to the rule that reads it."""
    return {
        **dict.fromkeys(speech.finding | speech.showing, "finding"),
        **dict.fromkeys(speech.nouns, "noun"),
        **dict.fromkeys(speech.say_participles, "participle"),
        **dict.fromkeys(speech.say | speech.remark | speech.passive, "verb"),
        **dict.fromkeys(speech.plural, "plural"),
        **dict.fromkeys(speech.states, "state"),
        **dict.fromkeys(("according", "as", "in", "by"), "phrase"),
        **dict.fromkeys(speech.idioms, "idiom"),
        **dict.fromkeys(speech.quoting, "quoting"),
    }
