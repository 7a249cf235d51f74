"""What was said and by whom in, the speakers of a record out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sco_digest.extract.people import slug_of, spelled
from sco_digest.model import Speaker

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Said, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Source, Span, Vocabulary


INTERNATIONAL = frozenset(
    {
        "secretary-general",
        "un",
        "sco",
        "eu",
        "imf",
        "ambassador",
        "envoy",
        "representative",
        "resident",
        "international",
    }
)
"""Words of roles that tell nothing of the country they are spoken in."""
ENDS = frozenset(".!?…")
"""Marks that end a sentence, as no headline is."""
HOME_NAMES = 3
"""How often an article must name a country, its people or its cities to be about it."""
HOME_SHARE = 0.75
"""Share of the names of places from which a person with a role is taken to be of that country."""


def without_references(tokens: Tokens, said: list[Said], source: Source | None, language: Language) -> list[Said]:
    """What people say, and of organisations those that have a say in the article.

    The news is an organisation's own where the lead or a headline above it names it, and one that speaks again is more
    than a reference. A public body that the article credits as its source is that alone; a company is a party.
    """
    lead = next((tokens.ends[last - 1] for _, last in tokens.sentences if tokens.words[last - 1] in ENDS), 0)
    counts = Counter(one.who for one in said)
    cited = source.span if source else None

    def has_a_say(who: Someone) -> bool:
        spans = [tokens.span(mention.first, mention.last) for mention in who.mentions]
        public = bool(who.role_words & language.organisations.bodies)
        credited = public and any(cited and _touch(span, cited) for span in spans)
        return not credited and (spans[0].start < lead or counts[who] > 1)

    heard = {who for who in counts if who.kind == "person" or has_a_say(who)}
    return [one for one in said if one.who in heard]


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def make_speakers(tokens: Tokens, said: list[Said], named: list[Named], vocabulary: Vocabulary) -> tuple[Speaker, ...]:
    """One speaker a person or organisation, in the order in which they first speak.

    The person with the most attributed text is main.
    """
    by_speaker: dict[int, list[Said]] = {}
    for one in said:
        by_speaker.setdefault(id(one.who), []).append(one)
    people = (own for own in by_speaker.values() if own[0].who.kind == "person")
    main = max(people, key=_length, default=None)
    home = _home(named)
    return tuple(
        _speaker(tokens, own[0].who, own, vocabulary, main=own is main, home=home) for own in by_speaker.values()
    )


def _length(said: list[Said]) -> int:
    """Characters of what was said."""
    return sum(one.statement.span.end - one.statement.span.start for one in said)


def _home(named: list[Named]) -> str | None:
    """The country that an article is about: the one most of its names of countries, peoples and cities belong to."""
    if len(named) < HOME_NAMES:
        return None
    country, count = Counter(name.country for name in named).most_common(1)[0]
    return country if count >= max(HOME_NAMES, HOME_SHARE * len(named)) else None


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
        country=who.country or (known[1] if known else None) or (home if _serves_a_state(who) else None),
        main=main,
        mentions=tuple(sorted(mentions)),
        statements=tuple(one.statement for one in said),
    )


def _serves_a_state(who: Someone) -> bool:
    """Whether someone's role may be one of the country that the article is about."""
    return bool(who.role) and not who.role_words & INTERNATIONAL and not {"secretary", "general"} <= who.role_words
