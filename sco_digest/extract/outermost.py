"""Cues in the order of a text in, those out that are not inside what another of them reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.asides import CONJUNCTIONS
from sco_digest.extract.retold import BE, WHICH, is_retold, is_told_behind, retells
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Cue
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

AND_THAT = ["and", "that"]
SUBORDINATING = frozenset({"after", "before", "when", "once", "until", "since", "because", "as", "which"})
"""Words that open a clause on when or why someone speaks, or on what is spoken of."""
WHEN = frozenset({"on", "in", "at", "during"})
DAY: Final = 4
"""Tokens from such a word to the comma behind a day or place: "on 5 May,", and not "on Monday that it was late,"."""
LONGEST_ASIDE: Final = 25
CLAUSE_MARKS = frozenset(',;:—–»”"')
CITING: Final = frozenset({"citing", "quoting"})
SPEAKING: Final = frozenset({"spoke", "speaks"})


def clause_marks(tokens: Tokens, first: int, last: int) -> list[int]:
    """Tokens between two cues at which the clause of the second can begin."""
    return [i for i in range(first, last) if tokens.words[i] in CLAUSE_MARKS or tokens.lower[i] in CONJUNCTIONS]


def outermost(tokens: Tokens, cues: list[Cue], language: Language) -> list[Cue]:
    """The cues without those inside a reported clause: in "She said she hoped ..." one thing is said."""
    found: list[Cue] = []
    for cue in cues:
        while found and (retells(tokens, found[-1], cue, language) or _is_bare(tokens, found[-1], cue)):
            found.pop()
        if found and _is_bare(tokens, cue, found[-1]):
            continue
        before = found[-1] if found and tokens.sentence_of[found[-1].first] == tokens.sentence_of[cue.first] else None
        if before is None and is_retold(tokens, cue, language):
            continue
        own_source = before is not None and max(before.last, before.source.last) <= cue.source.first < cue.first
        vague = before is not None and before.last < cue.first and cue.source.form in ("other", "unnamed")
        own_source = own_source or (vague and (cue.source.form == "other" or cue.source.last == cue.first))
        start = max(cue.source.first, before.last) if before is not None else 0
        told = before is not None and (
            _is_reported(tokens, before.last, start) or _is_aside(tokens, before, cue, language)
        )
        inside = own_source and told
        earlier = own_source and tokens.lower[cue.first - 1] == "had"  # "said that his counterpart had told him"
        if before is not None and (_wraps(tokens, before, cue) or _is_part(tokens, before, cue)):
            continue
        if inside and before is not None and _goes_on(tokens, before, cue):
            found.append(cue.of(before.source))
        elif not inside and not earlier:
            found.append(cue)
    return [cue for cue in found if not is_told_behind(tokens, cue, language)]


def _is_reported(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no clause of its own begins between two cues: "said it was late and that the firm hoped" has none."""
    marks = clause_marks(tokens, first, last)
    return not marks or tokens.lower[marks[-1] : last][:2] == AND_THAT


def _is_aside(tokens: Tokens, before: Cue, cue: Cue, language: Language) -> bool:
    """Whether a clause goes on behind a relative clause with a cue: "the mine, which Weiss calls old, is shut"."""
    marks = clause_marks(tokens, before.last, cue.source.first)
    if not marks or tokens.words[marks[-1]] != "," or WHICH.isdisjoint(tokens.lower[marks[-1] + 1 : marks[-1] + 3]):
        return False
    last = tokens.sentences[tokens.sentence_of[cue.first]][1]
    near = range(max(cue.last, cue.source.last), min(cue.last + LONGEST_ASIDE, last - 1))
    goes_on = next((tokens.lower[i + 1] for i in near if tokens.words[i] == ","), "")
    return goes_on in language.speech.be or goes_on in language.grammar.verbs


def _is_part(tokens: Tokens, before: Cue, cue: Cue) -> bool:
    """Whether a noun or passive is what a verb tells of, or when: "denied a claim by Weiss", "as it was shown"."""
    behind = max(before.last, before.source.last)
    if cue.first < behind:
        return False
    marks = clause_marks(tokens, before.last, cue.first)
    governed = tokens.lower[cue.last : cue.last + 1] == ["by"] and cue.source.first >= cue.last
    if cue.source.form == "none" or (governed and tokens.lower[cue.first - 1] in BE):
        return not marks or tokens.lower[marks[-1] + 1] in SUBORDINATING
    return governed and not marks and tokens.lower[cue.first - 1] in ARTICLES


def _wraps(tokens: Tokens, before: Cue, cue: Cue) -> bool:
    """Whether the subject of a cue stands before the words of who reports it: "Petrov, Dr Weiss said, had promised"."""
    comma = cue.source.last
    inserted = min(before.first, before.source.first)
    behind = max(before.last, before.source.last)
    own = cue.source.form in ("name", "organisation") and cue.source.who is not before.source.who
    if not own or not comma < inserted <= behind < cue.first or "," in tokens.words[comma + 1 : inserted]:
        return False
    ends = tokens.words[behind] == "," or (tokens.lower[behind] in WHEN and "," in tokens.words[behind : behind + DAY])
    return tokens.words[comma] == "," and ends


def _goes_on(tokens: Tokens, before: Cue, cue: Cue) -> bool:
    """Whether the one who speaks goes on behind a clause on what they themselves do: "said he agreed but warned"."""
    own = cue.source.form == "pronoun" and tokens.words[cue.first - 1] != "," and cue.source.last < cue.first - 1
    joined = tokens.lower[cue.first - 1] in CONJUNCTIONS and cue.source.first - before.last in (0, 1)
    return own and joined and "had" not in tokens.lower[cue.source.last : cue.first]


def _is_bare(tokens: Tokens, one: Cue, other: Cue) -> bool:
    """Whether one of two cues of a subject tells no words: "said, citing a fault,", "who spoke there, said"."""
    sentence, last = tokens.sentence_of[one.first], tokens.sentences[tokens.sentence_of[one.first]][1]
    if one.source.first != other.source.first or sentence != tokens.sentence_of[other.first]:
        return False
    if one.source.first >= one.first:
        return False
    word = tokens.lower[one.first]
    citing = one if word in CITING else other
    read_out = ":" in tokens.words[citing.last : min(citing.last + LONGEST_ASIDE, last)]  # "quoting a proverb: “...”"
    if word in CITING:
        return not read_out
    if other.first == one.last + 1 and (tokens.lower[one.last] == "by" or tokens.lower[other.first] in CITING):
        return tokens.lower[one.last] == "by" or read_out  # "replied by saying", "said, quoting a proverb: “...”"
    between = tokens.lower[one.source.last : one.first]
    appeared = word in SPEAKING and tokens.lower[one.last] in WHEN
    return appeared and "who" in between and "," in tokens.words[one.last : other.first]
