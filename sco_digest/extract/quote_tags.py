"""A quotation that ends in a question or a shout in, whether its sentence goes on out: "“Why?” Petrov asked"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.language import Grammar

CLOSING_MARKS: Final = frozenset("\"'”’»")
SHOUTS: Final = frozenset("?!…")
OPENING_MARKS: Final = {'"': '"“', "'": "'‘", "”": "“„", "’": "‘", "»": "«"}
"""What opens a quotation that each of them closes."""
IN_NAME: Final = frozenset({".", "-", "’", "'", "of", "and"})
CLAUSE_WORDS: Final = frozenset({"that", "to", "if", "whether", "how", "why", "what"})
"""Words behind a verb and its listener that open what is said: "Petrov told the council that it was late"."""
RULING: Final = frozenset({"called", "announced", "warned", "declared", "demanded", "urged", "recalled", "challenged"})
"""Verbs behind which what is called for or warned of stands, or nothing but a day: "called for calm on Monday"."""
ENDS: Final = frozenset('.,;:!?…—–-("“«')
LONGEST_NAME: Final = 8
LONGEST_ASIDE: Final = 10
LONGEST_LISTENER: Final = 12
LONGEST_LEAD: Final = 60
PARTICLES: Final = frozenset(
    {"de", "da", "di", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "uulu", "kyzy"}
)


def is_tag(words: list[str], start: int, i: int, last: int, grammar: Grammar) -> bool:
    """Whether token `i`, behind a closing mark, goes on with the sentence from token `start`: "“Why?” Mr Day asked."

    What follows the verb must be no clause: "“Why?” Day said he would come" begins a sentence of its own.
    """
    mark = i - 1
    while mark > start and words[mark] in CLOSING_MARKS:
        mark -= 1
    if mark == i - 1 or words[mark] not in SHOUTS or not words[i][0].isupper():
        return False
    if _is_led(words, start, i - 1):
        return False
    verb = _behind_aside(words, _behind_owned(words, _behind_name(words, i, last), last, grammar), last)
    while verb < last and (
        words[verb] in grammar.before_tags or (words[verb].endswith("ly") and words[verb].islower())
    ):
        verb += 1
    return i < verb < last and words[verb] in grammar.tags and closes(words, verb + 1, last, grammar)


def _is_led(words: list[str], start: int, closing: int) -> bool:
    """Whether words stand before the quotation in its sentence: "Weiss asked: “Why?” Day said"."""
    near = range(closing - 1, max(start, closing - LONGEST_LEAD) - 1, -1)
    opening = next((k for k in near if words[k] in OPENING_MARKS[words[closing]]), start)
    return any(word[0].isalnum() for word in words[max(start, opening - 2) : opening])


def _behind_name(words: list[str], i: int, last: int) -> int:
    """Where the name with its titles from token `i` on ends."""
    end = min(i + LONGEST_NAME, last)
    k = i
    while k < end and (words[k][0].isupper() or words[k] in IN_NAME or words[k] in PARTICLES):
        k += 1
    return k


def _behind_owned(words: list[str], i: int, last: int, grammar: Grammar) -> int:
    """Where what someone owns ends, before its verb: "Day’s lawyer, Anna Reed, said"."""
    if i >= last or words[i] not in ("'s", "’s"):
        return i
    near = range(i + 2, min(i + LONGEST_ASIDE, last))
    verb = next((k for k in near if words[k] in grammar.tags), i)
    plain = all(word[0].isalpha() or word in ",-" for word in words[i + 1 : verb])
    return verb if plain else i


def _behind_aside(words: list[str], i: int, last: int) -> int:
    """Where what is told of the one who speaks ends, between commas: "Day, a farmer, said"."""
    if i >= last or words[i] != ",":
        return i
    return next((k + 1 for k in range(i + 1, min(i + LONGEST_ASIDE, last)) if words[k] == ","), i)


def closes(words: list[str], i: int, last: int, grammar: Grammar) -> bool:
    """Whether nothing that is said stands behind a verb: its end, a time or place, or whoever listens."""
    if i >= last or words[i] in ENDS:
        return True
    if words[i] in CLAUSE_WORDS:
        return words[i : i + 2] == ["to", "know"]  # "“Why?” Petrov wanted to know."
    stop = next((k for k in range(i, min(i + LONGEST_LISTENER, last)) if words[k] in ENDS), last)
    if words[i - 1] in RULING:
        day = i + 1 if words[i] == "on" else i
        return day + 1 == stop and words[day].lower() in grammar.weekdays
    word = words[i].lower()
    placed = word in grammar.prepositions or word in grammar.weekdays or word in grammar.subordinators
    if placed or word.endswith("ly"):
        return "that" not in words[i + 1 : stop]
    return words[i - 1] in grammar.listened and CLAUSE_WORDS.isdisjoint(words[i:stop])
