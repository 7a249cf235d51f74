"""The form of a language's words for policy areas: which words and phrases show an area, and how surely."""

from __future__ import annotations

from msgspec import Struct


class LongWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of one area that in a long text show more or less than in a few lines, by what one of them shows there.

    A headline says what matters: "stocks" in it are of an exchange, "a patient" is ill. A text has room for more.
    """

    sure: str = ""
    strong: str = ""
    fair: str = ""
    weak: str = ""
    passing: str = ""
    """Words that texts on any matter say by the way."""


class AreaWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of one area, parted by commas, by what one of them shows.

    A `*` at the end of a word stands for any ending and a `~` for those of a verb; a plural needs no mark. A cue that
    begins with a capital is found only with one, and one in capitals only in capitals.
    """

    sure: str = ""
    strong: str = ""
    fair: str = ""
    weak: str = ""
    never: str = ""
    """Phrases in which a cue of the area means something else."""
    long: LongWords = LongWords()


class Areas(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """What the extractors know of policy areas before a site says more."""

    words: dict[str, AreaWords]
    """By the slug of the area."""
    nothing: str
    """Phrases whose words show no area at all."""
    spelling: dict[str, str]
    """Parts of words in one spelling, to the same in the one that words are compared in."""
    abroad: str
    """The area that names of states and regions show."""
    regions: str
    """Regions and peoples that are no state."""
    everywhere: frozenset[str]
    """Codes of states that texts of the language name on every other page, so that the name shows nothing."""
