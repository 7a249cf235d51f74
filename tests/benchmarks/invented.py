"""A number and a seed come in; so many articles of invented words go out, as the search needs them: entries, records.

No text is read for facts: entries and records are made from fields, so that the search is measured and nothing else.
Words are as frequent as in a language (the n-th word 1/n as often as the first), and an article is as long as the seed.
"""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, pairwise
from random import Random

from sco_digest.model import ArticleRecord, Date, Entry, Headline, Place, Records, Ref, Settings, Site, Source, Span
from tests.joined import at_hand

WORDS = 30_000
"""How many words the language has."""
SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeiou"]
ENDINGS = ("", "n", "s", "ing", "ed", "er", "tion", "ment")
TOPICS = tuple(Ref(f"topic-{n}", f"Topic {n}", f"topics/topic-{n}/index.html") for n in range(16))
SPEAKERS = tuple(Ref(f"speaker-{n}", f"Speaker {n}", f"speakers/speaker-{n}/index.html") for n in range(500))
COUNTRIES = ("XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH", "XI", "XJ")
PARAGRAPHS, SENTENCES, LENGTH = (5, 9), (1, 4), (9, 30)
"""From how many to how many: paragraphs of an article, sentences of a paragraph, words of a sentence."""
FIRST, DAYS = date(2016, 1, 1), 3650


def archive(articles: int, seed: int = 0) -> tuple[Site, Records]:
    """So many articles over ten years, newest first: a site that has nothing but its entries, and the records."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    words = Words(random)
    days = sorted((FIRST + timedelta(days=number * DAYS // articles) for number in range(articles)), reverse=True)
    records = tuple(_record(number, day.isoformat(), words) for number, day in enumerate(days))
    entries = tuple(_entry(record, random) for record in records)
    return Site(settings=Settings(title="Invented"), entries=entries), at_hand(records)


class Words:
    """A language that is nothing but its words."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words = [self._word() for _ in range(WORDS)]
        self.weights = list(accumulate(1 / number for number in range(1, WORDS + 1)))

    def _word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 3))) + self.random.choice(ENDINGS)

    def sentence(self) -> str:
        """A sentence with a full stop."""
        count = self.random.randint(*LENGTH)
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count)).capitalize() + "."

    def paragraph(self) -> list[str]:
        """Some sentences."""
        return [self.sentence() for _ in range(self.random.randint(*SENTENCES))]


def _record(number: int, day: str, words: Words) -> ArticleRecord:
    random = words.random
    paragraphs = [words.paragraph() for _ in range(random.randint(*PARAGRAPHS))]
    text = "\n".join(" ".join(paragraph) for paragraph in paragraphs)
    named = random.sample(COUNTRIES, k=random.randint(1, 4))
    return ArticleRecord(
        id=f"{number:06}",
        path=f"{number:06}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        lang="en",
        text=text,
        body=0,
        paragraphs=_spans(paragraphs),
        date=Date(day),
        headline=Headline(paragraphs[0][0][:80]),
        source=Source(random.choice(words.words[:200])),
        places=tuple(Place(country, country, Span(0, 2)) for country in named),
    )


def _spans(paragraphs: list[list[str]]) -> tuple[tuple[Span, ...], ...]:
    """Where the sentences stand, with one character after each."""
    ends = accumulate((len(sentence) + 1 for paragraph in paragraphs for sentence in paragraph), initial=0)
    spans = iter(Span(start, end - 1) for start, end in pairwise(ends))
    return tuple(tuple(next(spans) for _ in paragraph) for paragraph in paragraphs)


def _entry(record: ArticleRecord, random: Random) -> Entry:
    day = record.date.value if record.date else ""
    return Entry(
        id=record.id,
        path=f"{day[:4]}/{day[5:7]}/{record.id}/index.html",
        date=day,
        headline=record.headline.text,
        source=record.source.name if record.source else None,
        topics=tuple(random.sample(TOPICS, k=random.randint(1, 4))),
        speakers=tuple(random.sample(SPEAKERS, k=random.randint(1, 3))),
    )
