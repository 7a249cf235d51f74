"""Tasks for executors: what they need comes first, then the item. Other processes find them here by name."""

from __future__ import annotations

from sco_digest.errors import ContentError


def add(offset: int, item: int) -> int:
    """The sum."""
    return offset + item


def refuse(offset: int, item: int) -> int:
    """The item; but the fourth one is refused."""
    if item == 3:
        raise ContentError("not this one", path="content/x.md", line=item, mend="leave it out")
    return item
