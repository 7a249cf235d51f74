"""Cues and people in, each cue with the person behind its name, pronoun or role out."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sco_digest.extract.by_role import by_role
from sco_digest.extract.come_back import RecentOrganisations
from sco_digest.extract.openers import find_opener, is_scene, stranger
from sco_digest.extract.outermost import outermost
from sco_digest.extract.readings import Attributed, Mention
from sco_digest.extract.recent import RecentPeople, nobody

if TYPE_CHECKING:
    from sco_digest.extract.readings import Cue, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

INFERRED: Final = frozenset({"pronoun", "role", "body", "other"})  # become mentions of who is found to be meant


def resolve(
    tokens: Tokens, cues: list[Cue], people: list[Someone], language: Language
) -> list[tuple[Cue, Someone | None]]:
    """Each cue with who speaks, or None for someone unnamed, cues inside reported clauses left out.

    People grow on the way: a pronoun or role that is resolved becomes a mention of its person.
    """
    resolved = _with_people(tokens, outermost(tokens, cues, language), people, language)
    return _with_lists(tokens, resolved)


def _with_people(
    tokens: Tokens, cues: list[Cue], people: list[Someone], language: Language
) -> list[tuple[Cue, Someone | None]]:
    """Names as they are; pronouns and roles by who was spoken of before them."""
    mentions = [(mention.first, mention, one) for one in people for mention in one.mentions]
    mentions.sort(key=itemgetter(0), reverse=True)
    found: list[tuple[Cue, Someone | None]] = []
    recent, bodies = RecentPeople(language), RecentOrganisations(tokens, language)
    alike = -2  # the sentence in which one spoke whose name can be a firm's or a person's
    person_spoke = True  # who spoke last is a person, or nobody spoke yet
    for cue in sorted(cues, key=lambda cue: cue.source.first):
        source = cue.source
        while mentions and mentions[-1][0] < source.first:
            _, mention, one = mentions.pop()
            if one.kind == "person":
                recent.mention(tokens, mention, one)
            else:
                bodies.mention(mention, one)
        agentive = tokens.lower[cue.first] in language.speech.agentive
        who = _organisation(tokens, source, bodies, agentive=agentive) or _speaker(tokens, source, recent, language)
        if source.form == "pronoun" and not person_spoke and tokens.lower[cue.first] == "according":
            who = who if _is_only(who, recent, language.speech.he.get(tokens.lower[source.first], "")) else None
        if source.form == "pronoun" and tokens.sentence_of[source.first] - alike <= 1:
            who = nobody()  # "Tour operator Xeno Lorn said ... He": the name can be somebody's
        alike = _alike(tokens, source, language, alike)
        body = who if who is not None and who.kind == "organisation" else None
        bodies.speak(body, source.first)
        person_spoke = who is not None and not body
        if who is not None:
            if not body:
                recent.speak(who, source.first)
            if source.form in INFERRED:
                who.mentions.append(Mention(source.first, source.last, source.first, source.last))
        found.append((cue, who if who and who.name else None))
    return sorted(found, key=lambda pair: pair[0].first)


def _alike(tokens: Tokens, source: Attributed, language: Language, before: int) -> int:
    """The sentence of a source that only a noun for a firm shows to be one, else `before`: "Operator Xeno Lorn"."""
    shown = source.form == "organisation" and tokens.lower[source.first - 1] in language.organisations.companies
    return tokens.sentence_of[source.first] if shown and source.last - source.first > 1 else before


def _organisation(tokens: Tokens, source: Attributed, recent: RecentOrganisations, *, agentive: bool) -> Someone | None:
    if source.form == "organisation":
        return source.who
    if source.form == "body":
        return recent.by_noun(source)
    alone = source.form == "other" and source.last == source.first + 1 and tokens.lower[source.first] == "it"
    return recent.by_it(source) if alone and agentive else None


def _person(tokens: Tokens, source: Attributed, recent: RecentPeople, language: Language) -> Someone | None:
    if source.form == "pronoun":
        gender = language.speech.he.get(tokens.lower[source.first], "")
        opener = find_opener(tokens, source.first, recent.named, language)
        if opener:
            who = by_role(tokens, opener, recent, language) if opener.form == "role" else None
            who = who or (recent.sole(tokens, -1) if is_scene(tokens, opener) else None)
            return who if who and who.gender in ("", gender) else nobody()
        return _by_pronoun(recent, gender)
    if source.form == "role":
        return by_role(tokens, source, recent, language) or nobody()
    if source.form == "unnamed" and tokens.lower[source.first] in language.speech.press_offices:
        return None  # no "she" comes back to a press service
    if source.form == "unnamed":
        recent.unnamed.update(tokens.lower[source.first : source.last])
        return nobody()
    unknown = stranger(tokens, source.first, source.last, language) if source.form == "other" else None
    return source.who if unknown is None else nobody(unknown)


def _speaker(tokens: Tokens, source: Attributed, recent: RecentPeople, language: Language) -> Someone | None:
    """Who speaks; someone who is quoted is not the one who quotes: "Petrov quoted him as saying"."""
    if source.quoter is None:
        return _person(tokens, source, recent, language)
    by = _person(tokens, source.quoter, recent, language)
    gender = language.speech.he.get(tokens.lower[source.first], "")
    pronoun = source.form == "pronoun"
    who = _by_pronoun(recent, gender, apart=by) if pronoun else _person(tokens, source, recent, language)
    return who if who is not None and who is not by else nobody(gender)


def _is_only(who: Someone | None, recent: RecentPeople, gender: str) -> bool:
    """Whether nobody else can be meant by "him": "the ministry said ... According to him, ...", after Petrov alone."""
    return [one for one in reversed(recent) if one.gender in ("", gender)] == [who]


def _by_pronoun(recent: RecentPeople, gender: str, apart: Someone | None = None) -> Someone | None:
    """The person last spoken of whose gender is not known to differ, `apart` from one."""
    who = next((one for one in reversed(recent) if one.gender in ("", gender) and one is not apart), None)
    if who is not None and not who.gender:
        who.gender = gender
    return who


def _with_lists(tokens: Tokens, resolved: list[tuple[Cue, Someone | None]]) -> list[tuple[Cue, Someone | None]]:
    """Passives without agent in a list go to the speaker whose sentence, ended by a colon, opens the list.

    Their source is that speaker's last mention before them; the list ends where anyone else speaks.
    """
    found: list[tuple[Cue, Someone | None]] = []
    opener: tuple[Cue, Someone] | None = None
    for cue, who in resolved:
        if cue.source.form == "none" and opener:
            said = opener[0].source
            found.append((cue.of(Attributed(said.first, said.last, said.who, "none", said.also)), opener[1]))
            continue
        colon = tokens.words[tokens.sentences[tokens.sentence_of[cue.first]][1] - 1] == ":"
        opener = (cue, who) if who and colon else None if cue.source.form != "none" else opener
        found.append((cue, who))
    return found
