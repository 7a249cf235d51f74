"""What was said and by whom in, the speakers of a record out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.extract.homes import Homes
from sco_digest.extract.people import slug_of, spelled
from sco_digest.extract.source import REPORTERS, REPORTING
from sco_digest.extract.tokens import ENDERS
from sco_digest.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Said, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Source, Span, Vocabulary


def without_references(tokens: Tokens, said: list[Said], source: Source | None, language: Language) -> list[Said]:
    """What people say, and of organisations those that have a say in the article.

    A company is a party. The news is a public body's own where the lead or a headline above it names it, and one that
    speaks again is more than a reference; one that the article credits as its source is that alone. A reporter who
    "reports" has written the article.
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
    return [one for one in said if one.who in heard and not _is_byline(one)]


def _is_byline(one: Said) -> bool:
    """Whether words are a reporter's own report: "Osk sold wool, Steppe Life correspondent Anna Weiss reports"."""
    return one.who.role_noun in REPORTERS and one.statement.verb in REPORTING


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
    homes = Homes(tokens, named, language)
    speakers = (
        _speaker(tokens, own[0].who, own, vocabulary, main=own is main, home=homes.of(own[0].who))
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
