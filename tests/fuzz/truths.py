"""A record and the document it was read from come in; an AssertionError goes out where the record cannot be right."""

from __future__ import annotations

import re
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from sco_digest.model import ArticleRecord, Period, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Document

ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
"""A year, month or day (ISO 8601)."""


def check(made: ArticleRecord, document: Document) -> None:
    """What holds of the record of any text at all."""
    assert (made.id, made.path, made.text, made.body) == (document.id, document.path, document.text, document.body)
    for value in _every(made):
        if isinstance(value, Span):
            assert 0 <= value.start < value.end <= len(made.text), value
        elif isinstance(value, Period):
            assert ISO.fullmatch(value.start), value
            assert ISO.fullmatch(value.end), value
            assert value.start[: len(value.end)] <= value.end, value
        else:
            assert isfinite(value)
    _check_surfaces(made)
    _check_order(made)
    check_names(made)
    assert msgspec.json.decode(msgspec.json.encode(made), type=ArticleRecord) == made


def _check_surfaces(made: ArticleRecord) -> None:
    """What is said to stand in the text stands there, white space apart in what may run over lines."""
    exact = [(one.surface, one.span) for one in made.statistics]
    exact += [(one.name, one.span) for one in made.places]
    for surface, span in exact:
        assert made.text[span.start : span.end] == surface
    wrapped = [(one.subject.text, one.subject.span) for one in made.statistics if one.subject]
    wrapped += [(one.what.text, one.what.span) for one in made.commitments]
    wrapped += [(one.who.text, one.who.span) for one in made.commitments if one.who]
    wrapped += [(said.verb, said.cue) for who in made.speakers for said in who.statements]
    for surface, span in wrapped:
        assert made.text[span.start : span.end].split() == surface.split()


def _check_order(made: ArticleRecord) -> None:
    """Facts come in the order of the text, sentences one behind the other, and parts inside their whole."""
    sentences = [span for paragraph in made.paragraphs for span in paragraph]
    assert all(made.paragraphs)
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert all(one.span.end <= other.span.start for one, other in pairwise(made.statistics))
    assert all(one.span.start <= other.span.start for one, other in pairwise(made.places))
    assert all(one.span.start <= other.span.start for one, other in pairwise(made.commitments))
    assert all(one.mentions[0] <= other.mentions[0] for one, other in pairwise(made.projects))
    for project in made.projects:
        assert list(project.mentions) == sorted(set(project.mentions))
    for figure in made.statistics:
        assert figure.sentence in sentences
        assert figure.sentence.start <= figure.span.start < figure.span.end <= figure.sentence.end
    for promised in made.commitments:
        assert any(one.start <= promised.span.start and promised.span.end <= one.end for one in sentences)
        what = promised.what.span
        assert promised.span.start <= what.start < what.end <= promised.span.end


def check_names(made: ArticleRecord) -> None:
    """What is named elsewhere in the record is there, and once."""
    speakers = [one.slug for one in made.speakers]
    areas = [one.slug for one in made.policy_areas]
    projects = [one.slug for one in made.projects]
    for slugs in (speakers, areas, projects):
        assert len(slugs) == len(set(slugs))
    assert sum(one.main for one in made.speakers) <= 1
    assert {one.speaker for one in (*made.statistics, *made.commitments)} <= {None, *speakers}
    assert {slug for one in (*made.statistics, *made.commitments) for slug in one.policy_areas} <= {*areas}
    assert {slug for one in made.commitments for slug in one.projects} <= {*projects}
    assert all(one.name.strip() for one in (*made.speakers, *made.projects))
    assert made.headline.text.strip()


def _every(value: object) -> Iterator[Span | Period | float]:
    """Every span, time and number in a record, however deep."""
    if isinstance(value, Span | Period | float):
        yield value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _every(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _every(inner)
