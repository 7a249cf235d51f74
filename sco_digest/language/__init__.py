"""What the extractors know of a language: TOML in, a frozen `Language` out. Data, no logic.

A language is a folder of TOML files, one a section, with its code in `LANGUAGES`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from sco_digest.language.areas import Areas
from sco_digest.language.people import People
from sco_digest.language.plans import CommitmentWords, ProjectWords
from sco_digest.language.sections import (
    CountryNames,
    Grammar,
    Language,
    Namesakes,
    Organisations,
    Places,
    Quantities,
)
from sco_digest.language.series import SeriesWords
from sco_digest.language.speech import Speech

__all__ = [
    "LANGUAGES",
    "Areas",
    "CommitmentWords",
    "CountryNames",
    "Grammar",
    "Language",
    "Namesakes",
    "Organisations",
    "People",
    "Places",
    "ProjectWords",
    "Quantities",
    "SeriesWords",
    "Speech",
    "load_language",
]

LANGUAGES = ("en",)


@cache
def load_language(code: str) -> Language:
    """The sections of one language of `LANGUAGES`, read once in a process.

    Raises `msgspec.ValidationError` where a file does not have the form that `sections.py` describes.
    """
    folder = Path(__file__).parent / code
    sections = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}
    return msgspec.convert({"code": code, **sections}, Language)
