"""Hand-made records for the tests of site, pages and outputs; all people but those of the seed are invented."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import replace

from sco_digest.model import (
    ArticleRecord,
    Commitment,
    Content,
    Date,
    Headline,
    Note,
    Part,
    Period,
    Person,
    Phrase,
    Place,
    PolicyArea,
    Project,
    Prose,
    Settings,
    Source,
    Span,
    Speaker,
    Statement,
    Statistic,
    Subject,
    Topic,
    Vocabulary,
)

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_27a9d2d221f48fca.txt"
SENTENCE_END = re.compile(r"(?<=[.!?»:])\s+(?=[A-Z«])")


def find(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text; `nth` counts from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def sentences(text: str, body: int = 0) -> tuple[tuple[Span, ...], ...]:
    """The sentences of a text, by paragraph, as simply as the samples allow."""
    found = []
    for paragraph in re.finditer(r"\S[^\n]*", text[body:]):
        start, end = body + paragraph.start(), body + len(text[body:][: paragraph.end()].rstrip())
        ends = [start + gap.start() for gap in SENTENCE_END.finditer(text[start:end])] + [end]
        starts = [start] + [start + gap.end() for gap in SENTENCE_END.finditer(text[start:end])]
        found.append(tuple(Span(*pair) for pair in zip(starts, ends, strict=True)))
    return tuple(found)


def record(name: str, text: str, date: str, headline: str, *, body: int = 0, **facts: Any) -> ArticleRecord:
    """A record with its text, its sentences and whatever facts are given."""
    given = find(text, date) if date in text else None
    return ArticleRecord(
        id=name,
        path=f"{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        lang=facts.pop("lang", "en"),
        text=text,
        body=body,
        paragraphs=facts.pop("paragraphs", sentences(text, body)),
        date=Date(date, given),
        headline=Headline(headline, find(text, headline) if headline and headline in text else None, derived=False),
        **facts,
    )


def statement(text: str, words: str, verb: str, source: str, kind: str = "indirect") -> Statement:
    """A statement by its words, its verb and its mention; the verb is the nearest one."""
    span = find(text, words)
    cues = [match.start() for match in re.finditer(re.escape(verb), text)]
    cue = min(cues, key=lambda place: abs(place - span.start))
    return Statement(
        span=span,
        kind=kind,
        verb=verb,
        cue=Span(cue, cue + len(verb)),
        source=find(text, source),  # type: ignore[arg-type]
    )


def figure(text: str, surface: str, **facts: Any) -> Statistic:
    """A figure by its surface."""
    span = find(text, surface)
    sentence = next(
        (sentence for paragraph in sentences(text) for sentence in paragraph if sentence.end > span.start), span
    )
    if subject := facts.pop("subject", None):
        facts["subject"] = Subject(subject, find(text, subject))
    return Statistic(surface=surface, span=span, sentence=sentence, **facts)


def area(text: str, slug: str, *words: str) -> PolicyArea:
    """A policy area by its cue words."""
    return PolicyArea(slug, float(len(words)), tuple(sorted(find(text, word) for word in words)))


def place(text: str, country: str, name: str) -> Place:
    """A place by its name."""
    return Place(country, name, find(text, name))


def project(text: str, name: str, kind: str, *further: str) -> Project:
    """A project by its name, and further words that stand for it."""
    slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    return Project(slug=slug, name=name, kind=kind, mentions=tuple(find(text, words) for words in (name, *further)))  # type: ignore[arg-type]


def commitment(text: str, cue: str, what: str, who: str = "", **facts: Any) -> Commitment:
    """Something promised, by its verb, by what is promised, and by who does."""
    spans = [find(text, words) for words in (who, cue, what) if words]
    return Commitment(
        span=Span(min(spans).start, max(span.end for span in spans)),
        cue=find(text, cue),
        what=Phrase(what, find(text, what)),
        who=Phrase(who, find(text, who)) if who else None,
        **({"kind": "commitment"} | facts),
    )


def seed() -> ArticleRecord:
    """The first real input, read by hand."""
    text = SEED.read_text(encoding="utf-8")
    quote = text[text.index("«") : text.index("»") + 1]
    speaker = "adylbek-kasymaliev"
    return record(
        SEED.stem,
        text,
        "2025-11-19",
        "Adylbek Kasymaliev participated in the 24th meeting of the Council of Heads of Government",
        body=text.index("Chairman"),
        source=Source("Cabinet of Ministers’ press service", find(text, "Cabinet of Ministers’ press service")),
        speakers=(
            Speaker(
                slug=speaker,
                name="Adylbek Kasymaliev",
                role="Chairman of the Cabinet of Ministers of Kyrgyzstan",
                country="KG",
                main=True,
                mentions=(
                    find(text, "Adylbek Kasymaliev"),
                    find(text, "Adylbek Kasymaliev", 1),
                    find(text, "He emphasized").__class__(find(text, "He emph").start, find(text, "He emph").start + 2),
                    find(text, "The head of the Cabinet"),
                    find(text, "the Cabinet Chairman"),
                ),
                statements=(
                    statement(
                        text,
                        "that Kyrgyzstan will continue to strengthen the organization’s international authority and "
                        "promote its role as an important component of the international economic order",
                        "emphasized",
                        "He",
                    ),
                    statement(
                        text,
                        "According to him, trade and economic cooperation between Kyrgyzstan and the SCO countries is "
                        "showing steady positive dynamics.",
                        "According to",
                        "him",
                    ),
                    statement(text, quote, "added", "the Cabinet Chairman", "direct"),
                ),
            ),
        ),
        policy_areas=(
            area(text, "trade", "trade procedures", "customs operations", "Smart Customs", "trade turnover"),
            area(text, "transport", "Transport connectivity", "railway", "road", "air corridor"),
            area(text, "finance", "Investments and finance", "national currencies", "SCO Development Bank"),
            area(text, "digital", "digitalization", "cybersecurity", "e-governance", "data centers"),
        ),
        statistics=(
            figure(
                text,
                "from five to one hour",
                value=1.0,
                origin=5.0,
                unit="hour",
                kind="duration",
                direction="down",
                subject="the time for releasing goods",
                policy_areas=("trade",),
            ),
            figure(
                text,
                "3.5-fold",
                value=3.5,
                unit="fold",
                kind="multiple",
                direction="up",
                subject="Kyrgyzstan’s trade turnover with SCO countries",
                period=Period("2020", "2024", find(text, "Between 2020 and 2024")),
                speaker=speaker,
                policy_areas=("trade",),
            ),
            figure(
                text,
                "75 percent",
                value=75.0,
                unit="percent",
                kind="percent",
                subject="our republic’s total trade turnover",
                period=Period("2025-01", "2025-08", find(text, "the first eight months"), inferred=True),
                speaker=speaker,
                policy_areas=("trade",),
                confidence=0.8,
            ),
            figure(
                text,
                "8 million citizens",
                value=8e6,
                unit="citizen",
                kind="count",
                bound="~",
                subject="citizens of SCO countries",
                period=Period("2025-01", "2025-09", find(text, "the first nine months of 2025")),
                speaker=speaker,
            ),
        ),
        places=(place(text, "KG", "Kyrgyzstan"), place(text, "CN", "China"), place(text, "UZ", "Uzbekistan")),
        projects=(
            project(text, "China-Kyrgyzstan-Uzbekistan railway", "railway"),
            project(text, "SCO Development Bank", "bank"),
        ),
        commitments=(
            commitment(
                text,
                "It was proposed",
                "to consider the SCO initiative to develop data centers and create regional high-performance "
                "computing facilities in Kyrgyzstan",
                kind="proposal",
                policy_areas=("digital",),
            ),
        ),
        problems=(
            Note("statistics", "the year of “the first eight months” follows from the date of the article", 0.8),
        ),
    )


def overlapping() -> ArticleRecord:
    """Facts that hold, cross and repeat each other."""
    text = (
        "Lake States agree on a ferry\n\nMinister Ilva Torn said the ferry to Port Amber costs $1.5 billion. "
        "«It will carry 200 to 250 cars a day. Trade will grow by 4 percent,» she added.\n\n"
        "The railway company of Amberland was not asked."
    )
    return record(
        "overlap",
        text,
        "2025-10-02",
        "Lake States agree on a ferry",
        speakers=(
            Speaker(
                slug="ilva-torn",
                name="Ilva Torn",
                role="Minister",
                mentions=(find(text, "Ilva Torn"), find(text, "she")),
                statements=(
                    statement(text, "the ferry to Port Amber costs $1.5 billion.", "said", "Ilva Torn"),
                    statement(
                        text,
                        "«It will carry 200 to 250 cars a day. Trade will grow by 4 percent,»",
                        "added",
                        "she",
                        "direct",
                    ),
                ),
            ),
        ),
        policy_areas=(
            area(text, "transport", "ferry to Port", "railway company", "ferry"),
            area(text, "trade", "Trade will grow by 4"),
        ),
        statistics=(
            figure(text, "$1.5 billion", value=1.5e9, unit="USD", kind="money", speaker="ilva-torn"),
            figure(
                text,
                "200 to 250 cars",
                low=200.0,
                high=250.0,
                unit="car",
                kind="count",
                speaker="ilva-torn",
                policy_areas=("transport",),
            ),
            figure(
                text,
                "4 percent",
                value=4.0,
                unit="percent",
                kind="percent",
                direction="up",
                bound="<",
                subject="Trade",
                speaker="ilva-torn",
                policy_areas=("trade",),
            ),
        ),
        places=(place(text, "FI", "Port Amber costs"), place(text, "FI", "Amberland")),
    )


HOSTILE = "<script>alert('x')</script>"


def hostile() -> ArticleRecord:
    """A text that tries whatever a text can."""
    text = (
        f'{HOSTILE} & "quoted"\n\n=HYPERLINK("http://evil.example") said +5 percent of <b>bold</b> names\x0b\x01. '
        f"</script><img src=x onerror=alert(1)> {{{{ 7*7 }}}} {HOSTILE}."
    )
    return record(
        "hos/<tile>",
        text,
        "2025-10-02",
        f'{HOSTILE} & "quoted"',
        source=Source(f"@{HOSTILE}", None),
        speakers=(
            Speaker(
                slug="../../etc",
                name=f'Eve "{HOSTILE}"',
                role=HOSTILE,
                country="<b>",
                mentions=(find(text, "=HYPERLINK"),),
                statements=(statement(text, "+5 percent of <b>bold</b> names", "said", "=HYPERLINK", "direct"),),
            ),
        ),
        policy_areas=(area(text, "trade", "<b>bold</b>"), area(text, "no-such-topic", "names")),
        statistics=(
            figure(
                text,
                "+5 percent",
                value=-5.0,
                unit="percent",
                kind="percent",
                subject='=HYPERLINK("http://evil.example")',
                period=Period("<b>", "2025"),
                policy_areas=("trade", "no-such-topic"),
            ),
        ),
        problems=(Note("headline", HOSTILE),),
        corrections=(f"{HOSTILE}.yaml",),
    )


def right_to_left() -> ArticleRecord:
    """A name that no slug can hold, in a text that runs from right to left."""
    text = "قال ليث الوهمي إن التجارة نمت."
    return record(
        "rtl",
        text,
        "2025-09-30",
        text,
        lang="ar",
        paragraphs=((Span(0, len(text)),),),
        speakers=(
            Speaker(
                slug="",
                name="ليث الوهمي",
                mentions=(find(text, "ليث الوهمي"),),
                statements=(statement(text, "إن التجارة نمت", "قال", "ليث"),),
            ),
        ),
    )


def bare() -> ArticleRecord:
    """Nothing was found but the date that the file states."""
    return record("bare", "2025-09-30\n", "2025-09-30", "", body=11, paragraphs=())


def front_matter() -> ArticleRecord:
    """Everything above the text, and a speaker whom another article spells in another way."""
    text = (
        "---\ndate: 2024-12-31\ntitle: Ferry opens\nsource: Lake Wire\n---\nIlwa Torn opened the ferry. Done, she said."
    )
    return record(
        "matter",
        text,
        "2024-12-31",
        "Ferry opens",
        body=text.index("Ilwa"),
        source=Source("Lake Wire", find(text, "Lake Wire")),
        speakers=(
            Speaker(
                slug="ilva-torn",
                name="Ilwa Torn",
                role="Governor",
                country="FI",
                mentions=(find(text, "Ilwa Torn"),),
                statements=(statement(text, "Done", "said", "she"),),
            ),
        ),
        policy_areas=(area(text, "transport", "Ferry", "ferry"),),
    )


def plain(number: int, date: str = "2025-08-01") -> ArticleRecord:
    """One of many."""
    text = f"Report {number}. The port of Amber handled {number} tonnes of salt, Ilva Torn said."
    return record(
        f"many/{number:04}",
        text,
        date,
        "Port report",
        speakers=(
            Speaker(
                slug="ilva-torn",
                name="Ilva Torn",
                role="Minister",
                mentions=(find(text, "Ilva Torn"),),
                statements=(
                    statement(text, f"The port of Amber handled {number} tonnes of salt", "said", "Ilva Torn"),
                ),
            ),
        ),
        policy_areas=(area(text, "transport", "port of Amber"),),
        statistics=(
            figure(
                text,
                f"{number} tonnes",
                value=float(number),
                unit="tonne",
                kind="mass",
                subject="salt",
                policy_areas=("transport",),
            ),
        ),
    )


def exports() -> tuple[ArticleRecord, ...]:
    """Four articles on the exports of one country over three years; for one of them they disagree."""
    found = []
    for name, date, value, year, facts in (
        ("one", "2023-02-01", "2.2", "2022", {}),
        ("two", "2024-02-01", "3.3", "2023", {"speaker": "ilva-torn"}),
        ("three", "2024-05-01", "3.1", "2023", {}),
        ("four", "2025-02-01", "4", "2024", {"bound": "~"}),
    ):
        about = "about " if facts.get("bound") else ""
        text = f"Ilva Torn reported. Exports of Amberland reached {about}${value} billion in {year}."
        found.append(
            record(
                f"exports/{name}",
                text,
                date,
                f"Exports of {year}",
                speakers=(Speaker(slug="ilva-torn", name="Ilva Torn", mentions=(find(text, "Ilva Torn"),)),),
                statistics=(
                    replace(
                        figure(
                            text,
                            f"${value} billion",
                            value=float(value) * 1e9,
                            unit="USD",
                            kind="money",
                            subject="Exports of Amberland",
                            period=Period(year, year, find(text, year)),
                            place=place(text, "FI", "Amberland"),
                            **facts,
                        ),
                        sentence=sentences(text)[0][1],
                    ),
                ),
            )
        )
    return tuple(found)


def records() -> tuple[ArticleRecord, ...]:
    """One of each kind, and a few that share their day and their headline."""
    few = tuple(plain(number) for number in range(1, 14))
    return (seed(), overlapping(), hostile(), right_to_left(), bare(), front_matter(), *few)


def content() -> Content:
    """Five topics, of which one has no article; one person with joined spellings; two pages."""
    names = ("Trade", "Transport", "Finance", "Digital", "Tourism")
    topics = tuple(
        Topic(
            slug=name.lower(),
            name=name,
            order=order,
            introduction=f"**{name}** as [people](https://example.org) wrote it, not [transport](../transport/). "
            "<script>alert(1)</script>",
            iptc=("medtop:20000385",) if name == "Trade" else (),
            cap=(18,) if name == "Trade" else (),
        )
        for order, name in enumerate(names, start=1)
    )
    ilva = Person(slug="ilva-torn", name="Ilva Torn", spellings=("Ilwa Torn",), country="FI")
    about = Prose(
        slug="about", title="About", path="pages/about.md", markdown="What this is.\n\n## Why\n\n- one\n- two\n"
    )
    method = Prose(
        slug="method", title="Method", path="pages/method.md", markdown='How.<img src="http://evil.example/x">'
    )
    return Content(vocabulary=Vocabulary(topics=topics, people=(ilva,)), prose=(about, method))


def settings(**changes: Any) -> Settings:
    """Small pages, so that lists are paged, and every part that a site can have."""
    named = {
        "title": "SCO Digest",
        "tagline": "What was said, by whom, in which words",
        "description": "News texts with every fact linked to its words.",
        "publisher": "The editors",
        "per_page": 5,
        "parts": get_args(Part),
    }
    return Settings(**(named | changes))
