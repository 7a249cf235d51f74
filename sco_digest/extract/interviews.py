"""Paragraphs and people in, what is said in turns out: behind names, or in answers behind dashes or labels."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from sco_digest.extract.readings import Attributed, Cue
from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.readings import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech

SENTENCE_ENDS: Final = frozenset(".!?…»”")
OVERLAPPING: Final = 8
"""Statements that can begin before a point and still reach beyond it, at most."""
NEAR: Final = 5
"""Tokens from "answers" to "questions" are fewer."""
SHORTEST_TITLE, LONGEST_TITLE = 4, 40
"""Tokens of a headline, with and without the name at its head and the colon."""
MODALS: Final = frozenset(
    {
        *("has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "shall", "should"),
        *("does", "do", "did", "cannot", "needs", "need", "wants", "want"),
    }
)
CONTRACTED: Final = ("n’t", "n't", "’ll", "'ll", "’ve", "'ve", "’re", "'re")
"""Endings of words with a verb in them: "mills don’t pay", "we’ve begun"."""
SUBJECTS: Final = frozenset({"i", "we", "you", "they", "it", "nobody", "everyone"})
"""Words that are the subject of a verb behind them."""
ASKING: Final = frozenset({"how", "why", "what", "who", "where", "when", "which", "from"})
"""Words with which a headline begins that tells of someone."""
OF_HIM: Final = frozenset({"his", "her", "he", "she", "him"})
BEFORE_NOUN: Final = frozenset({"the", "a", "an", "of", "and", "to", "in", "on", "with", "for", "’s", "'s"})
ASKED: Final = 2
"""So many questions at least make an interview: a list has dashes too."""


class Turn(NamedTuple):
    """What one person says without a verb of saying, tokens `first` to `last` (not included), and what tells so."""

    who: Someone
    cue: Cue
    first: int
    last: int


def named_turns(tokens: Tokens, people: list[Someone]) -> Iterator[Turn]:
    """The turns of a transcript: paragraphs that begin with a name and a colon."""
    opening = {m.first: (m, person) for person in people for m in person.mentions}
    for first, last in _paragraphs(tokens):
        mention, who = opening.get(first, (None, None))
        if mention is None or who is None or mention.last + 1 >= last or tokens.words[mention.last] != ":":
            continue
        if tokens.words[last - 1] in SENTENCE_ENDS:
            yield _turn(who, mention, first, last)


def titled_turns(tokens: Tokens, people: list[Someone], spoken: set[Someone], language: Language) -> Iterator[Turn]:
    """What a headline gives to one of those who have spoken in the text: "Orlov: trade has doubled in ten years"."""
    first, last = next(_paragraphs(tokens), (0, 0))
    for who in people if last - first < LONGEST_TITLE else ():
        mention = next((one for one in who.mentions if one.start == first), None)
        if mention is None or who not in spoken or mention.last + SHORTEST_TITLE >= last:
            continue
        if tokens.words[mention.last] != ":" or not _is_clause(tokens, mention.last + 1, last, language):
            continue
        if tokens.words[last - 1] not in SENTENCE_ENDS:
            yield _turn(who, mention, first, last)


def _turn(who: Someone, mention: Mention, first: int, last: int) -> Turn:
    """What a name at the head of tokens `first` to `last` and the colon behind it bring."""
    source = Attributed(mention.first, mention.last, who, "name")
    return Turn(who, Cue(mention.last, mention.last + 1, source), first, last)


def _is_clause(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a headline's words behind a colon say something: not "the making of a champion"."""
    lower, speech = tokens.lower, language.speech
    if lower[first] in ASKING or lower[first + 1] in speech.listed or not OF_HIM.isdisjoint(lower[first:last]):
        return False
    if any(word.endswith(CONTRACTED) for word in lower[first:last]):
        return True
    return any(
        lower[k] in speech.be
        or lower[k] in MODALS
        or lower[k] in speech.in_headlines
        or (lower[k - 1].endswith("s") and f"{lower[k]}s" in speech.in_headlines)  # "countries account for"
        or lower[k - 1] in SUBJECTS
        or (lower[k] in language.grammar.verbs and lower[k - 1] not in BEFORE_NOUN and k + 1 < last)
        for k in range(first + 1, last)
    )


def answers(tokens: Tokens, people: list[Someone], speech: Speech) -> Iterator[Turn]:
    """The answers of an interview to the one person whom its beginning names, each in runs of whole sentences.

    Questions and answers take turns behind dashes, or stand behind labels such as "Q" and "A".
    """
    turns = list(_labelled(tokens, speech) or _dashed(tokens, speech))
    if not turns:
        return
    told = _interviewed(tokens, people, turns[0][0], speech)
    if told is None:
        return
    who, cue = told
    for first, last, is_answer in turns:
        if is_answer and first < last:
            yield Turn(who, cue, first, last)


def _paragraphs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The tokens of each paragraph."""
    for first, last in tokens.paragraphs:
        yield tokens.sentences[first][0], tokens.sentences[last - 1][1]


def _dashed(tokens: Tokens, speech: Speech) -> list[tuple[int, int, bool]]:
    """The paragraphs behind dashes, in turn question and answer, and what goes on from an answer."""
    found: list[tuple[int, int, bool]] = []
    marked: list[int] = []
    for first, last in _paragraphs(tokens):
        if tokens.words[first] in DASHES and last > first + 1 and not tokens.glued(first + 1):
            found.append((first + 1, last, len(marked) % 2 == 1))
            marked.append(len(found))
        elif found:
            found.append((first, last, len(marked) % 2 == 0 and _goes_on(tokens, first, last, speech)))
    asked = [tokens.words[found[end - 1][1] - 1] == "?" for end in marked]
    turns = len(marked) >= 2 * ASKED and asked[0] and sum(asked[::2]) >= ASKED and not any(asked[1::2])
    return found[: marked[-1]] if turns else []  # behind the last turn it is the paper's again


def _labelled(tokens: Tokens, speech: Speech) -> list[tuple[int, int, bool]]:
    """The paragraphs behind labels for questions and answers, and what goes on from an answer."""
    found: list[tuple[int, int, bool]] = []
    labels: list[bool] = []
    end = 0
    for first, last in _paragraphs(tokens):
        label = tokens.lower[first]
        if label in speech.turns and last > first + 2 and tokens.words[first + 1] in ":.":
            labels.append(speech.turns[label])
            found.append((first + 2, last, labels[-1]))
            end = len(found)
        elif labels:
            found.append((first, last, labels[-1] and _goes_on(tokens, first, last, speech)))
    return found[:end] if labels.count(True) >= ASKED and labels.count(False) >= ASKED else []


def _goes_on(tokens: Tokens, first: int, last: int, speech: Speech) -> bool:
    """Whether a paragraph without a mark goes on with an answer: someone speaks of themselves in it."""
    return not speech.first_person.isdisjoint(tokens.lower[first:last])


def _interviewed(tokens: Tokens, people: list[Someone], end: int, speech: Speech) -> tuple[Someone, Cue] | None:
    """Who answers, and the word that says so: the one person named before token `end`, but for who asks."""
    named = [(who, mention) for who in people for mention in who.mentions if mention.first < end]
    named = [(who, mention) for who, mention in named if tokens.lower[max(0, mention.start - 1)] != "by"]
    if len({id(who) for who, _ in named}) != 1 or not named[0][0].role:
        return None
    for who, mention in sorted(named, key=lambda one: one[1].first):
        first, last = tokens.sentences[tokens.sentence_of[mention.first]]
        word = next(
            (i for i in range(first, min(last, end)) if _tells(tokens, i, mention, min(last, end), speech)), None
        )
        if word is not None:
            return who, Cue(word, word + 1, Attributed(mention.first, mention.last, who, "role"))
    return None


def _tells(tokens: Tokens, i: int, who: Mention, last: int, speech: Speech) -> bool:
    """Whether a word says that someone was interviewed: "interview with", "answers our questions", "spoke to us"."""
    word, ahead = tokens.lower[i], tokens.lower[i + 1 : min(i + NEAR, last)]
    if word in speech.interviews:
        with_ = ahead[:1] == ["with"] and i < who.start <= i + NEAR
        return with_ or (who.last < i and tokens.lower[i - 1] in speech.be)
    if who.last > i:
        return word in speech.speaking and ahead[:1] in (["to"], ["with"]) and who.start == i + 2
    if word in speech.answering:
        return not speech.questions.isdisjoint(ahead)
    if word in speech.told_us:
        return not speech.to_us.isdisjoint(ahead[:1])
    if word in speech.speaking and ahead[:1] in (["to"], ["with"]):
        paper = i + 2 + (ahead[1:2] == ["the"])
        return not speech.to_us.isdisjoint(ahead[1:2]) or (paper < last and tokens.words[paper][0].isupper())
    return False


def untaken(tokens: Tokens, first: int, last: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs of whole sentences of an answer in which nothing was given to somebody already.

    `taken` are token ranges in order.
    """
    numbers = range(tokens.sentence_of[first], tokens.sentence_of[last - 1] + 1)
    for free, run in groupby(numbers, lambda number: not meets(*tokens.sentences[number], taken)):
        if free:
            whole = list(run)
            yield max(first, tokens.sentences[whole[0]][0]), min(last, tokens.sentences[whole[-1]][1])


def meets(first: int, last: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether one of the token ranges, in order, meets tokens `first` to `last`; few of them overlap."""
    place = bisect_right(ranges, (last, -1))
    return any(first < end for _, end in ranges[max(0, place - OVERLAPPING) : place])
