"""Cues of one sentence in, out whether what one of them reports is told by another: "The firm plans it, Weiss said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.asides import CONJUNCTIONS
from sco_digest.extract.frame import RELATIVE
from sco_digest.extract.of_others import SAYING
from sco_digest.extract.quote_tags import closes
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Cue
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech

BE: Final = frozenset({"was", "were", "is", "are", "been", "being"})
WHICH: Final = RELATIVE - {"as"}
AS: Final = frozenset({"as", "whatever", "than"})
"""Words that open what others said beside: "as the bank said in May"."""
PERSONAL: Final = frozenset({"name", "pronoun", "role"})
REPORTING: Final = frozenset({"report", "reports", "reported"})  # "Petrov said it was late, Anna Weiss reports"
TELLING: Final = SAYING | {"told"}
UNTRUE: Final = frozenset({"untrue", "false"})
APART: Final = frozenset(";:—–(")
QUOTATION: Final = frozenset('"“”„«»')
LONGEST_TITLE: Final = 6
LONGEST_LISTENER: Final = 10


def retells(tokens: Tokens, inner: Cue, cue: Cue, language: Language) -> bool:
    """Whether who closes a sentence tells what another says or plans: "The firm plans to grow, Weiss said"."""
    first, last = tokens.sentences[tokens.sentence_of[cue.first]]
    start, end = min(cue.first, cue.source.first), max(cue.last, cue.source.last)
    led = inner.source.first < inner.first or inner.source.form == "none"
    if not first <= inner.first < inner.last < start or not led or not _outranks(tokens, inner, cue, language):
        return False
    verb = tokens.lower[cue.first]
    if verb in REPORTING or (verb not in language.speech.say and cue.last == cue.first + 1):
        return False
    comma = next((i for i in range(start - 1, inner.last, -1) if tokens.words[i] == ","), None)
    if (
        comma is None
        or tokens.lower[comma + 1] in CONJUNCTIONS
        or not APART.isdisjoint(tokens.words[inner.last : start])
    ):
        return False
    quoted = next((i for i in range(inner.last, start) if tokens.words[i] in QUOTATION), start)
    both = quoted < start and (quoted == inner.last or tokens.words[quoted - 1] == ",")  # each of them is quoted
    return not both and WHICH.isdisjoint(tokens.lower[comma:start]) and _says_no_more(tokens, end, last, language)


def is_retold(tokens: Tokens, cue: Cue, language: Language) -> bool:
    """Whether a subject opens what somebody told another, or denied: "told ORF that Weiss wanted", "not true that"."""
    first = tokens.sentences[tokens.sentence_of[cue.first]][0]
    if cue.source.first >= cue.first:
        return False
    near = range(cue.source.first - 1, max(first, cue.source.first - LONGEST_TITLE), -1)
    that = next((i for i in near if tokens.lower[i] == "that" or not tokens.words[i][0].isalpha()), first)
    before = tokens.lower[max(first, that - LONGEST_LISTENER) : that]
    if tokens.lower[that] != "that" or not before:
        return False
    if before[-1] in UNTRUE or before[-2:] == ["not", "true"]:
        return True
    told = next((k for k in range(len(before) - 1, 0, -1) if before[k] in language.speech.addressed), 0)
    plain = all(word[0].isalnum() for word in before[told:])
    return told > 0 and plain and before[told - 1] not in BE and language.speech.say.isdisjoint(before[told + 1 :])


def _says_no_more(tokens: Tokens, i: int, last: int, language: Language) -> bool:
    """Whether nothing said stands behind a verb and its source: "said Weiss on Monday", "Weiss said, adding"."""
    if i < last and tokens.words[i] == ",":
        goes_on = tokens.lower[i + 1] if i + 1 < last else ""
        return goes_on in language.speech.say_participles or goes_on in CONJUNCTIONS or goes_on in ARTICLES
    return (i >= last or tokens.words[i] not in QUOTATION | APART) and closes(tokens.words, i, last, language.grammar)


def _outranks(tokens: Tokens, inner: Cue, cue: Cue, language: Language) -> bool:
    """Whether a later source can tell what another says; a body or someone unnamed only what they mean or plan."""
    form = cue.source.form
    if form in PERSONAL:
        return True
    if not _means(tokens, inner, language.speech):
        return False
    return form == "organisation" or (form in ("body", "unnamed") and inner.source.form in PERSONAL)


def _means(tokens: Tokens, cue: Cue, speech: Speech) -> bool:
    """Whether a verb tells what somebody thinks or wants, which others can tell of them: "plans to", "is sure"."""
    return tokens.lower[cue.first] in speech.meaning or tokens.lower[cue.first] in speech.states


def is_told_behind(tokens: Tokens, cue: Cue, language: Language) -> bool:
    """Whether others without names say at the end what somebody means: "Lund plans to go, sources said"."""
    if cue.source.form not in PERSONAL or not _means(tokens, cue, language.speech) or cue.source.first >= cue.first:
        return False
    last = tokens.sentences[tokens.sentence_of[cue.first]][1]
    near = range(last - 1, max(cue.last, last - LONGEST_LISTENER), -1)
    comma = next((i for i in near if tokens.words[i] == ","), last)
    verb = next((i for i in range(comma + 1, min(comma + LONGEST_TITLE, last)) if tokens.lower[i] in TELLING), last)
    if not comma + 1 < verb < last or not APART.isdisjoint(tokens.words[cue.last : comma]):
        return False
    comma += tokens.lower[comma + 1] == "as" and BE.isdisjoint(tokens.lower[comma + 1 : verb])  # ", as sources said"
    plain = all(word.islower() and word.isalpha() for word in tokens.words[comma + 1 : verb])
    own = not {*language.speech.he, *language.speech.others, *CONJUNCTIONS, *WHICH, *AS}.isdisjoint(
        tokens.lower[comma + 1 : verb]
    )
    himself = tokens.lower[comma + 1] == "the" and tokens.lower[verb - 1][-1] != "s"  # "the strategist said"
    return plain and comma + 1 < verb and not (own or himself) and _says_no_more(tokens, verb + 1, last, language)
