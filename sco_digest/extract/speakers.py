"""What was said and by whom in, the speakers of a record out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.people import slug_of, spelled
from sco_digest.extract.tokens import ENDERS, POSSESSIVES
from sco_digest.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sco_digest.extract.dateline import Dateline
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Said, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People
    from sco_digest.model import Source, Span, Vocabulary

HOME_NAMES = 3
"""How often an article must name a country, its people or its cities to be about it."""
HOME_SHARE = 0.75
"""Share of the names of places from which a person with a role is taken to be of that country."""
OFFICE_SHARE = 0.5
"""The same of someone with an office of state, where more than that share is of the country named first."""
AFTER_CITY = frozenset({",", ".", "(", "-", "–", "—", ":", "/"})
"""Marks that stand behind the city of a dateline."""


class Home(NamedTuple):
    """The country of everyone with a role, of those who seldom travel, and of the holders of offices at home."""

    of_all: str | None
    of_most: str | None
    of_offices: str | None


def without_references(tokens: Tokens, said: list[Said], source: Source | None, language: Language) -> list[Said]:
    """What people say, and of organisations those that have a say in the article.

    A company is a party. The news is a public body's own where the lead or a headline above it names it, and one that
    speaks again is more than a reference; one that the article credits as its source is that alone.
    """
    lead = next((tokens.ends[last - 1] for _, last in tokens.sentences if tokens.words[last - 1] in ENDERS), 0)
    counts = Counter(who for who, _ in {(one.who, tokens.sentence_of[one.first]) for one in said})
    cited = source.span if source else None

    def has_a_say(who: Someone) -> bool:
        spans = [tokens.span(mention.first, mention.last) for mention in who.mentions]
        public = bool(who.role_words & language.organisations.bodies)
        credited = public and any(cited and _touch(span, cited) for span in spans)
        return not public or (not credited and (spans[0].start < lead or counts[who] > 1))

    heard = {who for who in counts if who.kind == "person" or has_a_say(who)}
    return [one for one in said if one.who in heard]


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def make_speakers(
    tokens: Tokens, said: list[Said], named: list[Named], vocabulary: Vocabulary, language: Language
) -> tuple[Speaker, ...]:
    """One speaker a person or organisation, in the order in which they first speak.

    The person with the most attributed text is main.
    """
    by_speaker: dict[int, list[Said]] = {}
    for one in said:
        by_speaker.setdefault(id(one.who), []).append(one)
    people = (own for own in by_speaker.values() if own[0].who.kind == "person")
    main = max(people, key=_length, default=None)
    home = _home(tokens, named, language)
    speakers = (
        _speaker(
            tokens, own[0].who, own, vocabulary, main=own is main, home=_by_home(own[0].who, home, language.people)
        )
        for own in by_speaker.values()
    )
    return tuple(_apart(speakers, {person.slug for person in vocabulary.people}))


def _apart(speakers: Iterable[Speaker], known: Collection[str]) -> Iterator[Speaker]:
    """Each with a slug of its own, as Mr Green and Ms Green; those of `known` are told apart by who wrote them down."""
    taken: Counter[str] = Counter()
    for one in speakers:
        taken[one.slug] += 1
        again = taken[one.slug] > 1 and one.slug not in known
        yield replace(one, slug=f"{one.slug}-{taken[one.slug]}") if again else one


def _length(said: list[Said]) -> int:
    """Characters of what was said, without those that tell who says it."""
    whole = sum(one.statement.span.end - one.statement.span.start for one in said)
    return whole - sum(frame.end - frame.start for one in said for frame in one.frame)


def _home(tokens: Tokens, named: list[Named], language: Language) -> Home:
    """The country that most of an article's names of countries, peoples and cities belong to.

    It is that of everyone with a role where the article is about no other; of the holders of offices also where most
    names are of the country named first, where the dateline is of its city and no other is named as often, or where no
    other is named and the text is plainly from there: "Kazakhstan’s", "the Kazakh", "of Kazakhstan".
    """
    counts = Counter(name.country for name in named).most_common(2)
    if not counts:
        return Home(None, None, None)
    country, count = counts[0]
    lead, alone = named[0], len(counts) == 1
    dateline = find_dateline(tokens, language)
    if _is_abroad(tokens, country, named, dateline):
        return Home(None, None, None)
    leads, only = lead.country == country, alone and count > 1
    nearly_all = leads and count >= max(HOME_NAMES, HOME_SHARE * len(named))
    most = leads and count > 1 and count > OFFICE_SHARE * len(named)
    dated = leads and (alone or count > counts[1][1]) and _is_dated_from(tokens, lead, dateline)
    plainly = only or (alone and _is_plainly_from(tokens, lead))
    holds = nearly_all, nearly_all or only, nearly_all or plainly or most or dated
    return Home(*(country if told else None for told in holds))


def _is_dated_from(tokens: Tokens, lead: Named, dateline: Dateline | None) -> bool:
    """Whether the first name is the city of a dateline."""
    opens = lead.first == 0 or (dateline is not None and lead.first == dateline.first)
    return opens and lead.kind == "city" and lead.last < len(tokens) and tokens.words[lead.last] in AFTER_CITY


def _is_plainly_from(tokens: Tokens, lead: Named) -> bool:
    """Whether the first sentence tells of what is of a country: "Kazakhstan’s", "the Kazakh", "of Kazakhstan"."""
    before = tokens.lower[max(0, lead.first - 2) : lead.first]
    owns = lead.last < len(tokens) and tokens.words[lead.last] in POSSESSIVES
    of = before[-1:] == ["of"] or before == ["of", "the"]
    return tokens.sentence_of[lead.first] == 0 and (lead.first == 0 or lead.kind == "people" or owns or of)


def _is_abroad(tokens: Tokens, country: str, named: list[Named], dateline: Dateline | None) -> bool:
    """Whether an article is dated from another country, or names of this one a single city: someone may visit it."""
    first, last = dateline or (0, 0)
    written = next((name.country for name in named if first <= name.first < last), None)
    if written is not None:
        return written != country
    own = [name for name in named if name.country == country]
    return all(name.kind == "city" for name in own) and len({tokens.words[name.first] for name in own}) == 1


def _speaker(
    tokens: Tokens, who: Someone, said: list[Said], vocabulary: Vocabulary, *, main: bool, home: str | None
) -> Speaker:
    known = spelled(who.name, vocabulary)
    plain = who.name if who.kind == "person" else " ".join(who.words)  # of an organisation without its legal form
    mentions: set[Span] = {tokens.span(mention.first, mention.last) for mention in who.mentions}
    return Speaker(
        slug=known[0] if known else slug_of(plain),
        name=who.name,
        kind=who.kind,
        role=who.role,
        country=who.country or (known[1] if known else None) or home,
        main=main,
        mentions=tuple(sorted(mentions)),
        statements=tuple(one.statement for one in said),
    )


def _by_home(who: Someone, home: Home, people: People) -> str | None:
    """The country that the article is about, where someone's role may be one of it."""
    words = people.homes
    if not who.role or who.role_words & words.international or {"secretary", "general"} <= who.role_words:
        return None
    at_home = who.role_noun in words.offices or who.role_noun in people.trades or bool(who.role_words & words.public)
    if who.role_words & words.travelling:
        return home.of_all
    return home.of_offices if at_home else home.of_all if who.role_noun in words.business else home.of_most
