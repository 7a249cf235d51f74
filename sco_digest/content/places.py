"""`places.yaml` comes in; the AddedPlaces that a site tells the language of go out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sco_digest.content.files import Entry, country_code, forms, refuse_same, words_of
from sco_digest.model import AddedPlace

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.model import Problem
    from sco_digest.yaml_lines import Form

KEYS = ("code", "name", "spellings", "people", "cities")


def load_places(path: Path, problems: list[Problem]) -> tuple[AddedPlace, ...]:
    """The places of the file, which need not be there."""
    codes: list[Entry] = []
    names: list[Entry] = []
    places = tuple(_place(form, codes, names) for form in forms(path, "places", KEYS, problems))
    refuse_same(codes, "the code", problems)
    refuse_same(names, "the name", problems)
    return places


def _place(form: Form, codes: list[Entry], names: list[Entry]) -> AddedPlace:
    """One place, with gaps where there are problems."""
    name = form.needed("name")
    code = country_code(form, "code") if form.needed("code") else None
    codes += [(code, form.path, form.line_of("code"))] if code else []
    words = {key: _names(form, key) for key in ("spellings", "people", "cities")}
    names += [(name, form.path, form.line_of("name"))] if name else []
    names += chain.from_iterable(words.values())
    _refuse_small(form, name, form.line_of("name"))
    spelled = {key: tuple(word for word, _, _ in found) for key, found in words.items()}
    return AddedPlace(code=code or "", name=name, **spelled)


def _names(form: Form, key: str) -> list[Entry]:
    """The names of a list, each with its place."""
    found = words_of(form, key)
    for name, _, line in found:
        _refuse_small(form, name, line)
    return found


def _refuse_small(form: Form, name: str, line: int) -> None:
    """Texts are searched for names with a capital, so that "turkey" is no country."""
    if name and not name[0].isupper():
        form.wrong(line, f'"{name[:40]}" does not begin with a capital', "write it as texts do, such as Kyrgyz")
