"""An article comes in; what schema.org has words for goes out, as plain data for one JSON-LD block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Entry, Speaker

IPTC = "http://cv.iptc.org/newscodes/mediatopic/"


def linked_data(record: ArticleRecord, entry: Entry, codes: Sequence[str]) -> dict[str, Any]:
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
        "about": [{"@type": "Thing", "name": ref.name} for ref in entry.topics] + list(_coded(codes)),
        "mentions": [_person(speaker) for speaker in record.speakers] + list(_places(record)),
    }
    if entry.source:
        credited = {"@type": "Organization", "name": entry.source}
        data |= {"sourceOrganization": credited, "isBasedOn": source | {"publisher": credited}}
    return data


def _coded(codes: Sequence[str]) -> Iterator[dict[str, Any]]:
    for code in codes:
        yield {"@type": "DefinedTerm", "@id": IPTC + code.removeprefix("medtop:"), "termCode": code}


def _person(speaker: Speaker) -> dict[str, Any]:
    person: dict[str, Any] = {"@type": "Person", "name": speaker.name}
    if speaker.role:
        person["jobTitle"] = speaker.role
    return person


def _places(record: ArticleRecord) -> Iterator[dict[str, Any]]:
    for name, country in sorted({(place.name, place.country) for place in record.places}):
        address = {"@type": "PostalAddress", "addressCountry": country}
        yield {"@type": "Place", "name": name, "address": address}
