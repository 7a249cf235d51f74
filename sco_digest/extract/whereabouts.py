"""The places of an article in, the one that a figure is of out: by its subject, its clause, what stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from sco_digest.extract.place_phrases import LOCATING, OWNS, place_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_digest.language import Language
    from sco_digest.model import Place, Span, Statistic

INSIDE = LOCATING | {"of", "at", "for", "the"}
"""Words before a place that is part of a subject, where it does not open it: "hotels of"."""
GAPS = frozenset({"for", "at", "with"})
"""Words between a place and its figure where the verb is left out: "Orm for 5 percent"."""
NEAR = 4
"""Words between them, with the bound of the figure, at most."""
FAR = 6
"""Words between a figure and a place behind it: "12 tonnes of dried fruit in"."""
HEAD = 3
"""Words of a subject before "in" or "of" and its place: "farmers in"."""
FROM = "from "
THAN_IN = " than in "
THAN = (THAN_IN, " than ")
"""What stands before a place that another is compared with."""
ORIGIN = ("from", "between")
"""Words before a place that is an end of something else."""
CLAUSE_WORDS = frozenset({"that", "while", "whereas", "but", "because", "and"})
"""Words after which a place can open a clause."""
MARKS = frozenset(',;:()—“”"«»')
THOSE = (["those", "to"], ["those", "in"], ["that", "to"], ["that", "in"])
"""What stands for a noun named before: exports to one country, "those to" another."""


class Whereabouts:
    """Which place is meant at a figure; the figures come in the order of the text."""

    def __init__(self, text: str, places: tuple[Place, ...], language: Language) -> None:
        self._text, self._places = text, places
        self._say, self._no_acts, self._apart, self._wanting = _words(language)
        self._phrases = place_phrases(language)
        self._countries = language.places.countries
        self._places_from = [place.span.start for place in places]
        self._before: tuple[Span, Place | None] | None = None
        """The subject of the figure before, with its place."""

    def of(self, statistic: Statistic) -> Place | None:
        """The place of a figure; none where the sentence names several that it can be of."""
        first = last = bisect_left(self._places_from, statistic.sentence.start)
        while last < len(self._places) and self._places[last].span.end <= statistic.sentence.end:
            last += 1
        here = [one for one in self._places[first:last] if not self._is_compared(one)]
        found = self._of_subject(statistic, here) if here else None
        if found is None and here and not self._is_traded(statistic):
            found = self._behind(statistic.span, here)
        if found is None and here and all(map(self._is_bought, self._within(statistic, here), repeat(statistic))):
            found = self._same_subject(statistic) or self._ahead(statistic, here)
        self._before = (statistic.subject.span, found) if statistic.subject else None
        return found

    def _is_compared(self, place: Place) -> bool:
        """Whether a place is but what another is compared with: "four more than in Veldoria"."""
        ahead = self._text[max(0, place.span.start - len(THAN_IN)) : place.span.start]
        return ahead.endswith(THAN)

    def _same_subject(self, statistic: Statistic) -> Place | None:
        """The place of the figure before where both are of one subject."""
        subject = statistic.subject.span if statistic.subject else None
        return self._before[1] if self._before and self._before[0] == subject else None

    def _is_traded(self, statistic: Statistic) -> bool:
        """Whether a figure is of what is sold where it is not made: "shares fell 3 percent in Orm"."""
        return statistic.subject is not None and self._phrases.is_traded(statistic.subject.text)

    # ---- in the subject ----

    @staticmethod
    def _within(statistic: Statistic, here: Sequence[Place]) -> Sequence[Place]:
        """The places that the subject names."""
        subject = statistic.subject.span if statistic.subject else None
        return [one for one in here if subject and subject.start <= one.span.start and one.span.end <= subject.end]

    def _is_bought(self, place: Place, statistic: Statistic) -> bool:
        """Whether a place behind a figure says where it came from: Veldoria bought 40 trains "from" it."""
        before = self._text[max(0, place.span.start - len(FROM)) : place.span.start]
        return place.span.start > statistic.span.start and before == FROM

    def _of_subject(self, statistic: Statistic, here: Sequence[Place]) -> Place | None:
        """The one place in the subject: "exports of Veldoria"; no origin, and no object of a verb."""
        inside = self._within(statistic, here)
        if not inside or statistic.subject is None or len({one.country for one in inside}) > 1:
            return None
        if self._is_listed([one for one in here if one.span.start >= inside[0].span.start]):
            return None
        if self._is_overtaken(statistic, inside[0], here) or self._is_part(inside[0]):
            return None
        ahead = self._text[statistic.subject.span.start : inside[0].span.start].lower().split()
        ahead = self._phrases.light(ahead)
        tied = not ahead or ahead[-1] in INSIDE or not ahead[-1].isalpha()
        tied = (tied and not any(word in ORIGIN for word in ahead[-2:])) or self._phrases.is_sent(ahead)
        tied = tied and not self._phrases.leads_away(ahead) and self._apart.isdisjoint(ahead)
        return inside[0] if tied else None

    def _is_overtaken(self, statistic: Statistic, place: Place, here: Sequence[Place]) -> bool:
        """Whether another place, or what is only wanted, stands between a place and its figure."""
        start, end = place.span.end, statistic.span.start
        other = any(start <= one.span.start < end and one.country != place.country for one in here)
        return other or not self._wanting.isdisjoint(self._text[start:end].lower().split())

    def _is_part(self, place: Place) -> bool:
        """Whether a place belongs to the name of an organisation, or to that of a region: "Veldoria's Orm region"."""
        behind = self._text[place.span.end : place.span.end + 4]
        region = behind.startswith(OWNS) and behind[3:4].isupper()
        return region or self._phrases.is_of_organisation(self._text[max(0, place.span.start - 40) : place.span.start])

    # ---- behind the figure ----

    def _behind(self, figure: Span, here: Sequence[Place]) -> Place | None:
        """The place that follows a figure: "12 schools in Veldoria", "12 tonnes of fruit in Veldoria"."""
        after = [one for one in here if one.span.start > figure.end]
        if not after or self._is_listed(after):
            return None
        between = self._text[figure.end : after[0].span.start]
        words = between.lower().split()
        if (
            not words
            or not self._phrases.locates([*self._text[figure.start : figure.end].lower().split(), *words])
            or len(words) > FAR
            or not MARKS.isdisjoint(between)
        ):
            return None
        light = words[-1] == "from" or all(
            word == "of" or word not in self._no_acts for word in self._phrases.light(words)[:-1]
        )
        owns = self._text[after[0].span.end :].startswith(OWNS)  # connected to Veldoria's grid
        return after[0] if light and not owns and self._apart.isdisjoint(words) else None

    def _is_listed(self, places: Sequence[Place]) -> bool:
        """Whether "and" joins the first place to a second."""
        if len(places) == 1:
            return False
        return self._text[places[0].span.end : places[1].span.start].strip() in {"and", ","}

    # ---- before the figure ----

    def _ahead(self, statistic: Statistic, here: Sequence[Place]) -> Place | None:
        """The place right before a figure, "Orm ($3 million)", or the one that opens its clause."""
        before = [one for one in here if one.span.end <= statistic.span.start]
        if not before:
            return None
        place = before[-1]
        between = self._text[place.span.end : statistic.span.start].lower()
        if self._is_beside(between) and (between.startswith(" (") or self._is_item(place, statistic)):
            return place
        if self._is_overtaken(statistic, place, here) or self._is_part(place):
            return None
        opening = self._text[statistic.sentence.start : place.span.start]
        words = self._phrases.behind(between)
        if self._say.isdisjoint(words) and self._phrases.leads_on(opening.lower().split(), between):
            return place
        if MARKS.isdisjoint(between):
            opens = self._opens(opening, before) or self._is_head(opening)
            named = self._text[place.span.end : place.span.end + 2].strip().isupper()  # the Veldoria Air Force
            acts = bool(words) and words[0].isalpha() and words[0] not in self._no_acts and not named
            acts = (acts or self._owner_acts(place, statistic)) and not self._governs(place, words)
            directly = not words and opening.lower().split()[-1:] == ["in"]
            if directly or (opens and acts and self._say.isdisjoint(words)):
                return place
        located = len(before) == 1 and self._phrases.light(opening.lower().split()) == [
            "in"
        ]  # In Veldoria, prices rose
        return place if located and ";" not in between and self._say.isdisjoint(words) else None

    def _is_item(self, place: Place, statistic: Statistic) -> bool:
        """Whether a place opens an item of a list, "Uzbekistan for $5 million": no "left Orm with 900 cars"."""
        opening = self._text[statistic.sentence.start : place.span.start].rstrip()
        return not opening or opening[-1] in ",;:(" or opening.endswith((" and", " to"))

    def _owner_acts(self, place: Place, statistic: Statistic) -> bool:
        """Whether what a country owns does something: "Veldoria's grain board bought"."""
        words = self._text[place.span.end : statistic.span.start].split()
        return words[:1] != [] and words[0] in OWNS and len(words) > 1 and self._phrases.owner_acts(words[1:])

    def _governs(self, place: Place, words: list[str]) -> bool:
        """Whether a city stands for the government that has its seat there: "Washington imposed a tariff"."""
        names = self._countries.get(place.country)
        return names is not None and place.name in names.cities and self._phrases.governs(words)

    def _is_beside(self, between: str) -> bool:
        """Whether nothing but a bracket or "for" stands between a place and its figure."""
        words = between.split()
        if between.startswith(" (") and len(words) <= NEAR and ")" not in between:
            return True
        return bool(words) and words[0] in GAPS and len(words) <= NEAR

    def _opens(self, opening: str, before: Sequence[Place]) -> bool:
        """Whether the last place opens a clause, after `opening` in its sentence."""
        ahead = opening.rstrip(' "“«')
        if not ahead or ahead[-1] in "-–—:":
            return True
        listed = len(before) > 1 and not self._text[before[-2].span.end : before[-1].span.start].strip(" ,and")
        return not listed and (ahead[-1] == "," or ahead.split()[-1].lower() in CLAUSE_WORDS)

    def _is_head(self, opening: str) -> bool:
        """Whether a sentence opens with a short subject in that place: "Farmers in Orm", "Citizens of", "those to"."""
        words = self._phrases.light(opening.lower().replace(";", " ; ").split())
        if words[-2:] in THOSE:
            return True
        comma = max((i for i, word in enumerate(words) if word.endswith(",")), default=-1)
        if comma >= 0 and words[0] in self._no_acts:  # in January, factories in Veldoria
            words = words[comma + 1 :]
        subject = words[:-1]
        return self._phrases.is_home(words) and 0 < len(subject) <= HEAD and all(word.isalpha() for word in subject)


@cache
def _words(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs that tell what someone says, words with which no verb phrase begins, verbs whose place is of no figure."""
    say = language.speech.say | language.speech.remark
    bodies = language.people.not_names.organisations | {f"{role}s" for role in language.people.roles}  # US forces
    no_acts = language.grammar.prepositions | language.grammar.subordinators | {"and", "or"} | bodies
    meaning = language.quantities.meaning
    return say, no_acts, say | meaning.signing, meaning.wanting
