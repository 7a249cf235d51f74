"""`places.yaml` comes in; the AddedPlaces that a site tells the language of go out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sco_digest.content.files import Entry, country_code, open_yaml, refuse_same
from sco_digest.model import AddedPlace
from sco_digest.yaml_lines import Form

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.model import Problem

KEYS = ("code", "name", "spellings", "people", "cities")


def load_places(path: Path, problems: list[Problem]) -> tuple[AddedPlace, ...]:
    """The places of the file, which need not be there."""
    form = open_yaml(path, ("places",), problems) if path.exists() else None
    codes: list[Entry] = []
    names: list[Entry] = []
    places = tuple(
        _place(Form(node, path=str(path), known=KEYS, problems=problems), codes, names)
        for node in (form.entries("places") if form else ())
    )
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
    found = [(" ".join(node.text.split()), form.path, node.line) for node in form.words(key) if node.text.strip()]
    for name, _, line in found:
        _refuse_small(form, name, line)
    return found


def _refuse_small(form: Form, name: str, line: int) -> None:
    """Texts are searched for names with a capital, so that "turkey" is no country."""
    if name and not name[0].isupper():
        form.wrong(line, f'"{name[:40]}" does not begin with a capital', "write it as texts do, such as Kyrgyz")
