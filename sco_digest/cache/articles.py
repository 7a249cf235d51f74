"""Documents come in, their records go out in the same order: from the store where it has them, else read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sco_digest.cache.prints import program, value
from sco_digest.model import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sco_digest.cache.store import Store
    from sco_digest.model import Document, Problem, Vocabulary

_DECODER = msgspec.msgpack.Decoder(ArticleRecord)
_ENCODER = msgspec.msgpack.Encoder()


def records(
    store: Store,
    documents: Sequence[Document],
    vocabulary: Vocabulary,
    read: Callable[[Sequence[Document]], Iterator[ArticleRecord | Problem]],
) -> Iterator[ArticleRecord | Problem]:
    """One for each document; `read` is given those that the store does not have.

    A record depends on its text, the vocabulary and the program, and on nothing else. Problems are not kept: they are
    few, and a fault of the program is better met again than remembered.
    """
    rules = value(program(), vocabulary)
    keys = [_key(rules, document) for document in documents]
    kept = [store.read(key, _DECODER) for key in keys]
    fresh = read([document for document, record in zip(documents, kept, strict=True) if record is None])
    for key, record in zip(keys, kept, strict=True):
        if record is not None:
            yield record
            continue
        found = next(fresh)
        if isinstance(found, ArticleRecord):
            store.put(key, _ENCODER.encode(found))
        yield found
    next(fresh, None)  # so that it can see that it is through


def _key(rules: bytes, document: Document) -> str:
    """Where the file lies on this machine, and the line in it, are no part of a record."""
    made_from = (document.id, document.path, document.sha256, document.body, document.headers)
    return "record " + value(rules, made_from).hex()
