"""A verb of finding in, whose finding it is out: "his models suggest", "the judge found that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.readings import Cue

if TYPE_CHECKING:
    from sco_digest.extract.before_verb import Subjects
    from sco_digest.extract.behind_cue import Sources
    from sco_digest.extract.readings import Attributed
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech


class Findings:
    """Reads the verbs of one article that say what evidence shows, or what a court finds."""

    def __init__(self, tokens: Tokens, subjects: Subjects, sources: Sources, speech: Speech) -> None:
        self._tokens = tokens
        self._subjects = subjects
        self._sources = sources
        self._speech = speech

    def find(self, i: int, first: int, last: int) -> Cue | None:
        """The cue at token `i` of a sentence from `first` to `last`, where a clause stands beside it."""
        if i - first < 2 or self._tokens.words[i] != self._tokens.lower[i]:
            return None
        source = self._judge(i, first) if self._tokens.lower[i] in self._speech.finding else self._owner(i, first)
        return Cue(i, i + 1, source) if source and self._has_clause(source, i, last) else None

    def _has_clause(self, source: Attributed, i: int, last: int) -> bool:
        """Whether "that" follows, or the verb ends a clause set off by a comma: ", his models suggest, "."""
        behind = self._tokens.lower[i + 1] if i + 1 < last else "."
        before = self._tokens.words[source.first - 1] if source.first else ""
        if behind == "that":
            return self._tokens.lower[i + 2 : i + 3] != ["out"]  # "The judge ruled that out"
        return before in {",", "”", '"', "»"} and behind in {",", ".", ";"}

    def _owner(self, i: int, first: int) -> Attributed | None:
        """Whose evidence stands before the verb: "his models", "her early measurements"."""
        if self._tokens.lower[i - 1] not in self._speech.evidence:
            return None
        for owner in range(i - 2, max(first, i - 4) - 1, -1):
            if self._tokens.lower[owner] in ("his", "her"):
                return self._sources.possessor(owner, owner + 1)
        return None

    def _judge(self, i: int, first: int) -> Attributed | None:
        """The judge before "found"."""
        source = self._subjects.before(i, first, None)
        if source is None or source.form not in ("name", "role"):
            return None
        noun = source.who.role_noun if source.who else self._tokens.lower[source.last - 1]
        return source if noun in self._speech.judges else None
