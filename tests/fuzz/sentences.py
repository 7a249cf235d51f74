"""The texts and cases that the tests of extraction have come in; their sentences, each once, go out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import yaml

from sco_digest.extract.tokens import Tokens
from sco_digest.language import load_language
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST = 25
"""Characters of what is a sentence and not the name of a case or a value."""


@cache
def sentences() -> tuple[str, ...]:
    """All of them, the shortest first."""
    found = {words for file in ROOT.glob("tests/extract/cases/*.yaml") for words in _texts(_read(file))}
    for file in ROOT.glob("tests/texts/*.txt"):
        text = file.read_text(encoding="utf-8")
        tokens = Tokens(text, 0, load_language("en").grammar)
        found.update(tokens.surface(*sentence) for sentence in tokens.sentences)
    return tuple(sorted(found, key=lambda sentence: (len(sentence), sentence)))


def _read(file: Path) -> object:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and len(value) >= LEAST:
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
