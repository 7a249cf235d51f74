"""Organisations in the order of a text in, the one that "the company", "the ministry" or "it" comes back to out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sco_digest.extract.places import country_names

if TYPE_CHECKING:
    from sco_digest.extract.readings import Attributed, Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

FAR = 1
"""Sentences between the last words of an organisation and an "it" that means it."""

MOST = 40
"""Organisations, or people, that are looked through, the latest: a text that lists thousands costs no more for each."""


class RecentOrganisations:
    """The organisations of a text up to a place in it, the likeliest to be taken up at the end."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._sentence: dict[Someone, int] = {}
        self._last: tuple[Someone | None, int] = (None, -FAR - 1)

    def mention(self, mention: Mention, one: Someone) -> None:
        """One is named: it comes last where it opens its sentence, else it keeps its place."""
        sentence = self._tokens.sentence_of[mention.first]
        if mention.start <= self._tokens.sentences[sentence][0] + 1:
            self._sentence.pop(one, None)
            self._last = (one, sentence)
        elif one not in self._sentence and len(self._sentence) < MOST:
            self._sentence = {one: sentence, **self._sentence}
        self._sentence[one] = sentence

    def speak(self, one: Someone | None, place: int) -> None:
        """Words are attributed to one, or to someone who is no organisation, at token `place`."""
        self._last = (one, self._tokens.sentence_of[place])
        if one:
            self._sentence.pop(one, None)
            self._sentence[one] = self._last[1]

    def by_it(self, source: Attributed) -> Someone | None:
        """Who "it" is: the organisation that spoke or opened a sentence last, not long ago."""
        one, sentence = self._last
        return one if self._tokens.sentence_of[source.first] - sentence <= FAR else None

    def by_noun(self, source: Attributed) -> Someone | None:
        """Who "the company" is: one of that kind, in the same sentence if it is named there, else the likeliest."""
        noun, words = self._tokens.lower[source.last - 1], self._language.organisations
        places = country_names(self._tokens, source.first, source.last, self._language.places)
        countries = {place.country for place in places}
        company, public = noun in words.companies, words.bodies | words.body_names
        fitting = [
            one
            for one in islice(reversed(self._sentence), MOST)
            if (not countries or one.country is None or one.country in countries)
            and (noun in one.role_words or (company and not one.role_words & public))
        ]
        sentence = self._tokens.sentence_of[source.first]
        here = [one for one in fitting if self._sentence[one] == sentence]
        same = [one for one in fitting if noun in one.role_words and noun != "company"]
        return next(iter([*here, *same, *fitting]), None)
