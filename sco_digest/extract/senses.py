"""A number in, whether it has another sense here out: "the first half", "double-digit", "children under five"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.phrase_table import longest_before
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Number, Unit
    from sco_digest.extract.tokens import Tokens


HOURS_OF_DAY: Final = frozenset(range(24))
MINUTES: Final = frozenset(range(60))
HOURS: Final = frozenset(range(1, 25))
QUOTES: Final = frozenset('"“”«»„‘’')
NAMED: Final = frozenset(
    [
        "programme",
        "program",
        "project",
        "initiative",
        "movement",
        "campaign",
        "scheme",
        "plan",
        "drive",
        "challenge",
        "fund",
    ]
)
"""Nouns behind such a name."""
PHONE: Final = 8
"""Tokens of a number of a telephone to either side of one of its groups, at most."""
PARTS: Final = 3
"""Groups of digits in such a number, at least."""
THOUSANDS: Final = 3


def is_hour(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "At six in the evening", "between six and nine in the evening", "Monday 1800 hrs"."""
    if _in_four_digits(tokens, number, lexicon):
        return True
    first, end, lower, labels = number.first, number.last, tokens.lower, lexicon.words.labels
    if number.value not in HOURS or end != first + 1 or first < 1 or end >= len(lower):
        return False
    if lower[end] in labels.hours_joined and _is_hour(lower, end + 1, lexicon):
        end += 2
    elif lower[first - 1] in labels.hours_joined and _is_hour(lower, first - 2, lexicon):
        first -= 2
    told = " ".join(lower[end : end + 3]).startswith(labels.day_parts)
    return told and first > 0 and lower[first - 1] in labels.before_hour


def _in_four_digits(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "At 1800 hours", "Monday 1800 hrs": four digits that tell hours and minutes, not how long."""
    word, labels = tokens.lower[number.first], lexicon.words.labels
    if len(word) != 4 or not word.isdecimal() or number.last >= len(tokens) or number.first < 1:
        return False
    clock = int(word[:2]) in HOURS_OF_DAY and int(word[2:]) in MINUTES
    before, behind = tokens.lower[number.first - 1], tokens.lower[number.last + 1 : number.last + 3]
    stretch = behind[:1] in (["of"], ["for"]) or (behind[:1] == ["on"] and labels.before_hours.isdisjoint(behind))
    return clock and not stretch and tokens.lower[number.last] in labels.hours and before in labels.before_hours


def _is_hour(lower: list[str], i: int, lexicon: Lexicon) -> bool:
    """Whether token `i` is a number that can be an hour."""
    if not 0 <= i < len(lower):
        return False
    short = lower[i].isdecimal() and len(lower[i]) <= 2
    value = int(lower[i]) if short else lexicon.words.numbers.cardinals.get(lower[i], 0)
    return value in HOURS


def is_no_share(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "the first half", "half-staff", "a third term"."""
    lower, numbers, labels = tokens.lower, lexicon.words.numbers, lexicon.words.labels
    before = lower[number.first - 1] if number.first else ""
    after = lower[number.last] if number.last < len(lower) else ""
    part = numbers.fractions.get(lower[number.last - 1])
    if part is None:  # one in five
        return False
    if number.last - number.first > 1 and lower[number.first] not in numbers.articles:  # two-thirds
        return _are_times(lower, number, lexicon)
    stretch = before in lexicon.words.time.ordinals or before in labels.part_not_after
    if stretch or before == "-" or after == "-":
        return True
    if before in lexicon.words.links.between and lower[number.first] in numbers.articles:
        return not _opens_range(lower, number.last, lexicon)
    if part == 2:
        return after not in labels.half_of and before not in labels.half_after
    first = tokens.sentences[tokens.sentence_of[number.first]][0]
    told = lower[first] in labels.part_of and after in lexicon.words.links.auxiliaries  # Of 412 shops, a third have
    return (
        after not in labels.part_of
        and before not in labels.part_after
        and not told
        and not _bounded(tokens, number, lexicon)
    )


def _bounded(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether a bound shows that a part is a share: "by almost a fifth", not "almost a quarter century"."""
    first = tokens.sentences[tokens.sentence_of[number.first]][0]
    after = tokens.lower[number.last] if number.last < len(tokens) else ""
    ends = not after[:1].isalpha() or after in lexicon.words.nouns.boundaries
    return ends and longest_before(lexicon.bounds_before, tokens.lower, first, number.first) is not None


def _are_times(lower: list[str], number: Number, lexicon: Lexicon) -> bool:
    """Whether quarters are stretches of time: "the last three quarters", "three quarters in a row"."""
    labels = lexicon.words.labels
    if lower[number.last - 1] not in lexicon.words.time.parts:
        return False
    before = number.first > 0 and lower[number.first - 1] in labels.quarters_after
    return before or " ".join(lower[number.last : number.last + 3]).startswith(labels.quarters_before)


def _opens_range(lower: list[str], i: int, lexicon: Lexicon) -> bool:
    """Whether "and a quarter of those" goes on behind "between a fifth"; not "of a point", which is part of a unit."""
    numbers, links = lexicon.words.numbers, lexicon.words.links
    behind = lower[i : i + 5]
    return (
        len(behind) == 5
        and behind[0] in links.lists
        and behind[1] in numbers.articles
        and behind[2] in numbers.fractions
        and behind[3] in links.of
        and behind[4] not in numbers.articles
    )


def is_no_fraction(tokens: Tokens, number: Number) -> bool:
    """9/11 and 7/7, which no one measures in."""
    parts = tokens.words[number.first : number.last]
    return parts[1:2] == ["/"] and parts[2] not in {"2", "3", "4", "5", "8", "10", "16"}


def is_no_multiple(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "double-digit", "twice denied", "doubled down"."""
    lower, labels, links = tokens.lower, lexicon.words.labels, lexicon.words.links
    before = lower[number.first - 1] if number.first else ""
    after = lower[number.last] if number.last < len(lower) else ""
    word = lower[number.first]
    if word in links.twice:
        compared = lower[number.last + 1 : number.last + 2] if after == labels.as_word else []
        return after not in labels.multiple_before and links.as_words.isdisjoint(compared)
    if after in labels.not_multiple_before or before == "-":
        return True
    if word in labels.sure_multiples:
        return False
    return before not in labels.multiple_after and after not in labels.multiple_before


def is_phone(tokens: Tokens, number: Number) -> bool:
    """ "+98 3 444 0190": three groups of digits or more behind a plus, which are no thousands: +1 200 000."""
    begin, end = number.first, number.last
    while begin > max(0, number.first - PHONE) and _is_of_phone(tokens, begin - 1):
        begin -= 1
    while end < min(len(tokens), number.last + PHONE) and _is_of_phone(tokens, end):
        end += 1
    groups = [word for word in tokens.words[begin:end] if word[0].isdecimal()]
    thousands = all(len(group) == THOUSANDS for group in groups[1:])
    plus = begin > 0 and tokens.words[begin - 1] == "+" and tokens.glued(begin)
    return plus and len(groups) >= PARTS and not thousands


def _is_of_phone(tokens: Tokens, i: int) -> bool:
    """Whether a token is digits, a bracket, or a hyphen right between two groups."""
    word = tokens.words[i]
    inner = word in "-–" and i + 1 < len(tokens) and tokens.glued(i) and tokens.glued(i + 1)
    return word.isdecimal() or word in "()" or inner


def limits_age(tokens: Tokens, number: Number, unit: Unit | None, first: int, lexicon: Lexicon) -> bool:
    """ "under-five deaths", "under the age of five", "children under two", in the sentence from token `first`."""
    if unit is not None and unit.noun is None:
        return False
    labels, ahead = lexicon.words.labels, tokens.lower[max(first, number.first - 2) : number.first]
    if len(ahead) < 2 or (number.value or 0) > 120:
        return False
    if ahead[1] == "-" and ahead[0] in labels.age_bounds and tokens.glued(number.first):
        return True
    if ahead[0] in labels.age and ahead[1] in lexicon.words.links.of:
        return not labels.age_bounds.isdisjoint(tokens.lower[max(first, number.first - 4) : number.first - 2])
    return unit is None and ahead[0] in labels.age_nouns and ahead[1] in labels.age_bounds


def is_both(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "the two countries" says no more than "both"."""
    before = tokens.lower[number.first - 1] if number.first else ""
    return tokens.lower[number.first] in lexicon.words.labels.both and before in lexicon.words.links.definite


def is_race(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """ "the women's 3,000 metres": the name of a race."""
    ahead = tokens.lower[max(0, number.first - 2) : number.first]
    return len(ahead) > 1 and ahead[1] in POSSESSIVES and ahead[0] in lexicon.words.labels.runners


def is_title(tokens: Tokens, unit: Unit, first: int) -> bool:
    """ "20 Years of SCO": a capital where the text does not write all in capitals."""
    word = tokens.words[unit.last - 1]
    years = unit.kind == "duration" and word[0].isupper() and not word.isupper()
    return years or _is_name(tokens, unit, first)


def _is_name(tokens: Tokens, unit: Unit, first: int) -> bool:
    """Whether a number and its noun are a name: the “100 Schools” project, the Five Million Trees campaign."""
    words, last = tokens.words, unit.last
    if last >= len(words) or not words[last - 1].istitle() or unit.noun is None:
        return False
    quoted = unit.first > 0 and words[unit.first - 1] in QUOTES and words[last] in QUOTES
    told = unit.first > first and words[unit.first].istitle() and words[last].islower()
    return quoted or (told and words[unit.noun].istitle() and tokens.lower[last] in NAMED)
