"""The projects of all records come in, oldest article first; which of their slugs are one project goes out.

One thing is written in several ways, of which three are safe to join: its slug is the same, which takes away case,
"the", accents, hyphens and dashes; a line between places names them in another order, as in "A–B–C railway" and
"C-B-A railway"; one article has but the abbreviation that another defines. Nothing is joined because it sounds alike,
and words that are not known for places keep their order: the East–West pipeline is not the West–East pipeline.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.model import ProjectKind  # noqa: TC001  # the types of fields are read
from sco_digest.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from sco_digest.model import ArticleRecord, Project

LINES = frozenset(
    {"railway", "road", "highway", "corridor", "pipeline", "canal", "bridge", "tunnel", "power plant", "network"}
)
"""Kinds of what connects places, whose order says nothing."""
DASH = re.compile(" ?[-\N{HYPHEN}-\N{EM DASH}\N{MINUS SIGN}] ?")
LISTED = re.compile(rf"[^\W\d_]+(?:{DASH.pattern}[^\W\d_]+)+")
"""Names joined by hyphens or dashes."""
SHORT = re.compile(r"([A-Z]{2,})((?: [^\W\d_]+)*)")
"""An abbreviation, and the words behind it."""


class Naming(Struct, frozen=True, gc=False):
    """How one article names one project."""

    slug: str
    name: str
    kind: ProjectKind
    shorts: frozenset[str]
    """Abbreviations that stand for it in the article, upper case."""
    listed: bool
    """Whether it is named by what it connects: the A–B road."""
    between: bool
    """Whether all of these are places that the article names by themselves or in that name."""


def namings(record: ArticleRecord) -> tuple[Naming, ...]:
    """The projects of a record, in its order."""
    places = {place.name.casefold() for place in record.places} if record.projects else set()
    return tuple(_naming(record, project, places) for project in record.projects)


def _naming(record: ArticleRecord, project: Project, places: Container[str]) -> Naming:
    name = " ".join(project.name.split())
    listed = LISTED.match(name) if project.kind in LINES else None
    return Naming(
        slug=project_slug(project),
        name=name,
        kind=project.kind,
        shorts=_shorts(record, project),
        listed=listed is not None,
        between=listed is not None and all(word.casefold() in places for word in DASH.split(listed[0])),
    )


def project_slug(project: Project) -> str:
    """The slug that the extractor gave, in ASCII; a name in another script gets a transliterated one."""
    return slug(project.slug) or slug(project.name) or "unnamed"


def joined(found: Iterable[Naming]) -> dict[str, str]:
    """For each slug the first slug of the same project, which no later article changes."""
    every = list(found)
    orders = {one.slug: _order(one) for one in every if one.between}
    first: dict[str, str] = {}
    for one in every:
        first.setdefault(orders.get(one.slug, one.slug), one.slug)
    slugs = {one.slug: first[orders.get(one.slug, one.slug)] for one in every}
    return slugs | _by_abbreviation(every, slugs)


def _order(one: Naming) -> str:
    """The slug with the places of its name in the order of the alphabet."""
    match = LISTED.match(one.name)
    places = slug(match[0]) if match else ""
    if not places or not one.slug.startswith(f"{places}-"):
        return one.slug
    return "-".join((*sorted(places.split("-")), one.slug.removeprefix(f"{places}-")))


def _shorts(record: ArticleRecord, project: Project) -> frozenset[str]:
    """The abbreviations among its mentions, where its name is longer than that."""
    if SHORT.fullmatch(project.name):
        return frozenset()
    words = (" ".join(record.text[span.start : span.end].split()) for span in project.mentions)
    return frozenset(match[1] for match in map(SHORT.fullmatch, words) if match)


def _by_abbreviation(every: Iterable[Naming], slugs: Mapping[str, str]) -> dict[str, str]:
    """The slugs that are an abbreviation, joined with the one project of that kind for which articles define it."""
    defined: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in every:
        for short in one.shorts:
            defined[short, one.kind].add(slugs[one.slug])
    found = {}
    for one in every:
        match = SHORT.fullmatch(one.name)
        meant = defined.get((match[1], one.kind), set()) if match and match[2] == match[2].lower() else set()
        if len(meant) == 1:
            (found[one.slug],) = meant
    return found
