"""Chance comes in; hostile texts of all kinds go out, each with the context that it is meant for.

The tables have some hundred payloads; ways out of the place where a text stands, and disguises, make thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile.naughty import naughty_strings
from tests.hostile.payloads.addresses import PATHS, URLS
from tests.hostile.payloads.disguise import disguised
from tests.hostile.payloads.formats import ATOM, FORMULAS, JSON, MARKDOWN, TEMPLATES, YAML
from tests.hostile.payloads.letters import BROKEN, CONTROLS, INVISIBLE, OLDER, SHIFTED, SIZES, TURNING, WORDS
from tests.hostile.payloads.markup import ATTRIBUTES, BREAKOUTS, ELEMENTS, MUTATING, STYLES, VECTORS

if TYPE_CHECKING:
    import random

MARKUP = {
    "html": ELEMENTS,
    "attribute": ATTRIBUTES,
    "svg": VECTORS,
    "css": STYLES,
    "parsers": MUTATING,
    "url": URLS,
}
"""Contexts of HTML: their payloads come behind a way out, and disguised."""
OTHERS = {
    "json": JSON,
    "atom": ATOM,
    "csv": FORMULAS,
    "markdown": MARKDOWN,
    "yaml": YAML,
    "template": TEMPLATES,
    "direction": TURNING,
    "invisible": INVISIBLE,
    "control": CONTROLS,
    "size": SIZES,
    "word": WORDS,
    "path": PATHS,
}
"""Contexts whose payloads stand as they are."""
OF_BYTES = {"bytes": BROKEN, "older": OLDER, "shifts": SHIFTED}
"""Contexts whose payloads are no text yet, so that each needs a file of its own."""
OFTEN = 2
"""How many times more markup is drawn than other payloads, since there is most to vary."""
RARE = frozenset({"size"})
"""Long texts take long to build."""


def contexts() -> dict[str, tuple[str, ...]]:
    """Every table, the naughty strings as the last."""
    return {**MARKUP, **OTHERS, "naughty": naughty_strings()}


def shown_contexts() -> set[str]:
    """The names of the contexts that must reach a page; what is no text at all must be named instead."""
    return {*contexts(), *OF_BYTES} - {"bytes"}


def drawn(chance: random.Random) -> tuple[str, str]:
    """A context and a payload for it."""
    tables = contexts()
    names = [*MARKUP] * OFTEN + [name for name in tables if name not in RARE or chance.random() < 0.2]
    context = chance.choice(names)
    payload = chance.choice(tables[context])
    if context in MARKUP:
        way_out = chance.choice(BREAKOUTS) if chance.random() < 0.5 else ""
        payload = way_out + disguised(chance, payload)
    return context, payload
