"""Every type that crosses a wall of the house, frozen: what one stage hands to the next.

Offsets are code points into the text of the article they belong to; `text[start:end]` is the surface. The words in
`Meta(description=...)` are the documentation of a field for the reader here and in the published JSON Schema. What is
frozen can hold nothing that holds it: Python need not look for circles through the parts of a record (`gc=False`).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path  # noqa: TC003  # the types of fields are read
from typing import Annotated, Literal, Protocol

from msgspec import Meta, Struct, field, msgpack

Slug = Annotated[str, Meta(description="name in URLs: lower-case ASCII words joined by hyphens")]
IsoDate = Annotated[str, Meta(description="calendar date, YYYY-MM-DD")]
Confidence = Annotated[
    float, Meta(ge=0, le=1, description="how sure the rule is; under 1 it is a reading, not a quote")
]
Kind = Literal[
    "percent",
    "multiple",
    "money",
    "count",
    "duration",
    "age",
    "distance",
    "area",
    "mass",
    "volume",
    "energy",
    "temperature",
    "other",
]
Bound = Literal["=", "~", "<", ">"]
Direction = Literal["up", "down"]
SpeakerKind = Literal["person", "organisation"]
ProjectKind = Literal[
    "railway",
    "road",
    "highway",
    "corridor",
    "pipeline",
    "canal",
    "port",
    "bridge",
    "tunnel",
    "dam",
    "power plant",
    "bank",
    "fund",
    "system",
    "platform",
    "initiative",
    "programme",
    "project",
    "centre",
    "university",
    "zone",
    "exchange",
    "network",
]
CommitmentKind = Literal["proposal", "commitment", "agreement"]
Part = Literal[
    "home",
    "articles",
    "article",
    "topics",
    "topic",
    "countries",
    "country",
    "speakers",
    "speaker",
    "statistics",
    "series",
    "over_time",
    "projects",
    "project",
    "proposals",
    "archive",
    "archive_year",
    "archive_month",
    "digests",
    "digest",
    "prose",
    "data",
    "search",
    "not_found",
    "own_feeds",
]
"""What a site may have: each kind of page, and feeds of topics, speakers, countries, projects and digests."""


class Span(Struct, frozen=True, gc=False, array_like=True, order=True):
    """Where something stands in the text of its article: code points, the end not included."""

    start: int
    end: int


# ---- read ----------------------------------------------------------------------------------------------------------


class Header(Struct, frozen=True, gc=False):
    """A fact that the file itself states beside the text: a `date` prefix, a line of front matter, a key of JSON."""

    key: str
    value: str
    span: Span | None = None
    """Where the value stands in the document's text; None where it does not (a key of JSON)."""
    line: int = 1
    """Line of the file on which it stands, from 1."""


class Outline(Struct, frozen=True, gc=False, kw_only=True):
    """All that there is to know of one article as it came, but its text."""

    id: str
    """The `id` of a JSON line, else the path without its ending, with `#2` and on for further articles of one file."""
    path: str
    """The file relative to the seeds folder, with `/`; `#2` and on as in the id."""
    file: str
    """The file as the user knows it, for messages."""
    line: int
    """Line of the file on which this article begins, from 1."""
    sha256: str
    """SHA-256 of the text in UTF-8, hexadecimal."""
    body: int
    """Offset at which the article itself begins."""
    headers: tuple[Header, ...] = ()


class Document(Outline, frozen=True, gc=False, kw_only=True):
    """One article as it came, and the facts stated beside it."""

    text: str
    """Exactly as decoded, headers included."""

    def outline(self) -> Outline:
        """All of it but the text."""
        return Outline(**{name: getattr(self, name) for name in Outline.__struct_fields__})


class Problem(Struct, frozen=True, gc=False):
    """Something in the input that the user can put right; the rest goes on without it."""

    path: str
    line: int
    message: str
    mend: str = ""
    passing: Annotated[
        bool, Meta(description="whether it may be gone though nothing changes, as where a file could not be read")
    ] = False


class SeedFile(Struct, frozen=True, gc=False):
    """What was read of one file of texts."""

    path: str
    """Relative to the seeds folder, with `/`; as the user knows it, where it is none of them."""
    state: tuple[int, ...] = ()
    """What it was told by when it was read (`standing.state`); empty where nobody could read it."""
    articles: tuple[Outline, ...] = ()
    """With their texts, where it was read now."""
    problems: tuple[Problem, ...] = ()


# ---- extract: the published contract --------------------------------------------------------------------------------


class Date(Struct, frozen=True, gc=False):
    """The day of publication."""

    value: IsoDate
    span: Annotated[Span | None, Meta(description="null where the date was given beside the text")] = None


class Headline(Struct, frozen=True, gc=False):
    """What the article is called."""

    text: str
    span: Annotated[
        Span | None, Meta(description="the words of the text it was taken from; null where given beside the text")
    ] = None
    derived: Annotated[bool, Meta(description="true where it was cut from the lead and is not a line of its own")] = (
        False
    )


class Source(Struct, frozen=True, gc=False):
    """The outlet, agency or press office that the text credits."""

    name: str
    span: Annotated[Span | None, Meta(description="null where given beside the text")] = None


class Statement(Struct, frozen=True, gc=False, kw_only=True):
    """What a speaker is reported to have said."""

    span: Annotated[Span, Meta(description="the words that report it, quotation marks included")]
    kind: Literal["direct", "indirect"]
    verb: Annotated[str, Meta(description="the reporting verb or phrase as it stands")]
    cue: Annotated[Span, Meta(description="where the reporting verb stands")]
    source: Annotated[Span, Meta(description="the mention that the statement is attributed to")]
    confidence: Confidence = 1.0


class Speaker(Struct, frozen=True, gc=False, kw_only=True):
    """A person or organisation to whom the article attributes a statement."""

    slug: Slug
    name: Annotated[str, Meta(description="the fullest form in the text, without title")]
    kind: Annotated[SpeakerKind, Meta(description="an organisation has no role and is never main")] = "person"
    role: Annotated[str | None, Meta(description="the title as the text gives it")] = None
    country: Annotated[str | None, Meta(description="ISO 3166-1 alpha-2, where the text lets one tell")] = None
    main: Annotated[bool, Meta(description="true for the one with the most attributed text, for at most one")] = False
    mentions: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()


class PolicyArea(Struct, frozen=True, gc=False):
    """A field of policy that the article treats with substance."""

    slug: Slug
    score: Annotated[float, Meta(description="weight of the cues found; comparable inside one article")]
    evidence: Annotated[tuple[Span, ...], Meta(description="the cue words")]
    confidence: Confidence = 1.0


class Subject(Struct, frozen=True, gc=False):
    """What a figure measures."""

    text: str
    span: Span


class Period(Struct, frozen=True, gc=False):
    """The time that a figure speaks of."""

    start: Annotated[str, Meta(description="ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD")]
    end: Annotated[
        str, Meta(description="of the same form, or the day of publication; equal to start for one of either")
    ]
    span: Annotated[Span | None, Meta(description="the words that give it")] = None
    inferred: Annotated[
        bool, Meta(description="true where the year is not in those words but follows from the date")
    ] = False


class Place(Struct, frozen=True, gc=False):
    """A country or city named in the text."""

    country: Annotated[str, Meta(description="ISO 3166-1 alpha-2")]
    name: Annotated[str, Meta(description="as it stands")]
    span: Span


class Statistic(Struct, frozen=True, gc=False, kw_only=True):
    """A quantity that measures something."""

    surface: Annotated[str, Meta(description="the exact characters, as short as value and unit need")]
    span: Span
    sentence: Annotated[Span, Meta(description="the sentence it stands in")]
    value: Annotated[float | None, Meta(description="with the scale applied; null for a range or a vague amount")] = (
        None
    )
    low: Annotated[float | None, Meta(description="lower end of a range")] = None
    high: Annotated[float | None, Meta(description="upper end of a range")] = None
    origin: Annotated[float | None, Meta(description="the value it changed from")] = field(default=None, name="from")
    unit: Annotated[
        str,
        Meta(description="percent, percentage point, fold, an ISO 4217 code, a unit or counted noun in the singular"),
    ]
    per: Annotated[
        str | None, Meta(description="what it is a rate per, where the unit does not say so: barrel in $48 a barrel")
    ] = None
    kind: Kind
    bound: Annotated[Bound, Meta(description="= as given, ~ about, < at most, > at least")] = "="
    direction: Annotated[Direction | None, Meta(description="where the text says that it rose or fell")] = None
    subject: Subject | None = None
    period: Period | None = None
    compared: Annotated[Period | None, Meta(description="the time that it is compared with, as in year on year")] = None
    place: Annotated[Place | None, Meta(description="the country or city that it is of")] = None
    speaker: Annotated[Slug | None, Meta(description="who gave the figure")] = None
    policy_areas: Annotated[tuple[Slug, ...], Meta(description="the areas with evidence in its sentence")] = ()
    confidence: Confidence = 1.0


class Project(Struct, frozen=True, gc=False, kw_only=True):
    """A project or initiative that the text calls by a name of its own."""

    slug: Slug
    name: Annotated[str, Meta(description="the fullest form in the text, without article and abbreviation")]
    kind: Annotated[ProjectKind, Meta(description="what the noun of the name says that it is")]
    mentions: Annotated[tuple[Span, ...], Meta(description="where it is named, in the order of the text")]


class Phrase(Struct, frozen=True, gc=False):
    """Words of the text that tell who or what."""

    text: str
    span: Span


class Commitment(Struct, frozen=True, gc=False, kw_only=True):
    """Something that is proposed, promised, planned or agreed, and not yet done."""

    span: Annotated[Span, Meta(description="the clause that says so, inside one sentence")]
    kind: Annotated[
        CommitmentKind,
        Meta(description="commitment for what somebody will do, agreement for what is agreed or signed"),
    ]
    cue: Annotated[Span, Meta(description="the verb phrase that shows it")]
    who: Annotated[Phrase | None, Meta(description="who proposes or commits; null where that is not said")] = None
    speaker: Annotated[
        Slug | None, Meta(description="of the record: who that is, else who is reported to have told it")
    ] = None
    what: Annotated[Phrase, Meta(description="what is to be done: an infinitive, a clause or a noun phrase")]
    period: Annotated[Period | None, Meta(description="when it is to be done, as in by 2030")] = None
    projects: Annotated[tuple[Slug, ...], Meta(description="the projects of the record that it names")] = ()
    policy_areas: Annotated[tuple[Slug, ...], Meta(description="the areas with evidence in its sentence")] = ()
    confidence: Confidence = 1.0


class Note(Struct, frozen=True, gc=False):
    """A reading of the extractor that a person should look at."""

    field: str
    message: str
    confidence: Confidence = 1.0


class ArticleRecord(Struct, frozen=True, gc=False, kw_only=True):
    """All that was read from one article, each fact with the words it came from."""

    id: str
    path: Annotated[str, Meta(description="the file, relative to the seeds folder")]
    sha256: Annotated[str, Meta(description="of the text in UTF-8")]
    lang: Annotated[str, Meta(description="ISO 639-1; und where it is not that of the rules")]
    text: Annotated[str, Meta(description="exactly as decoded; every offset counts its code points")]
    body: Annotated[int, Meta(description="offset at which the article begins, after a date prefix or front matter")]
    paragraphs: Annotated[tuple[tuple[Span, ...], ...], Meta(description="the sentences of the body, by paragraph")]
    date: Date | None = None
    headline: Headline
    source: Source | None = None
    speakers: tuple[Speaker, ...] = ()
    policy_areas: Annotated[tuple[PolicyArea, ...], Meta(description="best first")] = ()
    statistics: Annotated[tuple[Statistic, ...], Meta(description="in the order of the text")] = ()
    places: Annotated[tuple[Place, ...], Meta(description="in the order of the text")] = ()
    projects: Annotated[tuple[Project, ...], Meta(description="in the order of first mention")] = ()
    commitments: Annotated[tuple[Commitment, ...], Meta(description="in the order of the text")] = ()
    problems: Annotated[tuple[Note, ...], Meta(description="what a person should look at")] = ()
    corrections: Annotated[tuple[str, ...], Meta(description="files of corrections that changed this record")] = ()


class Doubt(Struct, frozen=True, kw_only=True):
    """A fact of low confidence, for a person to confirm or remove by a correction."""

    article: Annotated[str, Meta(description="id of the record")]
    path: Annotated[str, Meta(description="the file, relative to the seeds folder")]
    kind: Annotated[str, Meta(description="statement, figure, commitment or policy area")]
    what: Annotated[
        str,
        Meta(description="speaker of the statement, unit of the figure, kind of the commitment, or slug of the area"),
    ]
    surface: Annotated[str, Meta(description="the words it was read from, on one line")]
    span: Span
    confidence: Confidence
    reason: Annotated[str, Meta(description="why the rule was not sure")]


# ---- load: what people own ------------------------------------------------------------------------------------------


class Limits(Struct, frozen=True, kw_only=True):
    """What an article may ask of the program, and a template too; whatever asks more is set aside and named."""

    characters: int = 1_000_000
    """Of its text."""
    facts: int = 20_000
    seconds: float = 60
    """Time of the processor, for reading it or for making a page."""


class Settings(Struct, frozen=True, kw_only=True):
    """`content/site.yaml`, checked and complete."""

    title: Annotated[str, Meta(description="name of the site")]
    tagline: Annotated[str, Meta(description="one line below the name")] = ""
    description: Annotated[str, Meta(description="two sentences for search engines and feeds")] = ""
    base_url: Annotated[str, Meta(description="address of the site, for feeds, the sitemap and previews")] = ""
    feed_id: Annotated[str, Meta(description="prefix of feed ids, a tag: URI that never changes")] = (
        "tag:sco-digest,2025:site"
    )
    language: Annotated[str, Meta(description="ISO 639-1 code of the interface")] = "en"
    other_languages: Annotated[
        tuple[str, ...], Meta(description="further languages of the interface, each below a folder of its code")
    ] = ()
    publisher: Annotated[str, Meta(description="who publishes the site")] = ""
    report: Annotated[
        str, Meta(description="where readers report an error, with {title}, {url} and {file}; empty: nowhere")
    ] = ""
    encoding: Annotated[str, Meta(description="of seed files that can be read in several ways; empty: refuse them")] = (
        ""
    )
    per_page: Annotated[int, Meta(description="entries on one page of a list", ge=5, le=1000)] = 50
    max_megabytes: Annotated[float, Meta(description="size from which a seed file is set aside", gt=0)] = 10
    max_characters: Annotated[int, Meta(description="length from which an article is set aside", ge=1000)] = (
        Limits().characters
    )
    max_facts: Annotated[int, Meta(description="facts from which an article is set aside", ge=10)] = Limits().facts
    max_seconds: Annotated[
        float, Meta(description="time of the processor after which an article or a page is given up", gt=0)
    ] = Limits().seconds
    search: Annotated[bool, Meta(description="whether the site has a search over the full text")] = True
    parts: Annotated[
        tuple[Part, ...], Meta(description="kinds of pages that are made; empty: all but the list of all articles")
    ] = ()

    @property
    def limits(self) -> Limits:
        """What is more is set aside."""
        return Limits(characters=self.max_characters, facts=self.max_facts, seconds=self.max_seconds)

    def makes(self, part: Part) -> bool:
        """Whether the site has that part."""
        return part in self.parts if self.parts else part != "articles"


class Topic(Struct, frozen=True, kw_only=True):
    """A policy area: what it is called, how it is recognised, where it stands in public taxonomies."""

    slug: Slug
    name: str
    order: int
    """Place in lists, from 1."""
    introduction: str
    """Markdown."""
    strong: tuple[str, ...] = ()
    """Cue words and phrases of which one is enough; a `*` at the end of a word stands for any ending."""
    weak: tuple[str, ...] = ()
    """Cue words and phrases that count for less."""
    never: tuple[str, ...] = ()
    """Phrases in which the cue words mean something else."""
    iptc: tuple[str, ...] = ()
    """IPTC Media Topics, `medtop:` and eight digits."""
    cap: tuple[int, ...] = ()
    """Major topics of the Comparative Agendas Project."""


class Person(Struct, frozen=True, kw_only=True):
    """Someone whose spellings people have joined by hand."""

    slug: Slug
    name: str
    spellings: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None


class AddedPlace(Struct, frozen=True, kw_only=True, cache_hash=True):
    """A country, or a region treated as one, that a site adds to those that the language knows, or adds words to."""

    code: str
    """ISO 3166-1 alpha-2; those that the standard leaves to its users (AA, QM-QZ, XA-XZ, ZZ) serve what it has not."""
    name: str
    """The form that the site shows."""
    spellings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Adjectives and words for its people."""
    cities: tuple[str, ...] = ()


class Prose(Struct, frozen=True, kw_only=True):
    """A page that people wrote."""

    slug: Slug
    """For a page below another, that of the other, `/` and its own."""
    title: str
    markdown: str
    path: str


class Correction(Struct, frozen=True, kw_only=True):
    """What a person says that a record should say."""

    path: str
    """The file of the correction, for the record: below the content folder."""
    article: str
    """Id of the record."""
    reason: str
    file: str = ""
    """The file as the user knows it, for messages."""
    line: int = 0
    """The line in it that names the article, for messages."""
    date: IsoDate | None = None
    headline: str | None = None
    source: str | None = None
    policy_areas: tuple[Slug, ...] | None = None
    remove: tuple[str, ...] = ()
    """What is wrong: surfaces of statistics, names of speakers and projects, first words of statements, commitments."""
    confirm: tuple[str, ...] = ()
    """What is right although the program doubted it, named in the same way."""


class Vocabulary(Struct, frozen=True, kw_only=True, cache_hash=True):
    """What `content/` tells the extractors."""

    topics: tuple[Topic, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[AddedPlace, ...] = ()


class Content(Struct, frozen=True, kw_only=True):
    """All of `content/` but the settings."""

    vocabulary: Vocabulary
    prose: tuple[Prose, ...] = ()
    corrections: tuple[Correction, ...] = ()


# ---- publish ---


class Page(Struct, frozen=True, kw_only=True):
    """One HTML page before it is rendered."""

    path: str
    """Where it goes, relative to the output folder, such as `topics/trade/index.html`."""
    kind: str
    """Name of the page kind, which is the name of its template without `.html`."""
    context: Struct
    """What the template is given: one name for each field."""
    origin: str = ""
    """The file that people wrote it in, to name it when two outputs want one path; empty for none."""


class OutputFile(Struct, frozen=True):
    """One file of the site, ready to be written."""

    path: str
    data: bytes
    origin: str = ""
    """What it was made from, to name both when two outputs want one path."""


class Recipe(Struct, frozen=True):
    """One file of the site, and how it is made: it need not be, where it was made of the same before."""

    path: str
    made_from: tuple[object, ...]
    """What `make` is given, beside what holds for all files of a build."""
    make: Callable[..., bytes]
    origin: str = ""
    """What it was made from, to name both when two outputs want one path."""

    def file(self) -> OutputFile:
        """The file itself."""
        return OutputFile(self.path, self.make(*self.made_from), self.origin)


class UnchangedFile(Struct, frozen=True):
    """One file of the site that lies in the output folder already, as it would be written."""

    path: str
    origin: str = ""
    """What it was made from, to name both when two outputs want one path."""


class Kept(Protocol):
    """What is kept from one build to the next, by keys that say what it is made of; it may be lost or damaged."""

    def get(self, key: str, /) -> bytes | None:
        """What was put under a key, or None."""

    def put(self, key: str, value: bytes, /) -> None:
        """Keep a value; it replaces one under the same key."""


class Published(Struct, frozen=True, kw_only=True):
    """What publishing left in the output folder; paths are relative to it."""

    files: int
    bytes: int
    added: tuple[str, ...] = ()
    """Files that were not there before."""
    changed: tuple[str, ...] = ()
    """Files that have other bytes than before; all others keep their time, too."""
    removed: tuple[str, ...] = ()
    """Files that were there before and are not any more."""
    unsure: str = ""
    """Why a loss of power might take it back; empty where it is on the disk."""

    @property
    def written(self) -> int:
        """How many files are new or changed; the others were taken over from the site before."""
        return len(self.added) + len(self.changed)


class Change(Struct, frozen=True):
    """One file of the site that is not as it was before the build."""

    path: str
    """Relative to the output folder."""
    what: Literal["added", "changed", "removed"]


# ---- site: what the pages and the other outputs are made from -------------------------------------------------------


class Ref(Struct, frozen=True, gc=False):
    """Something with a page of its own, as others link to it."""

    slug: Slug
    name: Annotated[str, Meta(description="what it is called")]
    path: Annotated[str, Meta(description="its page, relative to the site's root")]


class Tally(Struct, frozen=True, gc=False):
    """Something with a page of its own, and how often it was found."""

    ref: Ref
    count: Annotated[int, Meta(description="how often")]


class InSeries(Struct, frozen=True, gc=False):
    """A figure that is a value of a series."""

    figure: Annotated[int, Meta(description="its place among the statistics of the record")]
    series: Annotated[Tally, Meta(description="the series, and how many values that has")]
    topics: Annotated[tuple[Slug, ...], Meta(description="policy areas named in its sentence")] = ()


class Entry(Struct, frozen=True, gc=False, kw_only=True):
    """An article as lists show it: all that a page needs which is not the article's own."""

    id: Annotated[str, Meta(description="id of the record")]
    path: Annotated[str, Meta(description="its page, relative to the site's root: `2025/11/<slug>/index.html`")]
    date: IsoDate
    date_anchor: Annotated[str, Meta(description="the sentence on its page that gives the date, such as `head`")] = ""
    headline: Annotated[str, Meta(description="what it is called")]
    summary: Annotated[str, Meta(description="its first sentences, in its own words")] = ""
    lead_length: Annotated[int, Meta(description="how many characters of `summary` its first sentence has")] = 0
    source: Annotated[str | None, Meta(description="who is credited")] = None
    source_anchor: Annotated[str, Meta(description="the sentence on its page that credits the source")] = ""
    lang: Annotated[str, Meta(description="ISO 639-1 code of the text")] = "en"
    topics: Annotated[tuple[Ref, ...], Meta(description="its policy areas that the site has, best first")] = ()
    speakers: Annotated[tuple[Ref, ...], Meta(description="the speakers of the record, in its order")] = ()
    countries: Annotated[tuple[Ref, ...], Meta(description="the countries it is of, by code, most named first")] = ()
    projects: Annotated[
        tuple[Ref | None, ...],
        Meta(description="the projects of the record, in its order; none for one without a page"),
    ] = ()
    statements: Annotated[int, Meta(description="how many statements it reports")] = 0
    figures: Annotated[int, Meta(description="how many figures it gives")] = 0
    series: Annotated[tuple[InSeries, ...], Meta(description="its figures that are values of a series")] = ()

    @property
    def lead(self) -> str:
        """The first sentence of `summary`."""
        return self.summary[: self.lead_length]


class Reading:
    """What was read from one article: its record, which is decoded when someone asks for it, and a print of it."""

    __slots__ = ("data", "made")

    def __init__(self, made: bytes, data: Callable[[], bytes]) -> None:
        """`made` is the same for the same record and no other; `data` gives it in MessagePack."""
        self.made = made
        self.data = data

    @classmethod
    def at_hand(cls, made: bytes, data: bytes) -> Reading:
        """Of a record whose bytes are here."""
        return cls(made, lambda: data)

    @property
    def record(self) -> ArticleRecord:
        """Everything that was read."""
        return _decoded(self)

    @staticmethod
    def forget() -> None:
        """Let go of the records that were asked for, and with them of the build that had them."""
        _decoded.cache_clear()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and self.made == other.made

    def __hash__(self) -> int:
        return hash(self.made)

    def __reduce__(self) -> tuple[Callable[[bytes, bytes], Reading], tuple[bytes, bytes]]:
        return Reading.at_hand, (self.made, self.data())


Records = Mapping[str, Reading]
"""What was read from all articles, by the id of the record."""


@lru_cache(maxsize=512)  # what one page asks for, another soon asks for too
def _decoded(reading: Reading) -> ArticleRecord:
    return msgpack.decode(reading.data(), type=ArticleRecord)


class Article(Struct, frozen=True, gc=False):
    """An article that a page quotes: as lists show it, and what was read from it."""

    entry: Annotated[Entry, Meta(description="the article")]
    reading: Annotated[Reading, Meta(description="what `record` is decoded from")]

    @classmethod
    def of(cls, entry: Entry, records: Records) -> Article:
        """The article of an entry."""
        return cls(entry, records[entry.id])

    @property
    def record(self) -> ArticleRecord:
        """Everything that was read from it."""
        return self.reading.record


class Related(Struct, frozen=True, gc=False):
    """Another article that deals with the same."""

    place: Annotated[int, Meta(description="the article, as its place in `Site.entries`")]
    shared: Annotated[tuple[Ref, ...], Meta(description="speakers, topics and series that both have, the rarest first")]


class TopicShelf(Struct, frozen=True, gc=False, kw_only=True):
    """A policy area and what stands under it."""

    topic: Topic
    ref: Ref
    entries: Annotated[tuple[int, ...], Meta(description="articles, as places in `Site.entries`, newest first")] = ()
    speakers: Annotated[tuple[Tally, ...], Meta(description="who speaks on it, with the statements counted")] = ()
    countries: Annotated[tuple[Tally, ...], Meta(description="countries that its articles are of, most first")] = ()


class Role(Struct, frozen=True, gc=False, kw_only=True):
    """What a speaker was called, from when to when."""

    name: Annotated[str, Meta(description="the title as the articles give it")]
    country: Annotated[str | None, Meta(description="ISO 3166-1 alpha-2")] = None
    first: Annotated[IsoDate, Meta(description="date of the first article that says so")]
    last: Annotated[IsoDate, Meta(description="date of the newest article that says so")]
    path: Annotated[str, Meta(description="the sentence of the newest article, relative to the site's root")]


class SpeakerShelf(Struct, frozen=True, gc=False, kw_only=True):
    """A person or organisation, joined over all articles, and what stands under the name."""

    ref: Ref
    kind: Annotated[SpeakerKind, Meta(description="what it is in the newest article")] = "person"
    role: Annotated[str | None, Meta(description="the newest role")] = None
    role_path: Annotated[
        str, Meta(description="the sentence that gives the role, relative to the site's root; empty where people did")
    ] = ""
    country: Annotated[str | None, Meta(description="ISO 3166-1 alpha-2")] = None
    country_path: Annotated[str, Meta(description="the sentence that gives the country; empty where people did")] = ""
    roles: Annotated[tuple[Role, ...], Meta(description="every role, newest first")] = ()
    entries: Annotated[tuple[int, ...], Meta(description="articles, as places in `Site.entries`, newest first")] = ()
    statements: Annotated[int, Meta(description="how many statements in all")] = 0
    topics: Annotated[tuple[Tally, ...], Meta(description="policy areas of the statements, most first")] = ()


class CountryShelf(Struct, frozen=True, gc=False, kw_only=True):
    """A country and what stands under it."""

    ref: Annotated[Ref, Meta(description="its name is the ISO 3166-1 alpha-2 code, which templates write out")]
    entries: Annotated[tuple[int, ...], Meta(description="articles, as places in `Site.entries`, newest first")] = ()
    topics: Annotated[tuple[Tally, ...], Meta(description="policy areas of its articles, most first")] = ()
    speakers: Annotated[tuple[Tally, ...], Meta(description="who speaks for it, with the statements counted")] = ()


class SeriesPoint(Struct, frozen=True, gc=False, kw_only=True):
    """One value of a series: what one article gives for one time."""

    entry: Annotated[int, Meta(description="its article, as place in `Site.entries`")]
    figure: Annotated[int, Meta(description="its figure, as place among the statistics of the record")]
    path: Annotated[str, Meta(description="its sentence, relative to the site's root")]
    start: Annotated[str, Meta(description="the time it is of, ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD")]
    end: Annotated[str, Meta(description="end of that time; equal to start for one year, month or day")]
    published: Annotated[bool, Meta(description="true where no time is given: it is the day of publication")] = False
    value: Annotated[float | None, Meta(description="null for a range; below zero for a fall")] = None
    low: Annotated[float | None, Meta(description="lower end of a range")] = None
    high: Annotated[float | None, Meta(description="upper end of a range")] = None
    bound: Annotated[Bound, Meta(description="= as given, ~ about, < at most, > at least")] = "="
    confidence: Confidence = 1.0
    disputed: Annotated[bool, Meta(description="true where another value for the same time disagrees")] = False
    speaker: Annotated[Ref | None, Meta(description="who gave it")] = None
    source: Annotated[str | None, Meta(description="whom the article credits")] = None
    date: Annotated[IsoDate, Meta(description="when the article was published")]

    @property
    def first_day(self) -> IsoDate:
        """The day on which its time begins."""
        return f"{self.start}-01-01"[: len("2025-11-19")]

    @property
    def last_day(self) -> IsoDate:
        """The day on which its time ends."""
        year, month, *_ = (*map(int, self.end.split("-")), 12)
        return self.end if len(self.end) == len("2025-11-19") else f"{year:04}-{month:02}-{monthrange(year, month)[1]}"


class Series(Struct, frozen=True, gc=False, kw_only=True):
    """What articles say of one subject, in one unit and of one place, over time."""

    ref: Annotated[Ref, Meta(description="its name is the subject in the words that are used most")]
    lang: Annotated[str, Meta(description="ISO 639-1 code of those words")] = "en"
    unit: Annotated[str, Meta(description="as in the figures")]
    per: Annotated[str | None, Meta(description="what it is a rate per")] = None
    kind: Kind
    change: Annotated[bool, Meta(description="true where each value is how much the subject rose or fell")] = False
    yearly: Annotated[bool, Meta(description="true where it is a change on the same part of the year before")] = False
    country: Annotated[str | None, Meta(description="ISO 3166-1 alpha-2 code of the place, if it has one")] = None
    city: Annotated[str, Meta(description="the city, where the place is one")] = ""
    placed: Annotated[bool, Meta(description="whether the name already says the place")] = False
    points: Annotated[tuple[SeriesPoint, ...], Meta(description="by time, then by date of the article")] = ()

    @property
    def articles(self) -> int:
        """How many articles the values are from."""
        return len({point.entry for point in self.points})


class Again(Struct, frozen=True, gc=False, kw_only=True):
    """The first sentence of a later article that speaks again of what was proposed or promised."""

    place: Annotated[int, Meta(description="the article, as its place in `Site.entries`")]
    anchor: Annotated[str, Meta(description="id of the sentence on its page")]
    sentence: Annotated[int, Meta(description="number of the sentence, from 1; 0 above the text")]


class Pledge(Struct, frozen=True, gc=False, kw_only=True):
    """A proposal, commitment or agreement of one article, and what later articles say of it."""

    place: Annotated[int, Meta(description="the article, as its place in `Site.entries`")]
    number: Annotated[int, Meta(description="its place in the commitments of the record")]
    projects: Annotated[tuple[Ref, ...], Meta(description="projects with a page that it names")] = ()
    countries: Annotated[tuple[Ref, ...], Meta(description="countries that its clause names, by code")] = ()
    topics: Annotated[tuple[Ref, ...], Meta(description="policy areas with evidence in its sentence")] = ()
    again: Annotated[tuple[Again, ...], Meta(description="later articles that speak of it again, newest first")] = ()
    further: Annotated[int, Meta(description="how many more such articles there are, all of them older")] = 0


class ProjectShelf(Struct, frozen=True, gc=False, kw_only=True):
    """A project or initiative, joined over all articles, and what stands under its name."""

    ref: Ref
    kind: Annotated[ProjectKind, Meta(description="what most articles call it")]
    slugs: Annotated[tuple[Slug, ...], Meta(description="its slugs in the records, by name")]
    entries: Annotated[tuple[int, ...], Meta(description="articles, as places in `Site.entries`, newest first")] = ()
    countries: Annotated[tuple[Tally, ...], Meta(description="countries that the sentences about it name")] = ()
    topics: Annotated[tuple[Tally, ...], Meta(description="policy areas of those sentences, most first")] = ()
    speakers: Annotated[tuple[Tally, ...], Meta(description="whose statements name it, with these counted")] = ()
    pledges: Annotated[tuple[int, ...], Meta(description="what is proposed and promised on it, in `Site.pledges`")] = ()


class Month(Struct, frozen=True, gc=False, kw_only=True):
    """A month that has articles."""

    value: Annotated[str, Meta(description="YYYY-MM")]
    path: Annotated[str, Meta(description="its page, relative to the site's root")]
    digest: Annotated[str, Meta(description="the page of its digest")]
    entries: Annotated[tuple[int, ...], Meta(description="its articles, as places in `Site.entries`, newest first")]


class Week(Struct, frozen=True, gc=False, kw_only=True):
    """A week of ISO 8601 that has articles: Monday to Sunday, and of the year that its Thursday is in."""

    value: Annotated[str, Meta(description="YYYY-Www, such as 2025-W47")]
    path: Annotated[str, Meta(description="the page of its digest, relative to the site's root")]
    first: Annotated[IsoDate, Meta(description="its Monday")]
    last: Annotated[IsoDate, Meta(description="its Sunday")]
    entries: Annotated[tuple[int, ...], Meta(description="its articles, as places in `Site.entries`, newest first")]


class Site(Struct, frozen=True, gc=False, kw_only=True):
    """Everything that is true of all articles together; holds light entries, never whole records."""

    settings: Settings
    entries: tuple[Entry, ...] = ()
    """Newest first."""
    related: tuple[tuple[Related, ...], ...] = ()
    """For each entry the few others that share most with it."""
    topics: tuple[TopicShelf, ...] = ()
    """All of them, in the order that people gave them, also those without articles."""
    speakers: tuple[SpeakerShelf, ...] = ()
    """By name."""
    countries: tuple[CountryShelf, ...] = ()
    """Those with articles, most first."""
    projects: tuple[ProjectShelf, ...] = ()
    """Those with a page, the one with most articles first."""
    pledges: tuple[Pledge, ...] = ()
    """Everything that is proposed, promised and agreed: newest article first, in the order of its text."""
    months: tuple[Month, ...] = ()
    """Newest first."""
    weeks: tuple[Week, ...] = ()
    """Newest first."""
    series: tuple[Series, ...] = ()
    """By name."""
    promises: int = 0
    """How much is proposed, promised and agreed, also where there are no pages of it."""
    named: tuple[str, ...] = ()
    """Codes of all countries that articles name."""
    prose: tuple[Prose, ...] = ()


# ---- build: what it is asked for, and what it did ------------------------------------------------------------------


class Extent(Struct, frozen=True, kw_only=True):
    """How large a site is."""

    articles: int
    pages: int
    """In all languages of the interface together."""


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build is asked for."""

    seeds: Path
    content: Path
    output: Path
    templates: Path | None = None
    """A folder of templates that win over the shipped ones."""
    base_url: str | None = None
    """Wins over the one of `site.yaml`."""
    jobs: int = 0
    """Processes; 0 for as many as are good for the work."""
    scheduler: str = ""
    """Address of a Dask scheduler, whose workers do the work; empty for this machine."""
    strict: bool = False
    """Publish nothing if there is any problem."""
    force: bool = False
    """Replace a folder that sco-digest did not write."""
    search: bool = True
    """Make the search, where `site.yaml` does not forbid it."""
    cache: bool = True
    """Take over what is known from the build before, and tell the next one."""
    max_drop: float | None = None
    """Percent by which articles or pages may fall against the site that is there; None where that is not looked at."""
    explain: bool = False
    """Say of each page that is rendered why it is."""
    today: IsoDate | None = None
    """The day of the build, after which nothing was published; None where that is not looked at."""


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build did."""

    published: bool
    refusal: str = ""
    """Why nothing was published."""
    articles: int = 0
    facts: int = 0
    pages: int = 0
    files: int = 0
    bytes: int = 0
    problems: tuple[Problem, ...] = ()
    review: tuple[Doubt, ...] = ()
    """Facts that are too doubtful for the pages."""
    unsearched: str = ""
    """Why there is no search although it was wanted."""
    changes: tuple[Change, ...] = ()
    """Files of the site that are new, other than before, or gone, in the order in which a host should take them."""
    rebuilt: dict[str, str] = {}
    """Pages that were rendered, and why; empty unless that was asked for."""
    seconds: dict[str, float] = {}
