"""A Markdown file with YAML front matter comes in; its one article goes out, the body as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.errors import DigestError
from sco_digest.model import Problem
from sco_digest.seeds.article import article
from sco_digest.seeds.headers import Stated, check
from sco_digest.yaml_lines import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Document
    from sco_digest.seeds.article import Source
    from sco_digest.yaml_lines import Node


def read_markdown(source: Source) -> Iterator[Document | Problem]:
    """The article of the file; what its front matter says wins over what is extracted, and a date prefix over both."""
    try:
        front, body = front_matter(source.text)
        headers = check(_stated(key, node) for key, node in (front.pairs if front else ()))
        yield article(source, source.text, line=1, headers=headers, body=body)
    except DigestError as error:
        yield Problem(source.file, error.line, error.message, error.mend)


def _stated(key: str, node: Node) -> Stated:
    """A line of front matter; a scalar stands as it was written, so `lang: no` is Norwegian."""
    value = None if node.kind == "nothing" else node if node.kind in {"list", "mapping"} else node.text
    return Stated(key, value, node.line, node.span)
