"""A context comes in; each of its names goes out when a template asks for it, worked out once.

Templates of one's own often show little of what a page has, and to work out the rest takes longer than to render it.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.utils import missing

if TYPE_CHECKING:
    from msgspec import Struct


class Later:
    """A property that nobody has asked for yet."""

    def __init__(self, context: Struct, name: str) -> None:
        self._context = context
        self._name = name

    @cached_property
    def value(self) -> Any:
        """What it is."""
        return getattr(self._context, self._name)


class OnDemand(jinja2.runtime.Context):
    """The names of a template, some of which are worked out when they are asked for."""

    def resolve_or_missing(self, key: str) -> Any:
        """What a name stands for."""
        found = self.vars[key] if key in self.vars else self.parent.get(key, missing)
        return found.value if type(found) is Later else found


def names(context: Struct) -> dict[str, Any]:
    """The fields of a context, and its properties for later."""
    fields = {name: getattr(context, name) for name in context.__struct_fields__}
    return fields | {name: Later(context, name) for name in _properties(type(context))}


@lru_cache
def _properties(context: type[Struct]) -> tuple[str, ...]:
    return tuple(name for name in dir(context) if isinstance(getattr(context, name), property | cached_property))
