"""What a build changed comes in; the same goes out in the order in which a host without atomic deploys should take it.

Whoever opens the site half-way finds no page without its style and no link to a page that is not there yet: first come
the files that pages load, then articles, then the pages that lead to them, then what leads to those, and removals last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sco_digest.model import Change

if TYPE_CHECKING:
    from sco_digest.model import Published

ORDER = (
    re.compile(r".*\.(css|js|svg|png|jpg|webp|ico|woff2)|search-index/.*(?<!-entry\.json)(?<!/shards\.json)|data/.*"),
    re.compile(r"([a-z-]+/)?\d{4}/\d{2}/.*"),
    re.compile(r".*\.html"),
    re.compile(r".*"),
)
"""What pages load; articles, also below the folder of a language; other pages; feeds, maps and entries to search."""
HOME = re.compile(r"([a-z-]+/)?index\.html")
"""The pages that lead to everything else: they wait for feeds and maps as well."""


def in_order(published: Published) -> tuple[Change, ...]:
    """Every file that is new, changed or gone."""
    written = [
        *(Change(path, "added") for path in published.added),
        *(Change(path, "changed") for path in published.changed),
    ]
    gone = (Change(path, "removed") for path in published.removed)
    return (*sorted(written, key=lambda change: (_rank(change.path), change.path)), *gone)


def _rank(path: str) -> int:
    if HOME.fullmatch(path):
        return len(ORDER)
    return next(number for number, kind in enumerate(ORDER) if kind.fullmatch(path))
