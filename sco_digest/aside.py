"""Documents and what became of each come in; the records that can be published go out, and a problem for each other.

This is the net under the build: a text over which a rule stumbles is set aside and named, and costs no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sco_digest.model import ArticleRecord, Document, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Given = TypeVar("Given")


def record_or_problem(
    extract: Callable[[Document, Given], ArticleRecord], document: Document, given: Given
) -> ArticleRecord | Problem:
    """The record of a document; whatever error its text brings to light becomes a problem of this text."""
    try:
        return extract(document, given)
    except Exception as error:  # a fault of ours, of whatever kind, must not cost the other texts
        reason = f"{type(error).__name__}: {error}"
        message = f"the text could not be read ({' '.join(reason.split())})"
        return Problem(document.file, document.line, message, "please report it with the text")


def publishable(
    documents: Sequence[Document],
    found: Sequence[ArticleRecord | Problem],
    *,
    correct: Callable[[ArticleRecord], ArticleRecord],
    refuse: Callable[[Document, ArticleRecord], Problem | None],
) -> tuple[tuple[ArticleRecord, ...], tuple[Problem, ...]]:
    """The corrected records that are not refused; a problem for each of the other documents."""
    corrected = [correct(one) if isinstance(one, ArticleRecord) else one for one in found]
    pairs = zip(documents, corrected, strict=True)
    return parted((refuse(document, one) or one) if isinstance(one, ArticleRecord) else one for document, one in pairs)


def parted(found: Iterable[ArticleRecord | Problem]) -> tuple[tuple[ArticleRecord, ...], tuple[Problem, ...]]:
    """Records and problems, each in their order."""
    every = tuple(found)
    return (
        tuple(one for one in every if isinstance(one, ArticleRecord)),
        tuple(one for one in every if isinstance(one, Problem)),
    )
