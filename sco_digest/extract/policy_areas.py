"""Tokens, places and topics in, the policy areas that the article treats with substance out, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.area_cues import AreaCues, best_of, without_hyphens
from sco_digest.extract.many_matters import areas_of_paragraphs
from sco_digest.extract.readings import Find
from sco_digest.model import PolicyArea

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Areas
    from sco_digest.model import Span, Topic, Vocabulary

SURE, STRONG, FAIR, WEAK, PASSING, NEVER = 5.0, 3.0, 2.0, 1.0, 0.25, 0.0
STATES = ((5.0, 0.5), (4.0, 0.2))
"""What the first and the second state or region named show of the relations between states, in a few lines and a long
text, which says itself what it is about."""
NO_TOPIC, ABROAD = -1, -2
"""Instead of an area: that of a cue for which the site has no topic, and that of a region of the world."""
SHORT, LONG = 50, 150
"""Tokens up to which a text is a few lines, and from which it is long."""
AGAIN = (0.4, 0.65)
"""What each further find of one cue counts, of the one before: a headline says again what its text says; in a long
text what comes back is what it is about."""
SHARP = (0.6, 0.15)
"""How much more weights differ than as written: one telling word is more than several vague ones, most in few lines."""
LEAD = (0.8, 2.0)
"""Factor of a cue in the first sentence: in a few lines a headline that plays with words, in a long text its sum."""
HEADING: Final = 3.0
"""What a cue counts more in a heading inside the text ("Transport connectivity.")."""
FLOOR = (2.0, 10.0)
"""Score from which a text treats an area with substance."""
LEAST = (0.0, 5.0)
"""Score from which the best area is given: a text is about something."""
OWN = (0.0, 4.5)
"""How much of the score of another must come from sentences that are of it before all others."""
THIN = (0.0, 3.0)
"""Score below which a sentence is of nothing: a vague word or two in passing are not its matter."""
SHARE: Final = (0.35, 0.3)
"""Share of the best area's score that every other must reach."""
ENOUGH = (100.0, 14.0)
"""Score that is substance beside any other: what a text treats is not less for what it treats at length."""
HEADING_WORDS: Final = 4
SUREST, DOUBT = 0.9, 1.5
"""Confidence that the highest score comes near to, and the score at which it is half of that."""
RIVAL: Final = 0.4
"""By how much an area that is as strong lowers the confidence, in a few lines that are of one thing."""
ONLY_NAMES: Final = 0.6
"""Factor of the confidence where nothing but names of states shows the area."""
LIKELY: Final = 0.5
"""Confidence from which that of the area with the most words rises: a text is about something."""


def find_areas(
    tokens: Tokens, vocabulary: Vocabulary, areas: Areas, titles: set[int], named: list[Named]
) -> tuple[PolicyArea, ...]:
    """The areas, best first; `titles` are tokens of people's roles, which say nothing of what the article treats."""
    slugs = [topic.slug for topic in vocabulary.topics]
    length = min(1.0, max(0.0, (len(tokens) - SHORT) / (LONG - SHORT)))
    finds = _finds(tokens, _index(vocabulary.topics, areas), titles, length)
    finds = _with_states(finds, named, areas, slugs, length)
    scores, own = _scores(tokens, finds, length)
    by_area: dict[int, list[Find]] = {}
    for find in finds:
        by_area.setdefault(find.area, []).append(find)
    worded = {area for area, found in by_area.items() if any(find.cue > 0 for find in found)}
    chosen = _chosen(scores, own, worded, length)
    if length == 1:
        further = areas_of_paragraphs(tokens, finds, scores) - {*chosen}
        chosen += sorted(further, key=lambda area: (-scores[area], area))
    rivals = {area: scores[area] for area in worded}
    return tuple(
        PolicyArea(
            slug=slugs[area],
            score=round(scores[area], 2),
            evidence=_evidence(tokens, by_area[area]),
            confidence=_confidence(area, scores[area], rivals, length),
        )
        for area in chosen
    )


def _between(pair: tuple[float, float], length: float) -> float:
    """A measure for a few lines and for a long text, for one of a length from 0 to 1 between them."""
    return pair[0] + (pair[1] - pair[0]) * length


@lru_cache(maxsize=8)
def _index(topics: tuple[Topic, ...], areas: Areas) -> AreaCues:
    """The cues of the language, and over them those of the topics."""
    index = AreaCues(areas.spelling)
    number = {topic.slug: area for area, topic in enumerate(topics)}
    index.add(areas.nothing.split(","), NO_TOPIC, WEAK)
    index.add(areas.regions.split(","), ABROAD, WEAK)
    for slug, words in areas.words.items():
        area, long = number.get(slug, NO_TOPIC), words.long
        for text, weight in ((words.weak, WEAK), (words.fair, FAIR), (words.strong, STRONG), (words.sure, SURE)):
            index.add(text.split(","), area, weight)
        index.add(words.never.split(","), area, NEVER)
        index.add(long.passing.split(","), area, PASSING, long=True)
        for text, weight in ((long.weak, WEAK), (long.fair, FAIR), (long.strong, STRONG), (long.sure, SURE)):
            index.add(text.split(","), area, weight, long=True)
    for area, topic in enumerate(topics):
        for cues, weight in ((topic.strong, STRONG), (topic.weak, WEAK), (topic.never, NEVER)):
            index.add(cues, area, weight)
    return index


def _finds(tokens: Tokens, cues: AreaCues, titles: set[int], length: float) -> list[Find]:
    """Every cue in the text; the words of a longer cue are taken, those of a phrase that is none only in its area."""
    words, order = without_hyphens(tokens)
    known = cues.begins
    found: list[Find] = []
    taken = 0
    never: dict[int, int] = {}  # area → place in `order` up to which the words are no cues of it
    for place, word in enumerate(words):
        if not (begins := known[word]):
            continue
        begun = cues.at(begins, words, place + 1)
        end = 0
        for cue_end, cue in begun:
            if cue_end > end and (cue.weights or (length and cue.long)):
                end = cue_end
            for area in cue.never:
                never[area] = max(never.get(area, 0), cue_end)
        if not end or place < taken:
            continue
        taken = end
        first, last = order[place], order[end - 1] + 1
        if first not in titles:
            for area, (weight, number) in best_of(begun, end, length).items():
                if area != NO_TOPIC and never.get(area, 0) <= place:
                    found.append(Find(first, last, area, weight, number))
    return found


def _with_states(finds: list[Find], named: list[Named], areas: Areas, slugs: list[str], length: float) -> list[Find]:
    """The finds, with names of states and regions as cues of their relations; not those in a longer cue."""
    found: list[Find] = []
    names: list[tuple[int, int, str]] = []
    longer: set[int] = set()
    for find in finds:
        if find.area == ABROAD:
            names.append((find.first, find.last, f"{find.cue}"))
            continue
        found.append(find)
        if find.last - find.first > 1:
            longer.update(range(find.first, find.last))
    if areas.abroad not in slugs:
        return found
    apart = [one for one in named if one.first not in longer]
    names += [(one.first, one.last, one.country) for one in apart if one.country not in areas.everywhere]
    area = slugs.index(areas.abroad)
    seen: dict[str, int] = {}
    taken = 0
    for first, last, name in sorted(names):
        place = seen.setdefault(name, len(seen)) if first >= taken else len(STATES)
        if place < len(STATES):
            found.append(Find(first, last, area, _between(STATES[place], length), -1 - place))
        taken = max(taken, last)
    return sorted(found, key=lambda find: find.first)


def _scores(tokens: Tokens, finds: list[Find], length: float) -> tuple[dict[int, float], dict[int, float]]:
    """The score of each area by the weight and place of its cues, and the part of it from sentences of its own."""
    again, sharp, thin = (_between(pair, length) for pair in (AGAIN, SHARP, THIN))
    lead = _between(LEAD, length) if len(tokens.sentences) > 1 else 1.0
    times: dict[tuple[int, int], int] = {}
    headings = _headings(tokens)
    by_sentence: list[dict[int, float]] = []
    inside: dict[int, float] = {}
    at = -1
    for find in finds:  # in the order of the text
        sentence, area, weight = tokens.sentence_of[find.first], find.area, find.weight
        if sentence != at:
            by_sentence.append(inside := {})
            at = sentence
        if sharp:
            weight *= (weight / SURE) ** sharp
        before = times.get((area, find.cue), 0)
        if before:
            weight *= again**before
        times[area, find.cue] = before + 1
        if sentence == 0:
            weight *= lead
        if sentence in headings:
            weight += HEADING
        inside[area] = inside.get(area, 0.0) + weight
    scores: dict[int, float] = defaultdict(float)
    own: dict[int, float] = defaultdict(float)
    for inside in by_sentence:
        most = max(thin, *inside.values())
        for area, weight in inside.items():
            scores[area] += weight
            own[area] += weight if weight == most else 0.0
    return scores, own


def _headings(tokens: Tokens) -> set[int]:
    """Sentences that head a paragraph in a few words."""
    return {
        first for first, last in tokens.paragraphs if last - first > 1 and _is_short(tokens, *tokens.sentences[first])
    }


def _is_short(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence has a few words, marks and figures not counted."""
    words = 0
    for i in range(first, last):
        words += tokens.words[i][0].isalpha()
        if words > HEADING_WORDS:
            return False
    return True


def _chosen(scores: dict[int, float], own: dict[int, float], worded: set[int], length: float) -> list[int]:
    """The areas treated with substance, best first: of what is said in a few lines, the best at least.

    What names of states alone show, they show only where no word shows more; then the best that has words is given too.
    """
    order = sorted(scores, key=lambda area: (-scores[area], area))
    best = scores[order[0]] if order else 0.0
    if not best or best < _between(LEAST, length):
        return []
    enough, in_own = min(_between(SHARE, length) * best, _between(ENOUGH, length)), _between(OWN, length)
    floor = max(_between(FLOOR, length), enough)
    others = [area for area in order if area in worded]
    treated = [area for area in others if scores[area] >= floor and own[area] >= in_own] or others[:1]
    return [order[0], *(area for area in treated if area != order[0])]


def _evidence(tokens: Tokens, found: list[Find]) -> tuple[Span, ...]:
    """The cue words of an area; the names of states only where nothing else shows it."""
    worded = [find for find in found if find.cue > 0] or found
    return tuple([tokens.span(find.first, find.last) for find in worded])


def _confidence(area: int, score: float, rivals: dict[int, float], length: float) -> float:
    """How sure an area is: by what shows it, and in a few lines also by the words that show another."""
    rival = max((score for other, score in rivals.items() if other != area), default=0.0)
    sure = SUREST * score / (score + DOUBT) * (1 - RIVAL * (1 - length) * min(1.0, rival / score))
    if area not in rivals:
        return round(sure * ONLY_NAMES, 2)
    return round(LIKELY + (SUREST - LIKELY) * sure if score >= rival else sure, 2)
