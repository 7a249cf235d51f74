"""An article and its address come in; how others cite it goes out: in words, for BibTeX, and as CSL-JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from sco_digest.model import Entry, Settings
    from sco_digest.outputs.words import Words

_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{character: f"\\{character}" for character in "%&$#_"},
}
"""Characters that TeX would take for its own. BibTeX counts a brace as one behind a backslash too."""


class Citations:
    """Cites articles of one site; every method is a filter of that name in the templates.

    The source that the text credits stands for its author, the site for what it was published in. An article without
    full address is cited without one.
    """

    def __init__(self, settings: Settings, words: Words) -> None:
        self._settings = settings
        self._words = words

    def filters(self) -> dict[str, Callable[..., str]]:
        """The filters by name."""
        return {"citation": self.citation, "bibtex": self.bibtex, "csl_json": self.csl_json}

    def citation(self, entry: Entry, address: str) -> str:
        """One line for people, in the order of author, title, date, publication, address."""
        head = (entry.source, f"“{_line(entry.headline)}”", self._words.day(entry.date))
        tail = (self._settings.title, address)
        return f"{', '.join(filter(None, head))}. {', '.join(filter(None, tail))}"

    def bibtex(self, entry: Entry, address: str) -> str:
        """An entry `@misc`, as BibTeX and BibLaTeX read it; names in double braces are not taken apart."""
        year, month, day = entry.date.split("-")
        fields = {
            "author": f"{{{_tex(entry.source)}}}" if entry.source else "",
            "title": f"{{{_tex(_line(entry.headline))}}}",
            "howpublished": _tex(self._settings.title),
            "publisher": _tex(self._settings.publisher),
            "year": year,
            "month": str(int(month)),
            "day": str(int(day)),
            "date": entry.date,
            "url": address,
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join((f"@misc{{{_key(entry)},", *lines, "}"))

    def csl_json(self, entry: Entry, address: str) -> str:
        """An item in the JSON of the Citation Style Language, schema 1.0, in a list as reference managers import it."""
        item: dict[str, Any] = {
            "id": _key(entry),
            "type": "article-newspaper",
            "title": _line(entry.headline),
            "author": [{"literal": entry.source}] if entry.source else None,
            "container-title": self._settings.title,
            "publisher": self._settings.publisher,
            "issued": {"date-parts": [[int(part) for part in entry.date.split("-")]]},
            "URL": address,
            "language": entry.lang,
        }
        known = {name: value for name, value in item.items() if value}
        return msgspec.json.format(msgspec.json.encode([known]), indent=2).decode()


def _key(entry: Entry) -> str:
    """A name that is the article's own on this site: day and the last part of its address."""
    name = entry.path.removesuffix("/index.html").rpartition("/")[2]
    return f"{entry.date}-{name}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return re.sub(r"[\\~^{}%&$#_]", lambda found: _TEX[found[0]], text)
