"""Records with what is proposed, promised and agreed come in; each of it goes out with the later passages on it.

It is spoken of again where an article of a later day names all the projects that it names, or tells it again by the
rule of `site/again.py`; of each such article the first sentence counts. A site never says that something was done, as
that cannot be read with certainty: it says who speaks of it again, and where.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.model import Again, Pledge, ProjectShelf
from sco_digest.sentences import Sentences
from sco_digest.site.again import Retold
from sco_digest.site.countries import country_ref

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from sco_digest.model import Commitment, Entry, Records, Ref, Span
    from sco_digest.site.told import Told

MOST = 20
"""Articles that are kept for each; of the older ones it is told how many there are."""


def build_pledges(entries: Sequence[Entry], records: Records, shelves: Sequence[ProjectShelf]) -> tuple[Pledge, ...]:
    """Every commitment of the articles, which are newest first, in the order of each text."""
    retold = Retold(entries, records)
    named = _named({shelf.ref for shelf in shelves}, entries, records)
    found = []
    for place, entry in enumerate(entries):
        record = records[entry.id].record
        refs = dict(zip((project.slug for project in record.projects), entry.projects, strict=True))
        for number, plan in enumerate(record.commitments):
            projects = tuple(dict.fromkeys(ref for slug in plan.projects if (ref := refs.get(slug))))
            naming = _naming_all([named[ref] for ref in projects])
            later = {other: one for other, one in naming.items() if entries[other].date > entry.date}
            later |= {one.place: one for one in retold.passages(place, plan)}
            pledge = Pledge(
                place=place,
                number=number,
                projects=projects,
                countries=_countries(retold.article(place), plan),
                topics=tuple(ref for ref in entry.topics if ref.slug in plan.policy_areas),
                again=tuple(later[other] for other in sorted(later)[:MOST]),
                further=max(0, len(later) - MOST),
            )
            found.append(pledge)
    return tuple(found)


def _naming_all(found: Sequence[Mapping[int, Again]]) -> Mapping[int, Again]:
    """The articles that name every one of some projects: what is agreed on two of them is not what one does later."""
    return {place: one for place, one in found[0].items() if all(place in other for other in found)} if found else {}


def with_pledges(shelves: Sequence[ProjectShelf], pledges: Sequence[Pledge]) -> tuple[ProjectShelf, ...]:
    """The shelves, each with what is proposed and promised on its project."""
    on: dict[Ref, list[int]] = {shelf.ref: [] for shelf in shelves}
    for place, pledge in enumerate(pledges):
        for ref in pledge.projects:
            on[ref].append(place)
    return tuple(replace(shelf, pledges=tuple(on[shelf.ref])) for shelf in shelves)


def _named(refs: Set[Ref], entries: Sequence[Entry], records: Records) -> Mapping[Ref, Mapping[int, Again]]:
    """For each of these projects the first sentence that names it, of each article that does."""
    found: dict[Ref, dict[int, Again]] = defaultdict(dict)
    for place, entry in enumerate(entries):
        if refs.isdisjoint(entry.projects):
            continue
        record = records[entry.id].record
        sentences = Sentences(record)
        first: dict[Ref, Span] = {}
        for project, ref in zip(record.projects, entry.projects, strict=True):
            if ref and ref in refs and project.mentions:
                first[ref] = min(*project.mentions, first.get(ref, project.mentions[0]))
        for ref, span in first.items():
            found[ref][place] = Again(place=place, anchor=sentences.anchor(span), sentence=sentences.number(span.start))
    return found


def _countries(article: Told, plan: Commitment) -> tuple[Ref, ...]:
    """The countries that a clause names, in its order."""
    return tuple(map(country_ref, dict.fromkeys(article.countries(plan.span))))
