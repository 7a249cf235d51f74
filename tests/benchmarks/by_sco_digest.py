"""Answers sentences with our own figures: `record` reads the whole record of each, `figures` only these."""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from sco_digest import __version__
from sco_digest.content import load_content
from sco_digest.extract import extract, tokens
from sco_digest.extract.statistics import find_statistics
from sco_digest.extract.tokens import Tokens
from sco_digest.language import load_language
from sco_digest.model import Document
from sco_digest.shipped import shipped
from tests.benchmarks.answering import serve

LANGUAGE = load_language("en")
VOCABULARY = load_content(shipped("content"))[0].vocabulary


def record(sentence: str) -> list[dict[str, Any]]:
    """The figures of a sentence, and all else that is read from a text with them."""
    document = Document(id="s", path="s.txt", file="s.txt", line=1, sha256="", text=sentence, body=0)
    return [_answer(one) for one in extract(document, VOCABULARY).statistics]


def figures(sentence: str) -> list[dict[str, Any]]:
    """The figures of a sentence with subject, period and direction; no people, places or areas."""
    return [_answer(one) for one in find_statistics(Tokens(sentence, 0, LANGUAGE.grammar), LANGUAGE, None)]


def _answer(statistic: object) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(statistic)
    return found


if __name__ == "__main__":
    wanted = {"record": record, "figures": figures}[sys.argv[1]]
    compiled = "" if str(tokens.__file__).endswith(".py") else " compiled"
    serve(f"sco-digest {__version__}{compiled}, {'the whole record' if wanted is record else 'figures alone'}", wanted)
