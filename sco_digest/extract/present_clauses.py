"""A sentence in, whether a clause of it is so now, or was so at another time than the one named before, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, When
    from sco_digest.extract.tokens import Tokens

PASSIVE = 6
"""Tokens before the end of a time in which "was built" stands."""
BY_NOW = 6
"""Tokens behind a figure in which "are now" stands."""
OTHER = 5
"""Tokens from a conjunction to the verb of another subject: "but the price has"."""


class PresentClauses:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lower, self.time = tokens.lower, lexicon.words.time
        links = lexicon.words.links
        self.past, self.participles = lexicon.words.nouns.past_ending, links.participles
        self.joins, self.being, self.determiners = links.and_, links.being, links.determiners
        self.now, self.stays, self.finite = lexicon.now, lexicon.stays, lexicon.finite
        self.contrasts = lexicon.contrasts
        self.parting_words = links.and_ | lexicon.contrasts | self.time.that
        self.parting = self.parting_words | frozenset({",", ";"})

    def _was_before(self, end: int, begin: int) -> bool:
        """Whether a clause with another time in words begins before a figure: "; before the trial it was 4 percent"."""
        joints = (i for i in range(end, begin - 2) if self.lower[i] == ";" or self.lower[i] in self.parting_words)
        return any(self.lower[i + 1] in self.time.other_time and self.lower[i + 2] in self.determiners for i in joints)

    def goes_on_now(self, end: int, begin: int) -> bool:
        """Whether what happened at a time is joined by what is so now: "was opened in 1998 and employs 900 people"."""
        marks = (i for i in range(end, begin - 1) if self.lower[i] in {",", ";"})
        if any(self.lower[i + 1] in self.time.at_present for i in marks):
            return True
        if self._is_now(end, begin) or self._had(end, begin) or self._was_before(end, begin):
            return True
        joined = (i for i in range(end, begin - 1) if self.lower[i] in self.joins)
        now = self.now | self.time.trading  # has lost 8 percent this year and traded 1 percent lower
        if any(self.lower[i + 1] in now or self._other_stays(i + 1, begin) for i in joined):
            return True
        contrasts = (i for i in range(end, begin - 1) if self.lower[i] in self.contrasts)
        return any(not self.stays.isdisjoint(self.lower[i + 1 : min(i + OTHER, begin)]) for i in contrasts)

    def _is_now(self, end: int, begin: int) -> bool:
        """Whether a clause that is so now begins before a figure: "opened in 2019 and now carries", "and it is now"."""
        marks = [i for i in range(end, begin - 1) if self.lower[i] in self.parting]
        for i in range(marks[0] + 1 if marks else begin, begin - 1):
            after = self._after_now(i)
            if after and (self.lower[i - 1] in self.finite or not self.is_participle(after)):
                return True
        return False

    def _after_now(self, i: int) -> int | None:
        """The token behind "now" or "at present", if one begins at a token."""
        if self.lower[i] in self.time.by_now:
            owned = self.lower[i + 1 : i + 2] != [] and self.lower[i + 1] in POSSESSIVES  # today's rules
            return None if owned else i + 1
        return next((i + len(one) for one in self.time.these_days if self.lower[i : i + len(one)] == one), None)

    def is_now(self, figure: Figure) -> bool:
        """Whether a verb behind a figure says that it is so now: "12 percent of them are now shut"."""
        for i in range(figure.last, min(figure.last + BY_NOW, len(self.lower) - 1)):
            if not self.lower[i].isalnum() or self.lower[i] in self.parting_words:
                return False
            if self.lower[i] in self.stays and self.lower[i + 1] in self.time.at_present:
                return True
        return False

    def starts_other(self, before: When, figure: Figure) -> bool:
        """Whether what has changed since a time is joined by another subject: "rose since 2020 and the mill has"."""
        since = self.lower[before.first] in self.time.since
        joints = (i for i in range(before.last, figure.begin - 1) if self.lower[i] in self.parting_words)
        other = since and any(self.lower[i + 1] in self.determiners for i in joints)
        return other or self._was_decided(before.last, figure.begin)

    def _was_decided(self, end: int, begin: int) -> bool:
        """Whether a contrast tells what was decided: "fell in April while the rate was cut to 11 percent"."""
        contrast = next((i for i in range(end, begin) if self.lower[i] in self.contrasts), begin)
        return any(self.lower[k] in self.being and self.is_participle(k + 1) for k in range(contrast, begin - 1))

    def _had(self, end: int, begin: int) -> bool:
        """Whether a thing that was made then is told to have had something: "was built in 1998 and had 40 rooms"."""
        for i in range(end, begin - 1):
            if self.lower[i] in self.joins and self.lower[i + 1] in self.time.having:
                ahead = range(max(0, end - PASSIVE), end)
                made = any(self.lower[k] in self.being and self.is_participle(k + 1) for k in ahead)
                return made and not self.is_participle(i + 2)
        return False

    def _other_stays(self, i: int, begin: int) -> bool:
        """Whether another subject and what is so now begin at a token: "the museum has"."""
        found = self.lower[i + 2 : min(i + OTHER, begin)]
        return self.lower[i] in self.determiners and not self.stays.isdisjoint(found)

    def is_participle(self, i: int) -> bool:
        """Whether the word at a token has the form of a past participle."""
        return i < len(self.lower) and (self.lower[i].endswith(self.past) or self.lower[i] in self.participles)
