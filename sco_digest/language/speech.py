"""The form of the words of speech: how a text says that someone said something, and whom it credits."""

from __future__ import annotations

from msgspec import Struct


class Speech(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text says that someone said something. Inflected forms are listed, lower case."""

    in_headlines: frozenset[str]
    """Verbs of what someone says is so, as a headline has them."""
    listed: frozenset[str]
    """What a headline counts rather than says: five "things" to know."""
    rebutting: frozenset[str]
    """Verbs with words of their own behind them, whatever another said before: "responded to what Petrov said:"."""
    spoken: frozenset[str]
    """Nouns for what someone repeats as his own: "repeated the message"."""
    say: frozenset[str]
    """Verbs that report words whoever their subject is, finite forms."""
    say_participles: frozenset[str]
    """Their forms in -ing."""
    remark: frozenset[str]
    """Verbs that report a view or a topic where a person is their subject."""
    agentive: frozenset[str]
    """Verbs that only someone who speaks can have as subject."""
    meaning: frozenset[str]
    """Verbs that tell what somebody thinks or wants, which others can tell of them."""
    nouns: frozenset[str]
    """Nouns that report words."""
    activity: frozenset[str]
    """Those of them by which an organisation does something rather than says something."""
    passive: frozenset[str]
    """Participles that report after "was", "were", "it was"."""
    auxiliaries: frozenset[str]
    """Words that may stand between a subject and its verb."""
    be: frozenset[str]
    """Forms of "be" that make a passive."""
    according: tuple[tuple[str, ...], ...]
    """Phrases before a source, word by word."""
    in_words: frozenset[str]
    """Nouns after a possessive source: in his "words"."""
    by_words: frozenset[str]
    """The same after "by": by his "count"."""
    he: dict[str, str]
    """Pronouns of one person, to "m" or "f"."""
    others: frozenset[str]
    """Pronouns that stand for no known person."""
    adding: frozenset[str]
    """Verbs that tell no words before a number."""
    only_with: dict[str, frozenset[str]]
    """Verbs that report only with one of certain words behind them."""
    evidence: frozenset[str]
    """Nouns for what shows something: his "models"."""
    showing: frozenset[str]
    """Verbs that say what it shows."""
    finding: frozenset[str]
    """Verbs that report where a judge is their subject."""
    judges: frozenset[str]
    """Those whose findings are reported."""
    declared: frozenset[str]
    """What is so by being declared."""
    nothing: frozenset[str]
    """What is said where nothing is."""
    behind_nothing: frozenset[str]
    """Words behind it that begin no clause."""
    plural: frozenset[str]
    """Verbs of saying with several people as subject, which with one are no finite forms."""
    states: frozenset[str]
    """Adjectives that report a view: is "convinced" that."""
    opening: frozenset[str]
    """Words that open what someone is convinced of."""
    addressed: frozenset[str]
    """Verbs behind which the listener stands and never the subject."""
    called: frozenset[str]
    """What is called without anything being said of it."""
    tabled: frozenset[str]
    """What is put forward or come forward with by who says it."""
    idioms: dict[str, frozenset[str]]
    """Verbs that report only with certain words around them, each to those."""
    turns: dict[str, bool]
    """Labels before the paragraphs of an interview, to whether an answer stands behind them."""
    interviews: frozenset[str]
    """Words for an interview."""
    answering: frozenset[str]
    """Verbs before "questions"."""
    questions: frozenset[str]
    speaking: frozenset[str]
    """Verbs before "to us" or "with the Herald"."""
    told_us: frozenset[str]
    """Verbs before "us"."""
    to_us: frozenset[str]
    first_person: frozenset[str]
    """Words by which someone speaks of themselves."""
    asides: frozenset[str]
    """Words that open an aside between a subject and its verb."""
    listing: frozenset[str]
    """Words behind a comma that bring in one of several."""
    no_present_after: frozenset[str]
    """Words behind which a form in -s is a noun."""
    before_called: frozenset[str]
    """Words before what is called."""
    behind_called: frozenset[str]
    """Words behind a person who is only called."""
    before_figure: frozenset[str]
    """Words and signs before a figure, beside digits."""
    no_as: frozenset[str]
    """Words behind an "as" that compares or opens a clause."""
    quoting: frozenset[str]
    """Forms by which one quotes another."""
    rereading: frozenset[str]
    """Verbs for giving the words of a text or of another."""
    texts: frozenset[str]
    """Nouns for such words."""
    writing: frozenset[str]
    """Forms of verbs by which someone tells something in the words of another: "had written"."""
    told: frozenset[str]
    """Verbs whose listener stands behind them."""
    outlets: frozenset[str]
    """News agencies and papers known by one word."""
    papers: frozenset[str]
    """Nouns beside the name of an outlet, in lower case."""
    press_offices: frozenset[str]
    agency_forms: frozenset[str]
    """Short forms of "news agency" beside the name of one."""
    press_nouns: frozenset[str]
    """Together a press office: the "press" or "information" "service" or "department"."""
    documents: frozenset[str]
    """What a body publishes."""
    documents_of: frozenset[str]
    """Those that are "of" the one who made them, not of what they treat."""
    published: frozenset[str]
    """Forms of the verbs that tell who published a document."""
    domains: frozenset[str]
    """Endings of addresses."""
    press_things: frozenset[str]
    """Words behind the name of an outlet whose news something is."""
    foreign_papers: frozenset[str]
    """Such words of other languages, which are no surnames."""
    outlet_nouns: frozenset[str]
    """Words in the name of an outlet or press office."""
    office_nouns: frozenset[str]
    """Words in the name of a body that issues news of its own."""
