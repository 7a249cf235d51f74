"""A list, newest first, comes in; its pages go out, counted from the oldest end.

A new item changes the newest page and nothing else: the older pages are full and keep their items and addresses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Item = TypeVar("Item")


class Paging(Struct, frozen=True, kw_only=True):
    """Where a page of a list stands among its neighbours."""

    path: Annotated[str, Meta(description="the page itself, relative to the site's root")]
    number: Annotated[int, Meta(description="1 for the page of the oldest; 0 for the newest page, which comes first")]
    newer: Annotated[str, Meta(description="the page of newer ones, relative to the site's root; empty on the first")]
    older: Annotated[str, Meta(description="the page of older ones; empty on the last")]


def paged(items: Sequence[Item], per_page: int, path: str) -> Iterator[tuple[Paging, Sequence[Item]]]:
    """The newest page at `path`, with up to twice as many items as the others, then the older ones at `page/N/`.

    >>> [(paging.number, list(part)) for paging, part in paged([5, 4, 3, 2, 1], 2, "index.html")]
    [(0, [5, 4, 3]), (1, [2, 1])]
    """
    full = max(0, len(items) // per_page - 1)
    for number in (0, *range(full, 0, -1)):
        end = len(items) - (number - 1 if number else full) * per_page
        start = end - per_page if number else 0
        paging = Paging(
            path=_path(path, number),
            number=number,
            newer=_path(path, 0 if number == full else number + 1) if number else "",
            older=_path(path, (number or full + 1) - 1) if (number or full + 1) > 1 else "",
        )
        yield paging, items[start:end]


def _path(path: str, number: int) -> str:
    return path.removesuffix("index.html") + f"page/{number}/index.html" if number else path
