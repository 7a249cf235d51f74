"""Documents come in; records go out, each with the rules that found its facts where somebody wants to know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract import extract
from sco_digest.rules import NOTHING_SEEN, Rules, watched
from tests.extract.gold import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import ArticleRecord, Document


def reading(documents: Iterable[Document], *, watch: bool) -> Iterator[tuple[ArticleRecord, Rules]]:
    """The record of each document, in order; to watch takes several times as long."""
    records = (extract(document, VOCABULARY) for document in documents)
    return watched(records) if watch else ((record, NOTHING_SEEN) for record in records)
