"""Pages and other files come in; the print of what each is made from goes out, the same for the same and no other.

Many of them show the same article, so what stands for it in each is a print of it, which is made once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args
from zlib import crc32

from msgspec import Struct
from msgspec.structs import fields

from sco_digest.cache.prints import encoded, value
from sco_digest.model import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from sco_digest.model import Page, Recipe


class Prints:
    """What the files of one build are made from."""

    def __init__(self) -> None:
        self._articles: dict[int, tuple[Entry, bytes]] = {}
        """Each with its print, by the number that Python tells it by as long as it is here."""

    def of(self, page: Page) -> MadeFrom:
        """What a page is made from, in whatever language it is to be rendered."""
        return MadeFrom(page.kind, value(self._fields(page.context)), page.context, self._fields)

    def of_recipe(self, recipe: Recipe) -> MadeFrom:
        """What a file is made from that is no page."""
        return MadeFrom("", value(self._brief(recipe.made_from)))

    def _brief(self, thing: Any) -> Any:
        """The same with a print in the place of each article."""
        found = self._articles.get(id(thing))
        if found:
            return found[1]
        if type(thing) is tuple:
            return [self._brief(one) for one in thing]
        if isinstance(thing, Entry):
            made = self._articles[id(thing)] = (thing, value(thing))
            return made[1]
        if _shows_articles(thing.__class__):
            return [type(thing).__name__, *self._fields(thing)]
        return thing

    def _fields(self, thing: Struct) -> list[object]:
        return [
            self._brief(getattr(thing, name)) if articles else getattr(thing, name)
            for name, articles in _fields(type(thing))
        ]


class MadeFrom:
    """What one file is made from: a print of it, and checksums to say what is another, which few are asked for."""

    __slots__ = ("_context", "_fields", "kind", "whole")

    def __init__(
        self,
        kind: str,
        whole: bytes,
        context: Struct | None = None,
        fields: Callable[[Struct], list[object]] = lambda _: [],
    ) -> None:
        """`kind` and `context` are those of a page; `fields` gives what is in the context."""
        self.kind = kind
        self.whole = whole
        self._context = context
        self._fields = fields

    def names(self) -> tuple[str, ...]:
        """What the template is given."""
        return self._context.__struct_fields__ if self._context else ()

    def checksums(self) -> tuple[int, ...]:
        """One for each name."""
        return tuple(map(crc32, encoded(self._fields(self._context)))) if self._context else ()


@cache
def _fields(form: type[Struct]) -> tuple[tuple[str, bool], ...]:
    """The fields of such things, and whether they may show articles."""
    return tuple((field.name, _shows_articles(field.type)) for field in fields(form))


@cache
def _shows_articles(form: Any) -> bool:
    """Whether there may be articles in what has this type: where not, it need not be searched."""
    if form is Entry:
        return True
    if isinstance(form, type) and issubclass(form, Struct):
        return any(articles for _, articles in _fields(form))
    return any(map(_shows_articles, get_args(form)))
