"""What the tests of extraction share: a text as a document, a text as a record, cases from a YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sco_digest.extract import extract
from sco_digest.extract.tokens import Tokens
from sco_digest.language import load_language
from sco_digest.model import ArticleRecord, Document, Header, Span, Topic, Vocabulary

SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast where the library has it."""
ENGLISH = load_language("en")
TOPICS = (
    Topic(
        slug="trade",
        name="Trade",
        order=1,
        introduction="",
        strong=("customs", "free trade", "export*"),
        weak=("market", "goods"),
    ),
    Topic(
        slug="transport",
        name="Transport",
        order=2,
        introduction="",
        strong=("railway", "road"),
        weak=("corridor",),
        never=("road map",),
    ),
    Topic(
        slug="finance",
        name="Finance",
        order=3,
        introduction="",
        strong=("development bank", "currency"),
        weak=("payment",),
    ),
)


def document(text: str, *, path: str = "text.txt", headers: dict[str, str] | None = None, body: int = 0) -> Document:
    return Document(
        id=path.partition(".")[0],
        path=path,
        file=f"seeds/{path}",
        line=1,
        sha256="0" * 64,
        text=text,
        body=body,
        headers=tuple(Header(key, value) for key, value in (headers or {}).items()),
    )


def record(text: str, vocabulary: Vocabulary | None = None, **stated: str) -> ArticleRecord:
    return extract(document(text, headers=stated), vocabulary or Vocabulary(topics=TOPICS))


def tokens(text: str) -> Tokens:
    return Tokens(text, 0, ENGLISH.grammar)


ASIDE = "A walk of the friends of Orm, of Selt and of others was pleasant."
"""Words that say nothing, with those by which rules find where something begins."""


def amid(text: str) -> str:
    """A text between others of its article."""
    return f"{ASIDE}\n\n{text}\n\n{ASIDE}"


in_each_place = pytest.mark.parametrize("place", [str, amid], ids=["alone", "between others"])
"""What is read of a case must not hang on what stands around it; `place(text)` puts it there."""


def words(text: str, span: Span | None) -> str | None:
    """The words of a span on one line."""
    return None if span is None else " ".join(text[span.start : span.end].split())


def cases(name: str) -> Any:
    """Parameters from `cases/<name>.yaml`: a list of mappings with a `case` that names each."""
    rows = yaml.load((Path(__file__).parent / "cases" / f"{name}.yaml").read_bytes(), Loader=SAFE)  # noqa: S506  # it is
    return [pytest.param(row, id=row["case"]) for row in rows]
