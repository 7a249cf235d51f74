"""Headers, tokens and people in, the headline out: the article's own line, else one cut from its lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.dateline import dateline_of, is_furniture
from sco_digest.extract.roles import is_role
from sco_digest.model import Headline

if TYPE_CHECKING:
    from sco_digest.extract.people import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Document

LONGEST = 90
"""Characters of a derived headline."""
LONGEST_LINE = 160
"""Characters up to which a first line is a headline rather than a paragraph."""
ENOUGH = 0.5
"""Share of the longest possible cut that a cut at a clause must reach to be preferred."""
LONGEST_ASIDE = 16
STOPS = frozenset(".;:!?")
DASHES = frozenset("-–—")
OF_NAMES = frozenset(
    {"republic", "kingdom", "federation", "union", "number", "series", "part", "one", "some", "all", "most", "city"}
)
HEAD_LINES = 4
LONGEST_BODY = 8


def find_headline(document: Document, tokens: Tokens, people: list[Someone], language: Language) -> Headline:
    """The headline stated beside the text, else the first line where it is one, else the lead cut to who did what."""
    stated = next((header for header in document.headers if header.key == "headline"), None)
    if stated:
        return Headline(stated.value, stated.span)
    if not len(tokens):
        return Headline("Untitled", derived=True)
    line = _line(tokens, language)
    if line:
        return Headline(" ".join(tokens.surface(*line).split()), tokens.span(*line))
    return _derived(tokens, *_lead(tokens, language), people, language)


def _line(tokens: Tokens, language: Language) -> tuple[int, int] | None:
    """Token range of the line that is the headline: the first that is no furniture, if it is short and no sentence."""
    for number in range(min(HEAD_LINES, len(tokens.paragraphs) - 1)):
        first, last = _paragraph(tokens, number)
        while first < last and tokens.words[first] == "#":
            first += 1
        if _passed_over(tokens, first, last, language):
            continue
        if _is_line(tokens, first, last):
            following = _paragraph(tokens, number + 1)
            if not (_is_body(tokens, first, last, language) and _is_line(tokens, *following)):
                return first, last
            continue
        return None
    return None


def _paragraph(tokens: Tokens, number: int) -> tuple[int, int]:
    first, last = tokens.paragraphs[number]
    return tokens.sentences[first][0], tokens.sentences[last - 1][1]


def _passed_over(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a line is no part of the article's words: a label, a byline, a place and a day."""
    if is_furniture(tokens, first, last, language):
        return True
    dateline = dateline_of(tokens, first, last, language)
    return (dateline is not None and dateline.last >= last - 1) or _words(tokens, first, last, language) < 3


def _words(tokens: Tokens, first: int, last: int, language: Language) -> int:
    """How many words there are beside names of days and months."""
    grammar = language.grammar
    words = (lower for lower in tokens.lower[first:last] if lower[0].isalpha())
    return sum(word not in grammar.months and word not in grammar.weekdays for word in words)


def _is_line(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph is short and does not end like a sentence."""
    short = first < last and tokens.ends[last - 1] - tokens.starts[first] <= LONGEST_LINE
    quoted = tokens.words[first] in '«“"' and not any(word in '»”"' for word in tokens.words[first + 1 : last])
    return short and tokens.words[last - 1] not in (".", ":", ",") and not quoted


def _is_body(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a line only names who publishes: "Ministry of Railways"."""
    names = language.people.not_names.organisations
    capitals = all(
        word[0].isupper() or word in ("of", "the", "and", "for", ",", "&") for word in tokens.words[first:last]
    )
    return capitals and last - first <= LONGEST_BODY and tokens.lower[first] in names


def _lead(tokens: Tokens, language: Language) -> tuple[int, int]:
    """Token range of the first sentence that says something, its dateline left out."""
    for first, last in tokens.sentences:
        dateline = dateline_of(tokens, first, last, language)
        start = dateline.last if dateline and dateline.last < last else first
        if _words(tokens, start, last, language) >= 5 and not is_furniture(tokens, start, last, language):
            return start, last
    return tokens.sentences[0]


def _derived(tokens: Tokens, first: int, last: int, people: list[Someone], language: Language) -> Headline:
    """The lead from its subject on, without asides, cut at the last clause that fits."""
    start = _over_opening(tokens, first, last, language)
    start = _over_role(tokens, start, people)
    kept = _without_asides(tokens, start, last, language)
    end = _cut(tokens, kept, language)
    chosen = kept[:end]
    text = _joined(tokens, chosen)
    if len(text) > LONGEST:
        text = _shortened(text, language)
    return Headline(text[:1].upper() + text[1:], tokens.span(chosen[0], chosen[-1] + 1), derived=True)


def _shortened(text: str, language: Language) -> str:
    """A text without any place to cut at, ended at a word that can end it."""
    words = text[:LONGEST].split(" ")[:-1]
    while len(words) > 1 and _hangs(words[-1].lower(), language):
        words.pop()
    return (" ".join(words) or text)[: LONGEST - 1].rstrip(" ,") + "…"


def _over_opening(tokens: Tokens, first: int, last: int, language: Language) -> int:
    """Past a phrase that opens the sentence before its subject: "On Tuesday,", "Outlining the results,"."""
    opens = tokens.lower[first] in language.grammar.openers or (
        tokens.lower[first].endswith("ing") and tokens.words[first][0].isupper()
    )
    if not opens:
        return first
    comma = next((i for i in range(first, min(first + LONGEST_ASIDE, last)) if tokens.words[i] == ","), None)
    if comma is None or last - comma <= 6:
        return first
    verb = next((i for i in range(comma, last) if _is_verb(tokens, i, language)), last)
    return comma + 1 if "," not in tokens.words[comma + 1 : verb] else first


def _over_role(tokens: Tokens, start: int, people: list[Someone]) -> int:
    """Past the role that the sentence begins with, the country before it included: "Kazakhstan’s Minister of ..."."""
    for mention in (mention for someone in people for mention in someone.mentions):
        before = tokens.words[start : mention.start]
        country = all(word[0].isupper() or word in ("’s", "'s", "’", "'") for word in before)
        if start < mention.first and mention.start < mention.first and mention.start - start <= 4 and country:
            return mention.first
    return start


def _without_asides(tokens: Tokens, first: int, last: int, language: Language) -> list[int]:
    """Token indexes without brackets and without the apposition between subject and verb."""
    kept: list[int] = []
    depth = 0
    for i in range(first, last):
        depth += tokens.words[i] in "(["
        if depth == 0:
            kept.append(i)
        depth = max(0, depth - (tokens.words[i] in ")]"))
    if depth or not kept:  # brackets that do not close, or nothing outside them
        kept = list(range(first, last))
    verb = next((k for k, i in enumerate(kept) if k and _is_verb(tokens, i, language)), None)
    commas = [k for k, i in enumerate(kept) if tokens.words[i] == "," and verb is not None and k < verb]
    if verb is not None and len(commas) >= 2 and _is_aside(tokens, kept, commas[0], commas[1], verb, language):
        kept = kept[: commas[0]] + kept[commas[1] + 1 :]
    return _without_attribution(tokens, kept, language)


def _is_aside(tokens: Tokens, kept: list[int], first: int, second: int, verb: int, language: Language) -> bool:
    """Whether two commas before the verb hold an apposition, and no member of a list."""
    listed = any(tokens.lower[i] in ("and", "or") for i in kept[second:verb])
    after = tokens.lower[kept[second + 1]]
    goes_on = second + 1 == verb or after in language.grammar.prepositions or after in language.speech.auxiliaries
    return second - first <= LONGEST_ASIDE and goes_on and not listed


def _is_verb(tokens: Tokens, i: int, language: Language) -> bool:
    lower, speech = tokens.lower[i], language.speech
    listed = lower in speech.be or lower in language.grammar.verbs or lower in speech.say or lower in speech.remark
    return tokens.words[i] == lower and (listed or (len(lower) > 4 and lower.endswith("ed")))


def _without_attribution(tokens: Tokens, kept: list[int], language: Language) -> list[int]:
    """Without who says so at the end: ", the ministry said", ", bankers told Reuters"."""
    comma = next((k for k in range(len(kept) - 1, 0, -1) if tokens.words[kept[k]] == ","), None)
    tail = kept[comma + 1 :] if comma else []
    reported = 0 < len(tail) <= LONGEST_ASIDE and any(tokens.lower[i] in language.speech.say for i in tail[-4:])
    return kept[:comma] if reported and comma and comma > 4 else kept


def _cut(tokens: Tokens, kept: list[int], language: Language) -> int:
    """How many of the kept tokens make the headline: up to the last clause that fits, else the last phrase."""
    verb = next((k for k, i in enumerate(kept) if k and _is_verb(tokens, i, language)), 0)
    clauses, phrases = [], []
    for k in range(1, len(kept) + 1):
        length = (
            tokens.ends[kept[k - 1]] - tokens.starts[kept[0]]
            if kept[k - 1] - kept[0] == k - 1
            else len(_joined(tokens, kept[:k]))
        )
        if length > LONGEST:
            break
        following = tokens.lower[kept[k]] if k < len(kept) else "."
        if (
            k <= verb + 1
            or _hangs(tokens.lower[kept[k - 1]], language)
            or _open_end(tokens, kept[k - 1], following, language)
        ):
            continue
        dash = following in DASHES and k < len(kept) and not tokens.glued(kept[k])
        if dash or following in STOPS or following == "," or following in language.grammar.subordinators:
            clauses.append(k)
        elif following in language.grammar.prepositions:
            phrases.append(k)
    best = max([*clauses, *phrases], default=len(kept))
    good = [k for k in clauses if k >= ENOUGH * best]
    return max(good, default=best)


def _open_end(tokens: Tokens, i: int, following: str, language: Language) -> bool:
    """Whether what stands at token `i` is told only by what follows: "27 | of the 40", "Ambassador | of ..."."""
    if following != "of":
        return False
    return tokens.words[i][0].isdigit() or is_role(tokens, i, language) or tokens.lower[i] in OF_NAMES


def _hangs(word: str, language: Language) -> bool:
    """Whether a headline cannot end with a word: it calls for another."""
    grammar = language.grammar
    return word == "," or word in grammar.prepositions or word in grammar.subordinators or word in grammar.hanging


def _joined(tokens: Tokens, kept: list[int]) -> str:
    """The kept tokens as text, with the spaces they stand with; what was left out leaves one space."""
    parts: list[str] = []
    for place, i in enumerate(kept):
        follows = place > 0 and kept[place - 1] == i - 1
        mark = tokens.words[i] in ",.;:!?"
        glue = (follows and tokens.glued(i)) or mark or place == 0
        parts.append(tokens.words[i] if glue else f" {tokens.words[i]}")
    return "".join(parts).rstrip(" .,;:")
