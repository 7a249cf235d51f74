"""`people.yaml` comes in; the Persons whose spellings people have joined by hand go out."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sco_digest.content.files import SLUG_MEND, Entry, country_code, forms, no_slug, refuse_same, words_of
from sco_digest.model import Person

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.model import Problem
    from sco_digest.yaml_lines import Form

KEYS = ("slug", "name", "spellings", "role", "country")


def load_people(path: Path, problems: list[Problem]) -> tuple[Person, ...]:
    """The people of the file, which need not be there."""
    slugs: list[Entry] = []
    names: list[Entry] = []
    people = tuple(_person(form, slugs, names) for form in forms(path, "people", KEYS, problems))
    refuse_same(slugs, "the slug", problems)
    refuse_same(names, "the name", problems)
    return people


def _person(form: Form, slugs: list[Entry], names: list[Entry]) -> Person:
    """One person, with gaps where there are problems."""
    name = form.needed("name")
    spellings = [entry for entry in words_of(form, "spellings") if entry[0].casefold() != name.casefold()]
    person = Person(
        slug=_slug(form, name),
        name=name,
        spellings=tuple(spelling for spelling, _, _ in spellings),
        role=form.text("role") or None,
        country=country_code(form, "country"),
    )
    slugs += [(person.slug, form.path, form.line_of("slug"))] if person.slug else []
    names += [(name, form.path, form.line_of("name"))] if name else []
    names += spellings
    return person


def _slug(form: Form, name: str) -> str:
    """The slug that is written, else the one of the name."""
    slug = form.text("slug") or _folded(name)
    if name and (why := no_slug(slug)):
        form.wrong("slug", f'"{slug}" {why}' if slug else "slug is missing", SLUG_MEND)
        return ""
    return slug


def _folded(name: str) -> str:
    """A name in ASCII, lower case and hyphens; "" where a letter has no ASCII form."""
    letters = [char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char)]
    if not all(char.isascii() for char in letters if char.isalnum()):
        return ""
    return "-".join(re.sub(r"[^a-z0-9]+", " ", re.sub("['’ʻʼ‘]", "", "".join(letters))).split())
