"""Headers, tokens and people in, the headline out: the article's own line, else one cut from its lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.dateline import dateline_of, is_furniture
from sco_digest.extract.lead import derive
from sco_digest.model import Headline

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Document

LONGEST_LINE = 160
"""Characters up to which a first line is a headline rather than a paragraph."""
HEAD_LINES = 4
LONGEST_BODY = 8
LONGEST_SENTENCE = 13
"""Tokens of a headline that ends in a full stop."""
TELLING = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "there", "today", "yesterday", ":"})
"""Words of a first sentence that is none: it goes on from something, or tells it from today."""
LONGEST_QUOTED = 80
"""Tokens of a quotation of several sentences that a headline can begin with."""
TITLE_LABELS = frozenset({"title", "headline", "subject"})


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
    return derive(tokens, *_lead(tokens, language), people, language)


def _line(tokens: Tokens, language: Language) -> tuple[int, int] | None:
    """Token range of the line that is the headline: the first that is no furniture, if it is short and no sentence."""
    for number in range(min(HEAD_LINES, len(tokens.paragraphs) - 1)):
        first, last = _paragraph(tokens, number)
        while first < last and tokens.words[first] == "#":
            first += 1
        if tokens.lower[first] in TITLE_LABELS and tokens.words[first + 1 : first + 2] == [":"]:
            return (first + 2, last) if first + 2 < last else None
        if _passed_over(tokens, first, last, language):
            continue
        if _is_short_sentence(tokens, number, language):
            return first, last - 1
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
    return (dateline is not None and dateline.last >= last - 1) or not _has_words(tokens, first, last, 3, language)


def _has_words(tokens: Tokens, first: int, last: int, least: int, language: Language) -> bool:
    """Whether there are so many words beside names of days and months."""
    grammar, words = language.grammar, 0
    for i in range(first, last):
        word = tokens.lower[i]
        words += word[0].isalpha() and word not in grammar.months and word not in grammar.weekdays
        if words == least:
            return True
    return False


def _is_line(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph is short and does not end like a sentence."""
    short = first < last and tokens.ends[last - 1] - tokens.starts[first] <= LONGEST_LINE
    quoted = tokens.words[first] in '«“"' and not any(word in '»”"' for word in tokens.words[first + 1 : last])
    return short and tokens.words[last - 1] not in (".", ":", ",") and not quoted


def _is_short_sentence(tokens: Tokens, number: int, language: Language) -> bool:
    """Whether a paragraph is a headline with a full stop: a short sentence that tells not who says so, nor when."""
    (first, last), speech = _paragraph(tokens, number), language.speech
    lower, (begin, end) = tokens.lower[first:last], _paragraph(tokens, number + 1)
    alone = tokens.paragraphs[number][1] - tokens.paragraphs[number][0] == 1 and "\n\n" in _between(tokens, last)
    if not alone or lower[-1] != "." or last - first > LONGEST_SENTENCE or end - begin <= last - first:
        return False
    if tokens.lower[begin] in TELLING:
        return False  # a first paragraph, with which the next goes on
    told = speech.say | speech.remark | language.grammar.weekdays | TELLING
    return tokens.words[first][0].isalnum() and told.isdisjoint(lower) and speech.others.isdisjoint(lower[:1])


def _between(tokens: Tokens, i: int) -> str:
    """What stands between token `i` and the one before it, line ends as one sign, blanks left out."""
    return "".join(tokens.text[tokens.ends[i - 1] : tokens.starts[i]].split(" ")).replace("\r\n", "\n")


def _is_body(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a line only names who publishes: "Ministry of Railways"."""
    names = language.people.not_names.organisations
    capitals = all(
        word[0].isupper() or word in ("of", "the", "and", "for", ",", "&") for word in tokens.words[first:last]
    )
    return capitals and last - first <= LONGEST_BODY and tokens.lower[first] in names


def _lead(tokens: Tokens, language: Language) -> tuple[int, int]:
    """Token range of the first sentence that says something, its dateline left out."""
    heads = {paragraph[0] for paragraph in tokens.paragraphs}
    opened, short = -1, None
    for number, (first, last) in enumerate(tokens.sentences):
        dateline = dateline_of(tokens, first, last, language)
        start = dateline.last if dateline and dateline.last < last else first
        if opened >= 0 and number not in heads and last - opened < LONGEST_QUOTED:
            start = opened  # "“Will I go? No!” Lund told a paper."
        opened = start if _is_open(tokens, start, last) else -1
        if _has_words(tokens, start, last, 5, language) and not is_furniture(tokens, start, last, language):
            return start, last
        if short is None and (dateline is None or _is_dated(tokens, number, start, language)):
            worded = _has_words(tokens, start, last, 1, language) and not is_furniture(tokens, start, last, language)
            short = (start, last) if worded else None
    return short or tokens.sentences[0]


def _is_dated(tokens: Tokens, number: int, start: int, language: Language) -> bool:
    """Whether a dateline up to token `start`, or the sentence before, tells a day: not "A SHORT WAR -- A report"."""
    told = tokens.lower[tokens.sentences[max(0, number - 1)][0] : start]
    return not language.grammar.months.keys().isdisjoint(told)


def _is_open(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a quotation that begins in tokens `first` to `last` goes on behind them."""
    words = tokens.words[first:last]
    return words.count("“") > words.count("”") or words.count("«") > words.count("»") or words.count('"') % 2 == 1
