"""An article comes in; what schema.org has words for goes out, as plain data for one JSON-LD block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Entry, Speaker

IPTC = "http://cv.iptc.org/newscodes/mediatopic/"


class Term(Struct, frozen=True):
    """A policy area in a public taxonomy."""

    code: Annotated[str, Meta(description="IPTC Media Topic, `medtop:` and eight digits")]
    name: Annotated[str, Meta(description="the policy area that it stands for")]


def linked_data(record: ArticleRecord, entry: Entry, terms: Sequence[Term]) -> dict[str, Any]:
    """A `NewsArticle` without its address, which only the one who renders it knows."""
    source = {"@type": "CreativeWork", "identifier": f"sha256:{record.sha256}"}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": entry.headline,
        "datePublished": entry.date,
        "inLanguage": entry.lang,
        "abstract": entry.summary,
        "isBasedOn": source,
        "about": [{"@type": "Thing", "name": ref.name} for ref in entry.topics] + list(_coded(terms)),
        "mentions": [_speaker(speaker) for speaker in record.speakers] + list(_places(record)),
    }
    if entry.source:
        credited = {"@type": "Organization", "name": entry.source}
        data |= {"sourceOrganization": credited, "isBasedOn": source | {"publisher": credited}}
    return data


def _coded(terms: Sequence[Term]) -> Iterator[dict[str, Any]]:
    """Each code once, under the name of the first area that has it."""
    names = {term.code: term.name for term in reversed(terms)}
    for code in dict.fromkeys(term.code for term in terms):
        address = IPTC + code.removeprefix("medtop:")
        yield {"@type": "DefinedTerm", "@id": address, "termCode": code, "name": names[code]}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    if speaker.kind == "organisation":
        return {"@type": "Organization", "name": speaker.name}
    person: dict[str, Any] = {"@type": "Person", "name": speaker.name}
    if speaker.role:
        person["jobTitle"] = speaker.role
    return person


def _places(record: ArticleRecord) -> Iterator[dict[str, Any]]:
    for name, country in sorted({(place.name, place.country) for place in record.places}):
        address = {"@type": "PostalAddress", "addressCountry": country}
        yield {"@type": "Place", "name": name, "address": address}
