"""How much memory and processor time an article costs where all articles meet: in brief, in the site, in pages.

Run it alone: python -m tests.benchmarks.memory [ARTICLES ...]. The texts are those of the demonstration, whose records
are read once and come again some years earlier, each copy an object of its own. So lists, series and archives grow as
they would with time, while people, countries and topics stay as many. What tracemalloc counts is what Python's objects
hold; a process needs a third to a half more, for the program and for what lies between the objects.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
import tracemalloc
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from sco_digest.cache import Store
from sco_digest.library import Asked, collected, to_keep
from sco_digest.model import ArticleRecord, Document
from sco_digest.pages import plan
from sco_digest.progress import Stages, nobody
from sco_digest.reading import load, read, readings
from sco_digest.site import build_site
from sco_digest.workers import InProcess
from tests.demo.writing import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sco_digest.library import Library
    from sco_digest.model import Content, Settings

SIZES = (1000, 2000, 4000)
EARLIER = timedelta(weeks=61)
"""How far a copy lies before the one before: the demonstration covers fourteen months."""


def main(sizes: tuple[int, ...]) -> None:
    """A line a size, and last of all what each further article costs between the two largest."""
    records, content, settings = demonstration()
    print("articles  in brief MB   site MB   pages MB     peak MB   site s   pages s    pages")
    lines = [measured(number, records, content, settings) for number in sizes]
    if len(lines) > 1:
        (few, less), (many, more) = ((number, line) for number, line in zip(sizes[-2:], lines[-2:], strict=True))
        each = [(after - before) / (many - few) for before, after in zip(less, more, strict=True)]
        print(f"each more: {each[0]:,.0f} bytes in brief, {each[1]:,.0f} of the site, {each[2]:,.0f} of pages")


def demonstration() -> tuple[list[ArticleRecord], Content, Settings]:
    """The records of the demonstration that have a date."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write(home)
        settings, content, _ = load(home / "content")
        documents, _ = read(home / "seeds", settings)
        found = list(
            readings(InProcess(), documents, asked=(content.vocabulary, settings.limits), stages=Stages(nobody))
        )
    return [one for one in found if isinstance(one, ArticleRecord) and one.date], content, settings


def measured(number: int, records: list[ArticleRecord], content: Content, settings: Settings) -> list[float]:
    """Bytes of the articles in brief, of site and pages; the line says what else there is to know."""
    seconds = [0.0, 0.0]
    with closing(Store(None)) as store:
        library = kept(store, number, records, content)
        site, seconds[0] = timed(lambda: build_site(library.lights, library, content, settings))
        pages, seconds[1] = timed(lambda: tuple(plan(site, library)))
    del library, site, pages
    gc.collect()
    with closing(Store(None)) as store:
        tracemalloc.start()
        library = kept(store, number, records, content)
        marks = [held()]
        site = build_site(library.lights, library, content, settings)
        marks.append(held())
        pages = tuple(plan(site, library))
        marks.append(held())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    count = len(pages)
    sizes = [marks[0], marks[1] - marks[0], marks[2] - marks[1]]
    shown = "".join(f"{size / 1e6:11.1f}" for size in (*sizes, peak))
    print(f"{number:8,}{shown}{seconds[0]:9.2f}{seconds[1]:10.2f}{count:9,}", flush=True)
    return [float(size) for size in sizes]


def kept(store: Store, number: int, records: list[ArticleRecord], content: Content) -> Library:
    """The articles as a build has them when all are read."""
    asked = Asked(content.vocabulary)
    documents = [
        Document(id=str(place), path=str(place), file="", line=1, sha256="", text="", body=0) for place in range(number)
    ]
    anew = (to_keep(asked, record) for record in copies(number, records))
    return collected(store, documents, asked, lambda _: anew)[0]


def copies(number: int, records: list[ArticleRecord]) -> Iterator[ArticleRecord]:
    """So many records, each with a day, an id and a path of its own and with no object of another."""
    for place in range(number):
        copy, which = divmod(place, len(records))
        record = records[which]
        assert record.date
        day = date.fromisoformat(record.date.value) - copy * EARLIER
        before = f"{copy}/" if copy else ""
        moved = replace(
            record, id=str(place), path=before + record.path, date=replace(record.date, value=day.isoformat())
        )
        yield msgspec.msgpack.decode(msgspec.msgpack.encode(moved), type=ArticleRecord)


def held() -> int:
    """Bytes that are in use now."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """What comes of it, and the seconds of the processor."""
    start = time.process_time()
    return work(), time.process_time() - start


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
