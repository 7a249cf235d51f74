"""Tokens and places in, the runs of capitals that can be names of people out, with what stands before them."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from sco_digest.extract.capitals import KOREAN, PROFESSIONS, heads_name, heads_phrase, korean
from sco_digest.extract.headings import name_in_headline, title_lines
from sco_digest.extract.letters import after_role, are_initials, in_large_letters, over_degree, over_letters
from sco_digest.extract.role_objects import words_of_role
from sco_digest.extract.titles import is_address, is_compound, is_forename, is_short_title, leads_name
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People

SHORT: Final = (1, 2)
"""Letters of an initial."""
MAX_WORDS: Final = 5
PATRONYMICS: Final = frozenset(
    {"uulu", "kyzy", "ogly", "oglu", "ogli", "o'g'li", "o‘g‘li", "oʻgʻli", "o’g’li", "qizi", "kizi"}
)
"""Particles that end a name."""
ARABIC: Final = frozenset({"ash", "an", "ar", "at", "ad", "az", "adh", "ath"})
"""Forms of the article that are particles only with a hyphen: "Ahmed ash-Sharif"."""
CAPITALS_SHARE: Final = 0.6
BEFORE_PLACE: Final = frozenset({"at", "in", "on", "to", "from", "of", "near", "the"})
PLACE_LINKS: Final = frozenset({"in", "from", "across", "throughout"})


class NameRun:
    """Tokens `first` to `last` (not included) that can be a person's name."""

    def __init__(self, first: int, last: int, words: tuple[str, ...], *, after_other: bool) -> None:
        self.first: Final = first
        self.last: Final = last
        self.words: Final = words
        """The words of the name, without marks; an initial without its point."""
        self.after_other: Final = after_other
        """Whether a place or a word of an organisation stands directly before it in the same run of capitals."""


def find_names(tokens: Tokens, named: list[Named], language: Language, dateline: range = range(0)) -> list[NameRun]:
    """Runs of capitalised words that are no place, role or organisation, in the order of the text.

    Sentences in capitals are passed over: nothing in them tells a name from another word. What a role is "of"
    is no part of the name behind it, and a word that stands alone after "in" is a place, as are those of a `dateline`.
    """
    people = language.people
    in_place = {i for name in named for i in range(name.first, name.last)}
    found: list[NameRun] = []
    passed_over, headlines = in_capitals(tokens), title_lines(tokens)
    done = 0
    for i in tokens.capitals:
        number = tokens.sentence_of[i]
        if i >= done and i not in dateline and number not in passed_over and _name_word(tokens, i, in_place, people):
            done = _stretch(tokens, i, tokens.sentences[number][1], in_place, people)
            own = done > i and (done > i + 1 or tokens.lower[i] not in people.names.suffixes)  # no "Jr" behind a comma
            end = name_in_headline(tokens, i, done, people) if number in headlines else done
            run = _run(tokens, i, end, in_place, language, ends=end < done) if own and end > i else None
            found.extend([run] if run else [])
    return _without_places(tokens, found, language)


def _without_places(tokens: Tokens, runs: list[NameRun], language: Language) -> list[NameRun]:
    """Runs without the unknown place or firm at their front: "Director of Oskoil Lucia Ferrant" names Lucia Ferrant."""
    before = {run: tokens.lower[run.first - 1] if run.first else "" for run in runs}
    in_names = {word for run in runs if len(run.words) > 1 for word in run.words}
    places = {run.words[0] for run in runs if len(run.words) == 1 and before[run] in PLACE_LINKS} - in_names
    cut = []
    for run in runs:
        other = words_of_role(tokens, run.first, run.words, language)
        if 0 < other < len(run.words):
            first = run.first + other + (tokens.words[run.first + 1] == "-" and other > 1)
            cut.append(NameRun(first, run.last, run.words[other:], after_other=True))
        elif other:
            continue
        elif run.words[0] not in places or len(run.words) > 1:
            cut.append(run)
    return cut


@lru_cache(maxsize=1)  # people and organisations of a text ask for them
def in_capitals(tokens: Tokens) -> frozenset[int]:
    """The sentences in capitals."""
    counts: dict[int, int] = {}
    for i in tokens.capitals:
        if len(tokens.words[i]) > 1 and tokens.words[i].isupper():
            counts[tokens.sentence_of[i]] = counts.get(tokens.sentence_of[i], 0) + 1
    return frozenset(number for number, count in counts.items() if count > 2 and _are_most(tokens, number, count))


def _are_most(tokens: Tokens, number: int, count: int) -> bool:
    """Whether so many words are most of a sentence of more than three."""
    words = [word for word in tokens.words[slice(*tokens.sentences[number])] if len(word) > 1 and word[0].isalpha()]
    return len(words) > 3 and count > CAPITALS_SHARE * len(words)


def _name_word(tokens: Tokens, i: int, in_place: set[int], people: People) -> bool:
    word, lower = tokens.words[i], tokens.lower[i]
    described = _is_age(tokens, i) or is_compound(tokens, i, people)
    if not word[0].isupper() or i in in_place or described:
        return False
    if tokens.words[i + 1 : i + 2] == ["."] and tokens.glued(i + 1) and _initial(tokens, i, people):
        return True
    called = i > 0 and tokens.lower[i - 1] in people.courtesy and lower not in people.addressed  # Mr Farmer
    called = called and not (lower in people.roles and leads_name(tokens, i, people))  # Lord Lieutenant Anna Weiss
    free = (called and lower in people.not_names.ends) or (lower in KOREAN and korean(tokens, i))  # Mrs Pool
    inside = i > 0 and people.not_names.behind.get(lower) == tokens.lower[i - 1]
    if (lower in people.not_names.words and not free) or inside or is_address(tokens, i, people):
        return False
    title = not called and (
        lower in people.roles or (lower in people.role_modifiers and lower not in people.names.given_m)
    )
    named = lower in people.given and (after_role(tokens, i, people) or is_forename(tokens, i, people))
    if title and not named:  # "Minister Sultan Al Jaber", "Dean Smith"
        return False
    occupation = (lower in people.trades or lower.endswith(PROFESSIONS)) and heads_name(tokens, i)
    noun = lower in people.humans or lower in people.not_names.bodies
    occupation = occupation or (noun and heads_phrase(tokens, i))
    if occupation or is_short_title(tokens, i, people) or (lower[-1] == "s" and is_plural_role(tokens, i, people)):
        return False
    plain = not word.isupper() or "." in word or "-" in word or in_large_letters(tokens, i, people)
    honour = i > 0 and tokens.words[i - 1][0].isupper() and over_degree(tokens, i, people) > i  # "Simon Reed KC"
    return len(word) == 1 or (plain and not honour) or are_initials(tokens, i, people)


def _is_age(tokens: Tokens, i: int) -> bool:
    """Whether an age in words begins at token `i`: "Twenty-two-year-old Anna Weiss"."""
    if tokens.words[i + 1 : i + 2] != ["-"]:
        return False
    return any(tokens.lower[k : k + 3] == ["year", "-", "old"] for k in (i + 2, i + 4))


def is_plural_role(tokens: Tokens, i: int, people: People) -> bool:
    """Whether token `i` says what several people are: "Presidents Ivan Petrov and Anna Weiss"."""
    return i >= 0 and tokens.lower[i].endswith("s") and tokens.lower[i][:-1] in people.roles


def _stretch(tokens: Tokens, i: int, last: int, in_place: set[int], people: People) -> int:
    """End of the name that begins at token `i`: names, initials, particles, hyphenated parts."""
    end = i + 1
    while end < last and (step := _next_part(tokens, end, last, in_place, people)):
        end += step
    return end - 1 if tokens.words[end - 1] == "." and not _initial(tokens, end - 2, people) else end


def _next_part(tokens: Tokens, end: int, last: int, in_place: set[int], people: People) -> int:
    """How many tokens from `end` on go on with a name: 0 where it ends."""
    word = tokens.words[end]
    if _name_word(tokens, end, in_place, people):
        return 1 if not tokens.glued(end) or tokens.words[end - 1][-1] in ".-’'" else 0  # V.N.Orlov
    if word == ".":
        return 1 if _initial(tokens, end - 1, people) and end + 1 < last else 0
    if word in "'’" and tokens.words[end - 1] == "O" and tokens.glued(end):
        return 1  # O' Brien
    if word == "-" and tokens.glued(end) and tokens.glued(end + 1):
        lone = len(tokens.words[end - 1]) == 1 and tokens.words[end + 1].islower()  # X-rays, unlike Ki-moon
        return 2 if tokens.words[end + 1].isalpha() and not lone else 0
    titled = tokens.lower[end] in people.roles and after_role(tokens, end - 1, people)  # "Governor Mervyn King"
    third = tokens.lower[end] in people.names.surnames and _name_word(tokens, end - 2, in_place, people)
    named = titled or third or tokens.lower[end - 1] in people.given  # "Nadeem Akhtar Sheikh"
    if word.istitle() and named and _surname(tokens, end, last, people):
        return 1
    suffix = tokens.lower[end] in people.names.suffixes and word[0].isupper()
    return 1 if suffix or _particle(tokens, end, last, in_place, people) else 0


def _surname(tokens: Tokens, i: int, last: int, people: People) -> bool:
    """Whether token `i` is a surname that is also another word: "Anna North", not "at Victoria Station"."""
    ends = i + 1 >= last or not tokens.words[i + 1][0].isupper() or tokens.lower[i + 1] in people.names.suffixes
    placed = i > 1 and tokens.lower[i - 2] in BEFORE_PLACE
    nouns = people.not_names
    other = tokens.lower[i] in people.roles | people.names.surnames
    other = other or tokens.lower[i] in nouns.organisations or tokens.lower[i] in nouns.ends
    return ends and not placed and not tokens.glued(i) and other


def _initial(tokens: Tokens, i: int, people: People) -> bool:
    """Whether token `i` is a letter, or two that are written as one in other alphabets: "Ch. Aitmatova"."""
    word = tokens.words[i]
    return word[0].isupper() and (len(word) == 1 or (tokens.lower[i] in people.names.initials and word[1].islower()))


def _particle(tokens: Tokens, i: int, last: int, in_place: set[int], people: People) -> bool:
    """Whether token `i` is a particle inside a name: a name follows it, or it ends a patronymic ("uulu")."""
    article = tokens.lower[i] in ARABIC and tokens.words[i + 1 : i + 2] == ["-"] and tokens.glued(i + 1)
    if not (article or tokens.lower[i] in people.names.particles) or tokens.glued(i):
        return False
    joined = i + 1 < last and tokens.words[i + 1] == "-" and tokens.glued(i + 1)  # al-Assad
    follows = i + 1 + joined < last and _name_word(tokens, i + 1 + joined, in_place, people)
    chained = i + 1 < last and tokens.lower[i + 1] in people.names.particles and not tokens.words[i + 1][0].isupper()
    behind = i + 3 if tokens.words[i + 2 : i + 3] == ["-"] else i + 2
    if chained and behind < last and _name_word(tokens, behind, in_place, people):
        return True  # "von der Leyen", "ibn al-Walid"
    return follows or tokens.lower[i] in PATRONYMICS


def _letters(word: str) -> tuple[str, ...]:
    """A word as it is, initials in one as one each: "V.N.", "A.Orlov"."""
    joined = word[-1] == "." or (word.find(".") in SHORT and word.rpartition(".")[2].istitle())
    return tuple(word.rstrip(".").split(".")) if joined else (word,)


def _run(
    tokens: Tokens, first: int, last: int, in_place: set[int], language: Language, *, ends: bool
) -> NameRun | None:
    """The run as a name, or None where what follows shows that it names something else."""
    people = language.people
    words = tuple(chain.from_iterable(_letters(word) for word in tokens.words[first:last] if word[0].isalpha()))
    telling = sum(word not in people.names.particles for word in words)
    if telling > MAX_WORDS or not any(len(word) > 1 for word in words) or tokens.words[last - 1] == ".":
        return None
    follower = over_letters(tokens, last, people)
    follower = follower if follower < len(tokens) else 0
    same = follower and tokens.sentence_of[follower] == tokens.sentence_of[first]
    goes_on = same and not ends and tokens.words[follower][0].isupper()
    if goes_on and tokens.lower[follower] not in people.not_names.others:
        return None  # "Ford Motor", "Alpari Bank", "Dostyk Chairman"
    if follower and tokens.glued(follower) and tokens.words[follower][0].isdigit():
        return None
    before = first - 1
    article = before >= 0 and tokens.lower[before] in ARTICLES
    if article and len(words) > 1 and people.given.isdisjoint(word.lower() for word in words):
        behind = tokens.lower[last : last + 2]
        aged = len(behind) > 1 and behind[0] == "," and behind[1].isdigit()  # "The Aga Khan, 88,"
        styled = not people.names.styles.isdisjoint(word.lower() for word in words) or words[0] == "Aga"
        if not aged and (not styled or language.speech.agentive.isdisjoint(behind[:1])):
            return None  # "the Safe Storage of Grain"
    after_other = (
        before >= 0
        and tokens.sentence_of[before] == tokens.sentence_of[first]
        and (
            before in in_place or (tokens.lower[before] in people.not_names.words and tokens.words[before][0].isupper())
        )
        and tokens.lower[before] not in _OPENERS
    )
    return NameRun(first, last, words, after_other=after_other)


_OPENERS = frozenset(
    {"the", "a", "in", "on", "at", "by", "but", "and", "as", "mr", "mrs", "ms", "dr", "however", "meanwhile"}
)
