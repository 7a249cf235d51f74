"""Cues with their people and quotations in, the statements of people and organisations out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sco_digest.extract.before_verb import HOLDING
from sco_digest.extract.embedded import is_of_another
from sco_digest.extract.frame import Frames
from sco_digest.extract.interviews import answers, meets, named_turns, titled_turns, untaken
from sco_digest.extract.readings import Attributed, Cue, Said
from sco_digest.extract.resolve import resolve
from sco_digest.extract.segments import segments_of
from sco_digest.model import Span, Statement

if TYPE_CHECKING:
    from sco_digest.extract.quotes import Quote
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech

DIRECT_SHARE: Final = 0.4
"""Share of a statement's tokens that stand in a quotation from which it counts as direct."""
INFERRED: Final = 0.8
"""Confidence of a passive without agent, or of a quotation without a cue, that is given to the speaker before it."""
SURE: Final = {"none": INFERRED, "pronoun": 0.85, "body": 0.85, "other": 0.85}
"""Confidence by the form of a source: "he" or "the company" is one of those named before; 1 for the others."""
TITLED: Final = 0.9
"""Confidence in what a headline gives to one of those who speak in the text."""
CLAUSE: Final = 3
"""Tokens with the comma before it that a clause has more of."""
VIEW: Final = 0.85
"""Confidence where nothing is quoted and the verb tells of a view or an act as well: thanked, called, proposed."""


def attribute(
    tokens: Tokens, cues: list[Cue], quotes: list[Quote], people: list[Someone], language: Language
) -> list[Said]:
    """The statements of people and organisations, in the order of the text, without what nobody in particular says."""
    resolved = resolve(tokens, cues, people, language)
    everyone, people = people, [person for person in people if person.kind == "person" and person.name]
    speech = [quote for quote in quotes if quote.speech]
    frames = Frames(tokens, everyone, speech, language)
    segments = segments_of(tokens, resolved, quotes, frames)
    said = [
        _statement(tokens, each, one, segment, speech, words=language.speech, frame=frames.of(each, *segment))
        for (cue, who), segment in zip(resolved, segments, strict=True)
        for each, one in (*_also(cue), (cue, who))
        if one and one.name
    ]
    free = [quote for quote in speech if not meets(quote.first, quote.last, segments)]
    turns = _named_turns(tokens, people, said)
    apart = _ranges(turns)
    colons = _after_colons(tokens, people, free, language.speech)
    brought = turns + [one for one in colons if not meets(one.first, one.last, apart)]
    brought += _turns(tokens, people, {one.who for one in said}, _ranges(said + brought), language)
    said = sorted([one for one in said if not _tells_nothing(tokens, one)] + brought, key=lambda one: one.first)
    taken = _ranges(said)
    return _going_on(tokens, said, [quote for quote in free if not meets(quote.first, quote.last, taken)])


def _tells_nothing(tokens: Tokens, one: Said) -> bool:
    """Whether a statement is no more than "Weiss said" behind what was given to another cue of its sentence."""
    if one.first == tokens.sentences[tokens.sentence_of[one.first]][0]:
        return False
    told = (one.statement.cue, one.statement.source)
    rest = (tokens.starts[i] for i in range(one.first, one.last) if tokens.words[i][0].isalnum())
    return all(any(span.start <= start < span.end for span in told) for start in rest)


def _ranges(said: list[Said]) -> list[tuple[int, int]]:
    """The tokens of each statement, in order."""
    return sorted([(one.first, one.last) for one in said])


def _also(cue: Cue) -> list[tuple[Cue, Someone | None]]:
    """A cue for each of those who say something together, but for the last of them."""
    return [(cue.of(other), other.who) for other in reversed(cue.source.also)]


def _statement(
    tokens: Tokens,
    cue: Cue,
    who: Someone,
    segment: tuple[int, int],
    speech: list[Quote],
    *,
    words: Speech,
    frame: list[tuple[int, int]],
) -> Said:
    first, last = segment
    # the quotation before a sentence that begins with its verb is its own
    opens = cue.first == first and not _tells(tokens, cue, last)
    touching = _quotes_in(speech, first - 1 if opens else first, last)
    direct = False
    if touching and not is_of_another(tokens, cue.first, touching[0].first, who, words):
        whole_first, whole_last = min(first, touching[0].first), max(last, touching[-1].last)
        share = sum([quote.last - quote.first for quote in touching]) / (whole_last - whole_first)
        direct = share >= DIRECT_SHARE or any(_stands_alone(tokens, quote, cue, first) for quote in touching)
        if direct:
            first, last = whole_first, whole_last
    sure = SURE.get(cue.source.form, 1.0)
    if tokens.lower[cue.first] in words.remark and not touching:
        sure = min(VIEW, sure)  # nothing is quoted, and the verb can tell of an act as well
    apart = tuple(tokens.span(*told) for told in frame)
    return Said(who, _made(tokens, cue, first, last, direct=direct, confidence=sure), first, last, apart)


def _tells(tokens: Tokens, cue: Cue, last: int) -> bool:
    """Whether a phrase brings a clause behind its source: "According to him, trade is growing."."""
    comma = cue.source.last
    phrase = cue.last - cue.first > 1 and cue.source.first >= cue.last
    return phrase and last - comma > CLAUSE and tokens.words[comma] == ","


def _stands_alone(tokens: Tokens, quote: Quote, cue: Cue, first: int) -> bool:
    """Whether a quotation is all that was said: it opens the statement, or a colon or comma brings it."""
    return quote.first <= first or quote.first == cue.last or tokens.words[quote.first - 1] in (":", ",")


def _quotes_in(speech: list[Quote], first: int, last: int) -> list[Quote]:
    """The quotations that meet tokens `first` to `last`; they are in order and do not overlap."""
    end = begin = bisect_right(speech, last - 1, key=lambda quote: quote.first) if speech else 0
    while begin and speech[begin - 1].last > first:
        begin -= 1
    return speech[begin:end]


def _made(tokens: Tokens, cue: Cue, first: int, last: int, *, direct: bool, confidence: float) -> Statement:
    return Statement(
        span=tokens.span(first, last),
        kind="direct" if direct else "indirect",
        verb=" ".join(tokens.surface(cue.first, cue.last).split()),
        cue=tokens.span(cue.first, cue.last),
        source=tokens.span(cue.source.first, cue.source.last),
        confidence=confidence,
    )


def _after_colons(tokens: Tokens, people: list[Someone], free: list[Quote], speech: Speech) -> list[Said]:
    """Quotations that a name and a colon bring in without a verb of saying: "Yuldoshev was blunt: ..."."""
    mentions = {m.last: (m, person) for person in people if person.known for m in person.mentions}
    found = []
    for quote in free:
        colon = quote.first - 1
        first = tokens.sentences[tokens.sentence_of[colon]][0] if colon > 0 and tokens.words[colon] == ":" else colon
        named = next((mentions[end] for end in range(colon, first, -1) if end in mentions), None)
        if named is None or (named[0].start and tokens.lower[named[0].start - 1] in HOLDING):
            continue  # "To Petrov the envoy was blunt: ..."
        mention, who = named
        apposed = mention.end > mention.last and tokens.words[mention.end] == ","
        told = mention.end + 1 if apposed else mention.last
        of_another = is_of_another(tokens, told, quote.first, who, speech)
        if not {",", ";"} & set(tokens.words[told:colon]) and not of_another:
            source = Attributed(mention.first, mention.last, who, "name")
            cue = Cue(min(told, colon), max(colon, told + 1), source)
            made = _made(tokens, cue, first, quote.last, direct=True, confidence=INFERRED)
            found.append(Said(who, made, first, quote.last))
    return found


def _tokens_beside(tokens: Tokens, quote: Quote) -> bool:
    """Whether the sentences of a quotation hold words outside it."""
    first = tokens.sentences[tokens.sentence_of[quote.first]][0]
    last = tokens.sentences[tokens.sentence_of[quote.last - 1]][1]
    return any(word[0].isalpha() for word in (*tokens.words[first : quote.first], *tokens.words[quote.last : last]))


def _named_turns(tokens: Tokens, people: list[Someone], said: list[Said]) -> list[Said]:
    """What is said in the turns of a transcript; what others are quoted with there is theirs.

    "Orlov: We know that. As Lorn said, it is late. Nobody will come."
    """
    found = []
    taken, said = _ranges(said), sorted(said, key=lambda one: one.first)
    for who, cue, begin, end in named_turns(tokens, people):
        place = bisect_left(said, begin, key=lambda one: one.first)
        within = said[place : bisect_left(said, end, key=lambda one: one.first)]
        for first, last in untaken(tokens, begin, end, taken) if who not in {one.who for one in within} else ():
            found.append(Said(who, _made(tokens, cue, first, last, direct=True, confidence=1.0), first, last))
    return found


def _turns(
    tokens: Tokens, people: list[Someone], spoken: set[Someone], taken: list[tuple[int, int]], language: Language
) -> list[Said]:
    """What is said in turns by those whose names open the headline, and in answer to questions."""
    found = []
    for who, cue, first, last in titled_turns(tokens, people, spoken, language):
        if not meets(first, last, taken):
            found.append(Said(who, _made(tokens, cue, first, last, direct=False, confidence=TITLED), first, last))
    for who, cue, begin, end in answers(tokens, people, language.speech):
        for first, last in untaken(tokens, begin, end, taken):
            made = _made(tokens, cue, first, last, direct=True, confidence=INFERRED)
            found.append(Said(who, made, first, last))
    return found


def _going_on(tokens: Tokens, said: list[Said], free: list[Quote]) -> list[Said]:
    """Statements with the quotations that no cue reports.

    In the paragraph of a statement, right behind it, its quotation goes on; at the head of the next paragraph a running
    quotation does.
    """
    for quote in free:
        place = bisect_right(said, quote.first, key=lambda one: one.last) - 1
        if place < 0:
            continue
        one = said[place]
        if _tokens_beside(tokens, quote):
            continue  # someone else is named beside it
        ended, begins = tokens.sentence_of[one.last - 1], tokens.sentence_of[quote.first]
        apart = tokens.paragraph_of(begins) - tokens.paragraph_of(ended)
        if apart == 0 and begins <= ended + 1:
            span = Span(one.statement.span.start, tokens.ends[quote.last - 1])
            statement = replace(one.statement, span=span, kind="direct")
            said[place] = Said(one.who, statement, one.first, quote.last, one.frame)
        elif apart == 1 and tokens.sentences[tokens.paragraphs[tokens.paragraph_of(begins)][0]][0] == quote.first:
            follow = replace(
                one.statement, span=tokens.span(quote.first, quote.last), kind="direct", confidence=INFERRED
            )
            said.insert(place + 1, Said(one.who, follow, quote.first, quote.last))
    return said
