"""The Site and its records come in; the search index goes out: what Pagefind makes of the texts, in shards by period.

A shard is made of its texts, the language and the version of Pagefind, and of nothing else, so it is kept from build
to build; what all of them have together is in one list. A browser reads that list, and merges the shards only when
somebody searches: the oldest, whose name stays as it is, brings the program.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, json

from sco_digest.model import OutputFile
from sco_digest.outputs.search_kept import NOTHING, key_of, remembered
from sco_digest.outputs.search_program import index, missing, program, version
from sco_digest.outputs.search_shards import packed
from sco_digest.outputs.search_texts import document, has_words, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Entry, Kept, Records, Site
    from sco_digest.outputs.search_shards import Shard
    from sco_digest.outputs.search_texts import Text

__all__ = ["FOLDER", "LIST", "files", "missing"]

FOLDER = "search-index"
"""Where the shards lie, each below its name; exists once, whatever the languages of the interface."""
LIST = f"{FOLDER}/shards.json"
TAG = 16
"""Characters of a key by which a browser tells a changed shard."""


class Listed(Struct, frozen=True):
    """A shard as a browser finds it."""

    name: str
    """The month or day on which it begins, and the folder it lies in."""
    tag: str
    """Another one when anything in it is another."""


class Listing(Struct, frozen=True):
    """What a browser reads before anything is searched."""

    shards: tuple[Listed, ...]
    """Newest first; the last one has the program."""
    counts: dict[str, int]
    """In how many articles each value that can be chosen is found, such as `topic:trade`."""
    speakers: dict[str, str]
    """Names by slugs."""


def files(site: Site, records: Records, kept: Kept = NOTHING) -> Iterator[OutputFile]:
    """The shards, oldest first, and their list; none where the site has no search or no article has words.

    Shards that are kept are not made again. Raises DigestError where Pagefind fails.
    """
    if not site.settings.search:
        return
    language, made_by = _language(site.entries), version()
    listed: list[Listed] = []
    counts: Counter[str] = Counter()
    for shard in packed(site.entries):
        texts = _texts(shard, records)
        if not texts:
            continue
        if not listed:
            make = partial(program, language)
            yield from _below(shard.name, remembered(kept, key_of("program", language, made_by), make))
        key = key_of(texts, language, made_by)
        yield from _below(shard.name, remembered(kept, key, partial(_index, texts, language)))
        listed.append(Listed(shard.name, key[:TAG]))
        counts.update(facet for text in texts for facet in text.facets)
    if listed:
        speakers = {ref.slug: ref.name for entry in site.entries for ref in entry.speakers}
        listing = Listing(tuple(reversed(listed)), counts, speakers)
        yield OutputFile(LIST, json.encode(listing, order="deterministic"), "the search index")


def _language(entries: Iterable[Entry]) -> str:
    """The language of most texts, by which all words are stemmed: a browser reads the index of one language only."""
    counts = Counter(entry.lang for entry in entries)
    return min(counts, key=lambda language: (-counts[language], language), default="en")


def _texts(shard: Shard, records: Records) -> tuple[Text, ...]:
    """What of a shard can be found."""
    return tuple(filter(has_words, (text_of(entry, records[entry.id].record) for entry in shard.entries)))


def _index(texts: Iterable[Text], language: str) -> dict[str, bytes]:
    return index(((text.name, document(text)) for text in texts), language)


def _below(name: str, found: dict[str, bytes]) -> Iterator[OutputFile]:
    for path in sorted(found):
        yield OutputFile(f"{FOLDER}/{name}/{path}", found[path], "the search index")
