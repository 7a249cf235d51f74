"""The Site and its records come in; the search index goes out: what Pagefind makes of the texts, a shard for each year.

Pagefind reads small HTML documents, made here of the records, in which each sentence has the id that it has on the page
of its article. So a word that is found leads to its sentence. A browser merges the shards; the newest brings what it
needs for that. A year that is over stays as it is, and memory grows with the largest year, not with the site.
"""

from __future__ import annotations

import asyncio
import gzip
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

try:
    from pagefind.service import PagefindService, get_executable
except ImportError:  # it comes with the extra `search`
    PagefindService = get_executable = None  # type: ignore[assignment, misc]

from sco_digest.errors import DigestError
from sco_digest.model import OutputFile
from sco_digest.outputs.html import NOT_HTML
from sco_digest.outputs.search_order import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import ArticleRecord, Entry, Site

FOLDER = "search-index"
"""Where the shards lie, each below its year; exists once, whatever the languages of the interface."""
PROGRAM = ("pagefind.js", "pagefind-worker.js")
"""What reads the shards in a browser, with the WebAssembly for their language: needed in one of them."""
ANY_LANGUAGE = "wasm.unknown.pagefind"
"""The WebAssembly that knows no stems; always there, and needed where there is no other."""
PAUSE, PATIENCE = 0.05, 600
"""Seconds between two looks at what is being written, and how many looks."""
SHARD = ("pagefind-entry.json", "pagefind.*.pf_meta", "index/*", "filter/*", "fragment/*")
"""What Pagefind writes beside these are faces of a search, and ours is our own."""

Text = tuple["Entry", "ArticleRecord"]


def missing() -> str:
    """Why no index can be made, and how that is mended; empty where one can."""
    if PagefindService is None or get_executable() is None:
        return 'Pagefind is not installed: pip install "sco-digest[search]"'
    return ""


def files(site: Site, records: Sequence[ArticleRecord]) -> Iterator[OutputFile]:
    """The shards, newest year first; none where the site has no search.

    Raises DigestError where Pagefind fails.
    """
    years: dict[str, list[Text]] = defaultdict(list)
    for entry in site.entries if site.settings.search else ():
        years[entry.date[:4]].append((entry, records[entry.record]))
    language = _language(site.entries)
    for number, (year, texts) in enumerate(years.items()):
        yield from _shard(f"{FOLDER}/{year}", texts, language, with_program=not number)


def _language(entries: Iterable[Entry]) -> str:
    """The language of most texts, by which all words are stemmed: a browser reads the index of one language only."""
    counts = Counter(entry.lang for entry in entries)
    return min(counts, key=lambda language: (-counts[language], language), default="en")


def _shard(name: str, texts: Iterable[Text], language: str, *, with_program: bool) -> Iterator[OutputFile]:
    """One shard by way of a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="sco-digest-search-") as folder:
        source, index = Path(folder, "texts"), Path(folder, "index")
        source.mkdir()
        for entry, record in texts:
            (source / entry.path.replace("/", "~")).write_bytes(document(entry, record))  # a folder each takes longer
        _run(source, index, language)
        found = [file for pattern in SHARD for file in index.glob(pattern)]
        files = ordered({file.relative_to(index).as_posix(): _whole(file) for file in found})
        files |= {file.name: file.read_bytes() for file in (_program(index) if with_program else ())}
    for path in sorted(files):
        yield OutputFile(f"{name}/{path}", files[path], "the search index")


def _whole(file: Path) -> bytes:
    """What is in a file; one that is cut off is found out by its checksum."""
    data = file.read_bytes()
    if file.suffix.startswith(".pf_"):
        try:
            gzip.decompress(data)
        except (EOFError, OSError) as error:
            raise DigestError(f"Pagefind left {file.name} unfinished", mend="build again") from error
    return data


def _program(index: Path) -> Iterator[Path]:
    yield from (index / name for name in PROGRAM)
    yield max(index.glob("wasm.*.pagefind"), key=lambda file: file.name != ANY_LANGUAGE)


# ---- what Pagefind is given ------------------------------------------------------------------------------------------


def document(entry: Entry, record: ArticleRecord) -> bytes:
    """An article as Pagefind reads it: its sentences with their ids, and in the head what is shown and filtered by."""
    head = '<meta charset="utf-8">\n' + "".join(
        f'<meta data-pagefind-{kind}="{name}[content]" content="{_safe(value)}">\n'
        for kind, name, value in _facts(entry, record)
        if value
    )
    return f"<!DOCTYPE html>\n<html>\n{head}<body data-pagefind-body>\n{_body(record)}</body>\n</html>\n".encode()


def _facts(entry: Entry, record: ArticleRecord) -> Iterator[tuple[str, str, str]]:
    """Kind, name and value of each; the words of `meta` are found as well, so what nobody looks for is a filter."""
    yield from (("meta", "title", entry.headline), ("meta", "source", entry.source or ""))
    yield from (("sort", "date", entry.date), ("filter", "date", entry.date), ("filter", "year", entry.date[:4]))
    yield "filter", "lang", entry.lang
    for ref in entry.topics:
        yield "filter", "topic", ref.slug
    for ref in entry.speakers:
        yield "filter", "speaker", f"{ref.slug} {ref.name}"  # two people may share a name, and no slug has a blank
    for country in sorted({place.country for place in record.places}):
        yield "filter", "country", country


def _body(record: ArticleRecord) -> str:
    numbers = iter(range(1, sum(map(len, record.paragraphs)) + 1))
    return "".join(
        "<p>"
        + "\n".join(f'<span id="s{next(numbers)}">{_safe(record.text[s.start : s.end])}</span>' for s in paragraph)
        + "</p>\n"
        for paragraph in record.paragraphs
    )


def _safe(words: str) -> str:
    return escape(" ".join(NOT_HTML.sub("", words).split()))


# ---- Pagefind --------------------------------------------------------------------------------------------------------


def _run(source: Path, index: Path, language: str) -> None:
    """Wait for the index, in a thread: whoever builds may have an event loop of their own."""
    try:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, _indexed(source, index, language)).result()
    except (Exception, asyncio.CancelledError) as error:
        message = f"the search index could not be made: {str(error) or 'Pagefind has ended'}"
        raise DigestError(message, mend="build with --no-search to go on without") from error


async def _indexed(source: Path, index: Path, language: str) -> None:
    """Index a folder; in few calls, since Pagefind's Python side waits a tenth of a second for each answer."""
    async with PagefindService() as service:
        _mind_its_end()
        pagefind = await service.create_index({"keep_index_url": True, "force_language": language})
        answer = await pagefind.add_directory(str(source))
        if answer["page_count"] != len(list(source.iterdir())):
            raise ValueError(f"Pagefind read {answer['page_count']} texts of {len(list(source.iterdir()))}")
        await pagefind.write_files(str(index))
        await _settled(index)


async def _settled(index: Path) -> None:
    """Wait until every file is whole: Pagefind 1.5 answers before the last of them are written, and then is ended."""
    before: dict[Path, int] = {}
    for _ in range(PATIENCE):
        await asyncio.sleep(PAUSE)
        sizes = {file: file.stat().st_size for file in index.rglob("*") if file.is_file()}
        if sizes == before and all(sizes.values()):
            return
        before = sizes
    raise ValueError("Pagefind did not end writing")


def _mind_its_end() -> None:
    """Stop waiting if the program ends: only the task that hears it would notice, and nobody asks that task."""
    waiting = asyncio.current_task()

    def stop(hearing: asyncio.Task[object]) -> None:
        if waiting and not waiting.cancelling() and not hearing.cancelled() and hearing.exception():
            waiting.cancel()

    for hearing in asyncio.all_tasks() - {waiting}:
        hearing.add_done_callback(stop)
