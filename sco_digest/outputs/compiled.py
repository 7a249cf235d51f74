"""The words of a template come in; the code that this process compiled them to before goes out, if it did.

So the next build of `serve`, or of a test, need not compile what has not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

CODE: dict[tuple[object, ...], CodeType] = {}
"""By the theme, the template, and the checksum of its words."""
MOST = 1000
"""Templates in it, beyond which it is emptied: `serve` goes on for days."""


class Compiled(BytecodeCache):
    """The code of one theme: it holds what filters made of words that stand in the template itself."""

    def __init__(self, *theme: object) -> None:
        """All that the filters depend on."""
        self._theme = theme

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of the same words, where there is some."""
        bucket.code = CODE.get((*self._theme, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take in what was just compiled."""
        if len(CODE) >= MOST:
            CODE.clear()
        CODE[*self._theme, bucket.key, bucket.checksum] = bucket.code  # type: ignore[assignment]
