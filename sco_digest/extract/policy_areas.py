"""Tokens and topics in, the policy areas that the article treats with substance out, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sco_digest.extract.tokens import TOKEN
from sco_digest.model import PolicyArea

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Span, Topic, Vocabulary

STRONG, WEAK = 3.0, 1.0
AGAIN = 0.7
"""What each further find of one cue counts, of the one before: many finds of one word show less than two words."""
HEADING = 3.0
"""What a cue counts more in a heading inside the text ("Transport connectivity.")."""
LEAD = 1.5
"""Factor of a cue in the headline or the first sentence."""
SUBSTANCE = 3.0
"""Score from which a few lines treat an area with substance; a longer text must say up to twice as much."""
SHORT, LONG = 50, 150
"""Tokens up to which a text is a few lines, and from which it is long."""
SHARE = 0.25
"""Share of the best area's score that every other must reach."""
HEADING_WORDS = 4
HYPHENS = frozenset("-–‑")


class Find(NamedTuple):
    """A cue in the text: tokens `first` to `last` (not included), its area, the cue and its weight."""

    first: int
    last: int
    area: int
    cue: str
    weight: float


class _Cue(NamedTuple):
    words: tuple[str, ...]
    open_ended: tuple[bool, ...]
    area: int
    weight: float  # 0: the words mean something else


def find_areas(tokens: Tokens, vocabulary: Vocabulary, titles: set[int]) -> tuple[PolicyArea, ...]:
    """The areas, best first; `titles` are tokens of people's roles, which say nothing of what the article treats."""
    matcher = _matcher(vocabulary)
    finds = _finds(tokens, matcher, titles)
    scores = _scores(tokens, finds)
    if not scores:
        return ()
    best = max(scores.values())
    length = min(1.0, max(0.0, (len(tokens) - SHORT) / (LONG - SHORT)))
    floor = max(SUBSTANCE * (1 + length), SHARE * best)
    floor = min(floor, best) if best >= SUBSTANCE else floor  # a text is about something
    order = sorted((area for area in scores if scores[area] >= floor), key=lambda area: (-scores[area], area))
    evidence: dict[int, list[Span]] = defaultdict(list)
    for find in finds:
        evidence[find.area].append(tokens.span(find.first, find.last))
    return tuple(
        PolicyArea(
            slug=vocabulary.topics[area].slug,
            score=round(scores[area], 2),
            evidence=tuple(evidence[area]),
        )
        for area in order
    )


class _Matcher:
    """The cues of all topics, found by the first two words of each."""

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        self._whole: dict[str, list[_Cue]] = defaultdict(list)
        self._begun: dict[str, list[_Cue]] = defaultdict(list)
        for area, topic in enumerate(topics):
            for weight, cues in ((STRONG, topic.strong), (WEAK, topic.weak), (0.0, topic.never)):
                for cue in cues:
                    self._add(cue, area, weight)
        self._lengths = sorted({len(word) for word in self._begun})
        self.at = lru_cache(maxsize=50_000)(self._at)

    def _add(self, cue: str, area: int, weight: float) -> None:
        parts = [word for chunk in cue.lower().split() for word in TOKEN.findall(chunk) if word not in HYPHENS]
        words: list[str] = []
        open_ended: list[bool] = []
        for part in parts:
            if part == "*":
                open_ended[-1] = True
            else:
                words.append(part)
                open_ended.append(False)
        entry = _Cue(tuple(words), tuple(open_ended), area, weight)
        if open_ended[0]:
            self._begun[words[0]].append(entry)
        else:
            for form in {words[0]} if len(words) > 1 else _forms(words[0]):
                self._whole[form].append(entry)

    def _at(self, word: str) -> dict[str, tuple[_Cue, ...]]:
        """The cues that a word can begin, the longest first, by the word after it; under "" those before any other."""
        found = list(self._whole.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            found.extend(self._begun.get(word[:length], ()))
        found.sort(key=lambda cue: -len(cue.words))
        if not found:
            return {}
        seconds = [_seconds(cue) for cue in found]
        return {
            second: tuple(cue for cue, its in zip(found, seconds, strict=True) if its is None or second in its)
            for second in {""}.union(*(its for its in seconds if its))
        }


def _seconds(cue: _Cue) -> set[str] | None:
    """The second words of a cue, in all their forms; None where it has none or one with an open end."""
    if len(cue.words) == 1 or cue.open_ended[1]:
        return None
    return _forms(cue.words[1]) if len(cue.words) == 2 else {cue.words[1]}


@lru_cache(maxsize=8)
def _matcher(vocabulary: Vocabulary) -> _Matcher:
    return _Matcher(vocabulary.topics)


def _forms(word: str) -> set[str]:
    """A word and its regular plural."""
    plural = {f"{word}s", f"{word}es"}
    return {word, *plural, f"{word[:-1]}ies"} if word.endswith("y") else {word, *plural}


def _finds(tokens: Tokens, matcher: _Matcher, titles: set[int]) -> list[Find]:
    """Every cue in the text; the words of a longer cue or of a phrase that means something else are taken."""
    order = [i for i, word in enumerate(tokens.words) if word not in HYPHENS]
    words = [tokens.lower[i] for i in order]
    found: list[Find] = []
    taken: dict[int, int] = defaultdict(int)  # area → place in `order` up to which its words are used
    for place, cues in enumerate(map(matcher.at, words)):
        if not cues:
            continue
        following = words[place + 1] if place + 1 < len(words) else ""
        for cue in cues.get(following, cues[""]):
            end = place + len(cue.words)
            if taken[cue.area] > place or end > len(words) or not _matches(words, place, cue):
                continue
            taken[cue.area] = end
            if cue.weight and order[place] not in titles:
                found.append(Find(order[place], order[end - 1] + 1, cue.area, " ".join(cue.words), cue.weight))
    return found


def _matches(words: list[str], place: int, cue: _Cue) -> bool:
    last = len(cue.words) - 1
    for k in range(1, last + 1):
        word = words[place + k]
        if cue.open_ended[k]:
            if not word.startswith(cue.words[k]):
                return False
        elif word != cue.words[k] and not (k == last and word in _forms(cue.words[k])):
            return False
    return True


def _scores(tokens: Tokens, finds: list[Find]) -> dict[int, float]:
    """Score of each area: its cues by weight and position, each further find of one cue counting less."""
    scores: dict[int, float] = defaultdict(float)
    times: dict[tuple[int, str], int] = defaultdict(int)
    headings = _headings(tokens)
    for find in finds:
        sentence = tokens.sentence_of[find.first]
        weight = find.weight * AGAIN ** times[find.area, find.cue]
        times[find.area, find.cue] += 1
        if sentence == 0:
            weight *= LEAD
        if sentence in headings:
            weight += HEADING
        scores[find.area] += weight
    return dict(scores)


def _headings(tokens: Tokens) -> set[int]:
    """Sentences that head a paragraph in a few words."""
    return {
        first
        for first, last in tokens.paragraphs
        if last - first > 1
        and sum(word[0].isalpha() for word in tokens.words[slice(*tokens.sentences[first])]) <= HEADING_WORDS
    }
