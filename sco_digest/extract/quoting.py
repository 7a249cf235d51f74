"""A form of "quoted" or "cited" in, who is quoted out: "quoted Petrov as saying", "was quoted by the paper"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.readings import Cue

if TYPE_CHECKING:
    from sco_digest.extract.before_verb import Subjects
    from sco_digest.extract.behind_cue import Sources
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

QUOTED = 12
"""Tokens between "quoted" and "as saying"."""


class Quoting:
    """Reads who is quoted in one article."""

    def __init__(self, tokens: Tokens, subjects: Subjects, sources: Sources, speech: Speech) -> None:
        self._tokens = tokens
        self._subjects = subjects
        self._sources = sources
        self._speech = speech

    def find(self, i: int, first: int, last: int) -> Cue | None:
        """The cue with who is quoted, where `is_quoted` says that someone is; none in an aside before another verb."""
        saying, be = self._saying(i, last), self._be(i, first)
        if saying is not None and be is None and not self._by(i):
            source = self._sources.behind(i + 1, saying - 1)
            if source is None or source.last >= saying:
                return None
            source.quoter = self._subjects.before(i, first, None)
            return Cue(saying, saying + 1, source)
        if saying is None and be is None:
            return None  # "Petrov, quoted by the paper, said"
        subject = self._subjects.before(i if be is None else be, first, None)
        cue = i if saying is None or saying == i + 2 else saying
        return Cue(cue, cue + 1, subject) if subject else None

    def is_quoted(self, i: int, first: int, last: int) -> bool:
        """Whether somebody is quoted by somebody else, with "as saying" or in the passive."""
        lower = self._tokens.lower
        passive = lower[i] == "quoted" and (self._by(i) or self._be(i, first) is not None)
        return passive or self._saying(i, last) is not None

    def _by(self, i: int) -> bool:
        return self._tokens.lower[i + 1 : i + 2] == ["by"]

    def _be(self, i: int, first: int) -> int | None:
        """The token of the "was" that makes a passive."""
        return i - 1 if i > first and self._tokens.lower[i - 1] in self._speech.be else None

    def _saying(self, i: int, last: int) -> int | None:
        """The token of "saying" behind the first "as"."""
        lower = self._tokens.lower
        end = next((k for k in range(i + 1, min(i + QUOTED, last - 1)) if lower[k] == "as"), None)
        return end + 1 if end and lower[end + 1] in self._speech.say_participles else None
