"""The lead of an article in, a headline cut from it out: from its subject on, without asides, up to a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.roles import GOES_ON, is_country, is_role
from sco_digest.extract.tokens import ARTICLES, DASHES, POSSESSIVES
from sco_digest.model import Headline

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

LONGEST: Final = 90
"""Characters of a derived headline."""
ENOUGH: Final = 0.5
"""Share of the longest possible cut that a cut at a clause must reach to be preferred."""
LONGEST_ASIDE: Final = 16
LONGEST_CREDIT: Final = 24
LEAST: Final = 4
"""Tokens of a clause that says something without the one who says it."""
STOPS: Final = frozenset(".;:!?")
BRACKETS: Final = frozenset("()[]")
TIED: Final = frozenset("'’-–—/”»\"")
"""Marks with which the word before a bracket left out goes on: "The Orm Bank (OB)’s", "(OB)-owned"."""
NOT_OF_ROLE: Final = frozenset({"and", "with", "by", "for", "to", "from", "that"})
BEFORE: Final = frozenset({"before", "after", "ahead"})
TIMES: Final = frozenset({"weeks", "days", "months", "years", "hours", "minutes"})
"""Nouns that say with "before" when something was."""
OF_NAMES: Final = frozenset(
    {"republic", "kingdom", "federation", "union", "number", "series", "part", "one", "some", "all", "most", "city"}
)


def derive(tokens: Tokens, first: int, last: int, people: list[Someone], language: Language) -> Headline:
    """The lead from its subject on, without asides, cut at the last clause that fits."""
    start = _over_opening(tokens, first, last, people, language)
    start = _over_role(tokens, start, people, language)
    kept = _without_credit(tokens, _without_asides(tokens, start, last, language), people, language)
    kept = _without_attribution(tokens, kept, language)
    end = _cut(tokens, kept, language)
    chosen = kept[:end]
    text = _joined(tokens, chosen) or tokens.words[chosen[0]]
    if len(text) > LONGEST:
        text = _shortened(text, language)
    return Headline(text[:1].upper() + text[1:], tokens.span(chosen[0], chosen[-1] + 1), derived=True)


def _shortened(text: str, language: Language) -> str:
    """A text without any place to cut at, ended at a word that can end it."""
    words = text[:LONGEST].split(" ")[:-1]
    while len(words) > 1 and _hangs(words[-1].lower(), language):
        words.pop()
    return (" ".join(words) or text)[: LONGEST - 1].rstrip(" ,") + "…"


def _over_opening(tokens: Tokens, first: int, last: int, people: list[Someone], language: Language) -> int:
    """Past the phrases that open the sentence before its subject: "On Tuesday,", "Outlining the results,"."""
    again = _over_phrase(tokens, first, last, people, language)
    while again > first:
        first, again = again, _over_phrase(tokens, again, last, people, language)
    return first


def _over_phrase(tokens: Tokens, first: int, last: int, people: list[Someone], language: Language) -> int:
    opens = tokens.lower[first] in language.grammar.openers or (
        tokens.lower[first].endswith("ing") and tokens.words[first][0].isupper()
    )
    if not opens:
        return first
    comma = next((i for i in range(first, min(first + LONGEST_ASIDE, last)) if tokens.words[i] == ","), None)
    if comma is None or last - comma <= 6:
        return first
    verb = next((i for i in range(comma, last) if _is_verb(tokens, i, language)), last)
    if "," not in tokens.words[comma + 1 : verb] or tokens.lower[comma + 1] in language.grammar.openers:
        return comma + 1
    named = any(comma < mention.start < verb for someone in people for mention in someone.mentions)
    return comma + 1 if named else first  # "On Monday, the envoy, Anna Weiss, met"


def _over_role(tokens: Tokens, start: int, people: list[Someone], language: Language) -> int:
    """Past the roles and the country that stand before the person whom the sentence is about."""
    first, last = tokens.sentences[tokens.sentence_of[start]]
    mentions = (mention for someone in people for mention in someone.mentions if start < mention.first < last)
    mention = min(mentions, key=lambda mention: mention.first, default=None)
    if mention is None or mention.last >= last:
        return start
    before = range(max(first, start), mention.first)
    plain = not any(
        _is_verb(tokens, i, language) or tokens.lower[i] in NOT_OF_ROLE for i in before if i < mention.start
    )
    plain = plain and not any(_holds(tokens, i, language) for i in before if i < mention.start)
    acts = _is_verb(tokens, mention.last, language) or mention.start <= start
    return mention.first if plain and acts and mention.start < mention.first else start


def _holds(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether token `i` makes who follows a part of a subject: "The family of the reporter Anna Weiss"."""
    owner = tokens.words[i] in POSSESSIVES and i > 0 and not is_country(tokens, i - 1, language)
    return owner or (tokens.lower[i] in GOES_ON and not is_role(tokens, i - 1, language))


def _without_asides(tokens: Tokens, first: int, last: int, language: Language) -> list[int]:
    """Token indexes without brackets and without the apposition between subject and verb."""
    kept = _without_brackets(tokens, first, last)
    verb = next((k for k, i in enumerate(kept) if k and _is_verb(tokens, i, language)), None)
    commas = [k for k, i in enumerate(kept) if tokens.words[i] == "," and verb is not None and k < verb]
    if verb is not None and len(commas) >= 2 and _is_aside(tokens, kept, (commas[0], commas[1], verb), language):
        kept = kept[: commas[0]] + kept[commas[1] + 1 :]
    return kept


def _without_brackets(tokens: Tokens, first: int, last: int) -> list[int]:
    """Token indexes outside brackets; all where these do not close, or where nothing is outside them."""
    if BRACKETS.isdisjoint(tokens.words[first:last]):
        return list(range(first, last))
    kept: list[int] = []
    depth = 0
    for i in range(first, last):
        depth += tokens.words[i] in "(["
        if depth == 0:
            kept.append(i)
        depth = max(0, depth - (tokens.words[i] in ")]"))
    return list(range(first, last)) if depth or not kept else kept


def _is_aside(tokens: Tokens, kept: list[int], places: tuple[int, int, int], language: Language) -> bool:
    """Whether the two commas before the verb, all at `places` in `kept`, hold an apposition and no member of a list."""
    first, second, verb = places
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


def _without_credit(tokens: Tokens, kept: list[int], people: list[Someone], language: Language) -> list[int]:
    """Without the person who says so and what follows: ", Ivan Petrov, Minister of Trade, said on Monday"."""
    named = {place for someone in people for mention in someone.mentions for place in (mention.start, mention.first)}
    ends = {mention.last for someone in people for mention in someone.mentions}
    verb = next((k for k, i in enumerate(kept) if k and _is_verb(tokens, i, language)), len(kept))
    for k in range(max(verb + 1, LEAST), len(kept) - 1):
        if tokens.words[kept[k]] != ",":
            continue
        opens = kept[k + 1] + (tokens.lower[kept[k + 1]] in ARTICLES)
        tail = kept[k + 1 : k + 1 + LONGEST_CREDIT]
        body = tokens.lower[tail[0]] == "the" and _tells_who(tokens, tail, language, told=kept[k] in ends)
        if (opens in named or body) and any(tokens.lower[i] in language.speech.say for i in tail[1:]):
            return kept[:k]
    return kept


def _tells_who(tokens: Tokens, tail: list[int], language: Language, *, told: bool) -> bool:
    """Whether nothing but a subject stands before a verb of saying: "the Ministry of Water, Land and Trade said".

    Behind a name (`told`) what stands between two commas tells who that is: "and Anna Weiss, the judge, said".
    """
    verb = next((i for i in tail if _is_verb(tokens, i, language)), None)
    if verb is None or tokens.lower[verb] not in language.speech.say:
        return False
    return not (told and tokens.words[verb - 1] == ",")


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
            or _says_nothing(tokens, kept[verb:k], following, language)
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


def _says_nothing(tokens: Tokens, said: list[int], following: str, language: Language) -> bool:
    """Whether words from a verb on say but when: "said on Tuesday | that", "resigned on Monday, two weeks | before"."""
    lower = [tokens.lower[i] for i in said]
    if following in BEFORE and lower[-1] in TIMES:
        return True
    grammar, speech = language.grammar, language.speech
    told = any(word in speech.say or word in speech.told for word in lower[:2])
    that = next((place for place in range(len(said) - 1, 0, -1) if lower[place] == "that"), None)
    if told and that is not None and not any(_is_verb(tokens, i, language) for i in said[that:]):
        return True
    if not (told or lower[0] in grammar.verbs):
        return False
    rest = lower[1 + (len(said) > 1 and _is_verb(tokens, said[1], language)) :]
    return all(
        word in grammar.weekdays or word in grammar.months or word in grammar.prepositions or not word[0].isalnum()
        for word in rest
    )


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
        tied = place > 0 and not follows and tokens.words[i - 1] in ")]" and tokens.words[i][0] in TIED
        mark = tokens.words[i] in ",.;:!?"
        glue = ((follows or tied) and tokens.glued(i)) or mark or place == 0
        parts.append(tokens.words[i] if glue else f" {tokens.words[i]}")
    return "".join(parts).rstrip(" .,;:")
