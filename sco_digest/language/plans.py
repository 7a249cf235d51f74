"""The form of what a language knows of named projects, and of what is proposed, promised and agreed."""

from __future__ import annotations

from msgspec import Struct

from sco_digest.model import CommitmentKind, ProjectKind  # noqa: TC001  (msgspec reads the annotations)


class ProjectWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text names a project, lower case."""

    heads: dict[ProjectKind, frozenset[str]]
    """The nouns that such a name ends in, by kind."""
    plants: frozenset[str]
    """Those of them that are of that kind only behind one of `powers`: a power "station"."""
    powers: frozenset[str]
    undertakings: frozenset[ProjectKind]
    """Kinds of what people undertake, whose noun may stand behind another name: the Nurek dam "project"."""
    routes: frozenset[ProjectKind]
    """Kinds that are named by the countries at their ends: the China–Europe "railway"."""
    sites: frozenset[ProjectKind]
    """Kinds that are named by one town: Aktau "port"."""
    works: frozenset[ProjectKind]
    """Kinds that one name before a noun in lower case is enough for: the Suez "canal"."""
    between: frozenset[str]
    """Words in lower case between a name and its noun: the Mir "payment" system."""
    generic: frozenset[str]
    """Words with a capital that by themselves make no name: "Central" Bank."""
    opening: frozenset[str]
    """Those that are no part of a name at the head of a sentence: "New" Nurek bridge opens."""
    leading: frozenset[str]
    """Words in capitals or not that stand before a name and are never part of it."""
    links: frozenset[str]
    """Words before the rest of a name: Centre "for" Lake Studies."""
    never: frozenset[str]
    """Names of something else: the West Bank."""
    central: frozenset[str]
    """Words before a bank that is that of a state: "Central" Bank of Orm."""
    not_last: frozenset[str]
    """Legal forms, which are no part of a name."""
    not_first: frozenset[str]
    """Words with which the name of something else begins: "Operation" Salt Road."""
    not_behind: frozenset[str]
    """Words before a title in quotation marks that show that it is shown or heard: the "television" programme."""
    spaces: frozenset[str]
    """Words behind a noun in lower case that make it part of another noun: the bank "account"."""
    known: dict[str, ProjectKind]
    """Names that end in a noun of another kind: the Digital Silk Road."""


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of verbs that tell of one kind of commitment, and what can follow them."""

    kind: CommitmentKind
    forms: frozenset[str]
    followed: frozenset[str]
    """Of these: "to" (an infinitive), "doing", "doing to" ("to" and that), "noun", "sum", "clause" (with "that"),
    "that" (a clause with "should" or "will"), "for" (an action) and "on"."""


class CommitmentWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text tells what is to be done, lower case."""

    active: tuple[Plan, ...]
    """Verbs whose subject proposes or commits."""
    impersonal: dict[str, CommitmentKind]
    """Participles behind "it was"."""
    future: frozenset[str]
    """The auxiliary of what will be done."""
    do: frozenset[str]
    """Plain forms of verbs for what somebody sets out to do: will "build"."""
    doing: frozenset[str]
    """Their forms in -ing: proposed "building"."""
    done: frozenset[str]
    """Their participles: will be "built"."""
    actions: frozenset[str]
    """Nouns for the same: called for the "construction" of."""
    signing: frozenset[str]
    """Verbs whose object is an agreement."""
    signed: frozenset[str]
    """The same behind "was" and "were"."""
    pacts: frozenset[str]
    """Nouns for what is signed or reached."""
    pact_links: frozenset[str]
    """Words behind those before what is agreed."""
    agents: frozenset[str]
    """Nouns, beside those of offices and organisations, for those who can commit themselves."""
    no_agents: frozenset[str]
    """Nouns of those sections that cannot."""
    people: frozenset[str]
    """Nouns for people who promise and plan, and of whom "will" only tells what is to come: "farmers will pay less"."""
    pronouns: frozenset[str]
    """Pronouns of those who can."""
    ours: frozenset[str]
    """Those of the one who speaks."""
    auxiliaries: frozenset[str]
    """Words between a subject and its verb."""
    unreal: frozenset[str]
    """Those of them behind which nothing is proposed or promised: "would" build."""
    negations: frozenset[str]
    be: frozenset[str]
    it: frozenset[str]
    relative: frozenset[str]
    """Pronouns that stand for a subject before them."""
    doubting: frozenset[str]
    """Words before a clause that say that it is only hoped for, feared or denied."""
    conditions: frozenset[str]
    stops: frozenset[str]
    """Words at which what is proposed ends."""
    new_subjects: frozenset[str]
    """Words behind "and" with which another clause begins."""
    due: frozenset[str]
    """Words before the time at which something is to be done."""
    plain: frozenset[str]
    """Plain verbs that other sections list among the words that end a noun phrase."""
    denials: frozenset[str]
    """Words before a verb that deny it."""
    no_object: frozenset[str]
    """Words behind a verb that are not what is done: will "open at" noon."""
    now: frozenset[str]
    """Auxiliaries of what is so now: "is" planning, "has" decided."""
    weighed: frozenset[str]
    """Verbs that without such an auxiliary tell, of one person, what is over: he "decided" to leave."""
    plural: frozenset[str]
    """Verbs that with a name before them are nouns: the US "plan" to."""
    also_nouns: frozenset[str]
    """Verbs that with a noun without article before them are nouns: government "plans" to."""
    partial: frozenset[str]
    """Words that end what is proposed only before one of `opening`: act "as" mediator, "as" the bank falls."""
    opening: frozenset[str]
    joins: frozenset[str]
    """Words behind which a clause with a subject of its own can begin."""
    hanging: frozenset[str]
    """Words that what is proposed cannot end with."""
    adverbs: frozenset[str]
    """Words between a verb and what is proposed: agreed "early today" to."""
    planning: frozenset[str]
    """Participles behind "is" of somebody who intends something."""
    counting: frozenset[str]
    """Words before a plural that say how many there are: "both" sides."""
