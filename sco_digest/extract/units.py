"""Tokens around a number in, its unit out: money, percent, a measure, a multiple or a counted noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.lexicon import Meaning
from sco_digest.extract.nouns import counted_noun, is_plural, singular
from sco_digest.extract.phrase_table import longest
from sco_digest.extract.pounds import is_price
from sco_digest.extract.readings import Unit

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.nouns import Noun
    from sco_digest.extract.readings import Number
    from sco_digest.extract.tokens import Tokens

PER: Final = frozenset(["mass", "volume", "area", "distance", "energy", "duration"])
"""Kinds of units that something can be told per."""
LARGE: Final = 10_000
"""From here "pounds" and the like are money rather than a measure."""
SIGN_TOKENS: Final = 3


def find_unit(tokens: Tokens, number: Number, first: int, last: int, lexicon: Lexicon) -> Unit | None:
    """The unit of a number; it stands between token `first` and token `last`, the last not included."""
    if number.fold:
        return Unit("fold", "multiple", number.first, number.last)
    signed = number.first > first and tokens.words[number.first - 1] in lexicon.money_ends
    return (
        (_sign_before(tokens, number, first, last, lexicon) if signed else None)
        or _measure(tokens, number, last, lexicon)
        or (None if number.share else counted(tokens, number, last, lexicon))
    )


def money_code(name: str, text_words: Container[str], lexicon: Lexicon) -> str:
    """The code of a currency that several countries have, by the first of them that the text names."""
    money = lexicon.words.money
    countries = money.by_country.get(name, {})
    named = (code for country, code in countries.items() if country in text_words)
    return next(named, money.fallback.get(name, name))


def _sign_before(tokens: Tokens, number: Number, floor: int, last: int, lexicon: Lexicon) -> Unit | None:
    """Money written before: $5, US$ 5, NZ $ 26, USD 200, AUD1.5m."""
    first, sign = number.first, ""
    money, found = lexicon.words.money, None
    for i in range(number.first - 1, max(floor, number.first - SIGN_TOKENS) - 1, -1):
        sign = tokens.words[i] + sign
        code = money.signs.get(sign) or (money.same_codes.get(sign, sign) if sign in money.codes else None)
        if code and not (tokens.glued(i) and tokens.words[i - 1].isalnum()):
            first, found = i, code
    if found is None:
        return None
    meaning = Meaning(found, "money")
    again = longest(lexicon.money, tokens.lower, number.last, min(last, number.last + 2))  # $5 million dollars
    same = again is not None and meaning.name in {again[0].name, *money.by_country.get(again[0].name, {}).values()}
    return Unit(meaning.name, "money", first, again[1] if again and same else number.last)


def _measure(tokens: Tokens, number: Number, last: int, lexicon: Lexicon) -> Unit | None:
    """A unit of the tables after the number: percent, km, billion dollars, kilowatt-hours per year."""
    after = _after(tokens, number, last, lexicon)
    if after >= last or not (tokens.lower[after] in lexicon.unit_heads or tokens.words[after] in lexicon.symbol_heads):
        return None
    found = _money_after(tokens, number, after, last, lexicon) or unit_after(tokens, after, last, lexicon)
    if found is None or _goes_on(tokens, number, found, last, lexicon):
        return None
    meaning, end = found
    if meaning.kind == "money":
        money = lexicon.words.money
        times = (
            1_000_000 if tokens.words[end - 1] in money.millions else 0.01 if meaning.name in money.hundredths else 1
        )
        return Unit(money.hundredths.get(meaning.name, meaning.name), "money", number.first, end, times=times)
    years = lexicon.words.units.in_years.get(meaning.name)
    if years and (number.value or 1) < 1:
        return Unit("year", meaning.kind, number.first, end, times=years)
    meaning, scale = _scaled(meaning, lexicon)
    name, end = _rate(tokens, meaning, end, last, lexicon)
    if meaning.kind == "duration" and (aged := _aged(tokens, end, last, lexicon)):
        return Unit(name, "age", number.first, aged)
    return Unit(name, meaning.kind if name == meaning.name else "other", number.first, end, times=scale)


def _scaled(meaning: Meaning, lexicon: Lexicon) -> tuple[Meaning, int]:
    """A unit, or the one inside it and the scale that it holds: "bcm" is a billion cubic metres."""
    scale, _, rest = meaning.name.partition(" ")
    kind = lexicon.kinds.get(rest) if scale in lexicon.words.numbers.scales else None
    return (Meaning(rest, kind), lexicon.words.numbers.scales[scale]) if kind else (meaning, 1)


def _goes_on(tokens: Tokens, number: Number, found: tuple[Meaning, int], last: int, lexicon: Lexicon) -> bool:
    """Whether what follows the words of a unit makes another word of them: "5 m2x", "50,000 day passes"."""
    meaning, end = found
    if end >= last:
        return False
    nouns, many = lexicon.words.nouns, meaning.kind == "duration" and (number.value or 0) >= LARGE
    compound = many and not is_plural(tokens.lower[end - 1], nouns) and is_plural(tokens.lower[end], nouns)
    return compound or (tokens.glued(end) and tokens.words[end][0].isalnum())


def _aged(tokens: Tokens, end: int, last: int, lexicon: Lexicon) -> int | None:
    """Where "34 years old", "a 46-year-old", "6 weeks of age" end; None where a stretch of time is no age."""
    links, ahead = lexicon.words.links, tokens.lower[end : min(last, end + 2)]
    if ahead[:1] == ["-"] and not links.old.isdisjoint(ahead[1:]):
        return end + 2
    of_age = len(ahead) == 2 and ahead[0] in links.of and ahead[1] in lexicon.words.labels.age
    return end if of_age or not links.old.isdisjoint(ahead[:1]) else None


def unit_after(tokens: Tokens, after: int, last: int, lexicon: Lexicon) -> tuple[Meaning, int] | None:
    symbol = longest(lexicon.symbols, tokens.words, after, last)
    word = longest(lexicon.units, tokens.lower, after, last)
    return word if word and (symbol is None or word[1] > symbol[1]) else symbol


def _money_after(tokens: Tokens, number: Number, after: int, last: int, lexicon: Lexicon) -> tuple[Meaning, int] | None:
    money = lexicon.words.money
    found = longest(lexicon.money, tokens.lower, after, last)
    word = tokens.words[after]
    if found is None:
        code = money.signs.get(word) or (money.same_codes.get(word, word) if word in money.codes else None)
        of_next = tokens.glued(after + 1) and tokens.words[after + 1][0].isdecimal()
        return None if code is None or of_next else (Meaning(code, "money"), after + 1)
    name = singular(word.lower(), lexicon.words.nouns)
    if word in money.only_plural:
        return None
    if found[1] == after + 1 and (word in money.big or name in money.big):
        weighed, value = name in money.weighed, number.value or 0
        if weighed and is_price(tokens, number, found[1], last, lexicon):
            return found
        if value < LARGE and (weighed or not value % 1):  # 260 crowns, but 214.50 crowns
            return None if word != "p" else found
        return None if weighed and _is_weight(tokens, found[1], last, lexicon) else found
    return found


def _is_weight(tokens: Tokens, end: int, last: int, lexicon: Lexicon) -> bool:
    """Whether pounds that end before token `end` are of something: "3.5 million pounds of beef", not "of debt"."""
    if end + 1 >= last or tokens.lower[end] not in lexicon.words.links.of:
        return False
    return tokens.lower[end + 1].isalpha() and tokens.lower[end + 1] not in lexicon.words.money.things


def _rate(tokens: Tokens, meaning: Meaning, end: int, last: int, lexicon: Lexicon) -> tuple[str, int]:
    """The unit with what it is measured per: "barrels per day", "hours a week"."""
    rates = lexicon.words.units.rates
    if meaning.kind in {"percent", "multiple"} or end + 1 >= last or tokens.lower[end] not in rates.after:
        return meaning.name, end
    word = tokens.lower[end + 1]
    ahead = tokens.lower[end + 2] if end + 2 < last else ""
    if tokens.lower[end] in rates.full and meaning.kind not in {"duration", "temperature"}:
        found = longest(lexicon.units, tokens.lower, end + 1, min(last, end + 4))
        if found and found[1] > end + 2 and found[0].kind in PER:  # micrograms per cubic metre
            return f"{meaning.name} per {found[0].name}", found[1]
    if word in rates.times and tokens.lower[end] not in rates.full:
        return meaning.name, end
    if word not in rates.units or meaning.name == "degree" or ahead in rates.not_before:
        return meaning.name, end
    return f"{meaning.name} per {rates.names.get(word, word)}", end + 2


def counted(tokens: Tokens, number: Number, last: int, lexicon: Lexicon) -> Unit | None:
    """A counted noun; where its head is a measure ("three more years"), that measure."""
    after = _past_plus(tokens, number.last, last, lexicon)
    if after < last and tokens.lower[after] in lexicon.words.links.of:
        determiner = after + 1 < last and tokens.lower[after + 1] in lexicon.words.links.determiners
        if number.value is None:
            after += 1
        elif determiner and number.value != 1:  # 60 of its planes
            after += 2
    if after >= last:
        return None
    before = tokens.lower[number.first - 1] if number.first else ""
    determined = before in lexicon.words.links.determiners and (number.value or LARGE) <= 100
    part = (number.value or 1) < 1 and tokens.lower[after] in lexicon.words.numbers.parted
    end = after + 1 if part else last  # a quarter point cut
    one = part or number.value == 1
    noun = counted_noun(tokens, after, end, lexicon.words.nouns, one=one, determined=determined)
    if noun is None:
        return None
    if one and before in lexicon.words.links.time_prepositions and _is_subject(tokens, noun):  # in one call Grange had
        noun = counted_noun(tokens, after, noun.last - 1, lexicon.words.nouns, one=one, determined=determined) or noun
    meaning = longest(lexicon.units, tokens.lower, noun.last - 1, noun.last) if noun.last > noun.first + 1 else None
    kinds = tokens.lower[noun.first : noun.last - 1]
    device = tokens.lower[noun.last - 1] in lexicon.words.units.devices
    if meaning and device and not lexicon.words.nouns.no_kind.issuperset(kinds):
        meaning = None  # 47,000 smart meters
    if meaning:
        return Unit(meaning[0].name, meaning[0].kind, number.first, noun.last, noun.first)
    name, end = _rate(tokens, Meaning(noun.name, "count"), noun.last, last, lexicon)
    return Unit(name, "count", number.first, end, noun.first)


def _is_subject(tokens: Tokens, noun: Noun) -> bool:
    """Whether a name ends a noun phrase, who does what follows: "in one case Weiss" won."""
    last = noun.last - 1
    return last > noun.first and tokens.words[last].istitle() and tokens.words[last - 1].islower()


def _past_plus(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> int:
    """Past the "plus", "+" or "or more" that begins at token `i`: 40-plus firms, 100+ guests, 50 or so people."""
    behind = longest(lexicon.bounds_after, tokens.lower, i, last)
    if behind and tokens.lower[i] in lexicon.words.links.either and behind[1] < last:
        return behind[1] if tokens.lower[behind[1]] not in lexicon.words.nouns.boundaries else i
    hyphen = i + 1 < last and tokens.lower[i] == "-" and tokens.glued(i) and tokens.glued(i + 1)
    end = i + hyphen
    if end + 1 >= last or tokens.lower[end] not in lexicon.words.bounds.inside or tokens.glued(end + 1):
        return i
    return end + 1 if tokens.glued(end) else i


def _after(tokens: Tokens, number: Number, last: int, lexicon: Lexicon) -> int:
    """The first token where a unit can stand: after a hyphen, and after "of" where the number is unnamed."""
    after = _past_plus(tokens, number.last, last, lexicon)
    if after < last and tokens.lower[after] == "-" and tokens.glued(after) and tokens.glued(after + 1):
        return after + 1
    of = after < last and tokens.lower[after] in lexicon.words.links.of
    if of and (number.value or 0) % 1 and tokens.lower[after + 1 : after + 2] == ["a"]:  # 0.5 of a percentage point
        return after + 2
    return after + (of and number.value is None)
