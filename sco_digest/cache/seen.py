"""The seed files of a build come in; those that the next one need not open go out, by what they are told by, unread.

Of each article that was read all is kept but its text, which only an article needs that has to be read anew.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from sco_digest.cache.prints import value
from sco_digest.cache.store import OfProgram
from sco_digest.model import Document, SeedFile
from sco_digest.standing import TICK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sco_digest.cache.store import Store
    from sco_digest.model import Outline

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[SeedFile, ...])


class SeedFiles:
    """What is known of the files that are read in one and the same way."""

    def __init__(self, store: Store, *read_by: object) -> None:
        """`read_by` is what decides, beside the program, over what is read from a file of the same bytes."""
        self._store = OfProgram(store)
        self._key = f"seeds {value(*read_by).hex()}"

    def looked_at(
        self, look: Callable[[Mapping[str, SeedFile]], tuple[SeedFile, ...]], began: int
    ) -> tuple[SeedFile, ...]:
        """The files as `look` finds them, when it is told of those of before, and the next build of these."""
        found = look(self.before())
        self.remember(found, began)
        return found

    def before(self) -> dict[str, SeedFile]:
        """The files that the build before has read, by their path."""
        files = self._store.read(self._key, _DECODER)
        return {file.path: file for file in files or ()}

    def remember(self, files: Iterable[SeedFile], began: int) -> None:
        """Tell the next build of those that can be trusted; `began` is when this one did, in nanoseconds since 1970.

        A file that was changed in the moment in which it was read could be told by the same afterwards; one with a
        problem that may pass may be read tomorrow, as it is. Nothing is kept of a folder whose name is not UTF-8.
        """
        known = [
            SeedFile(file.path, file.state, tuple(map(_without_text, file.articles)), file.problems)
            for file in files
            if file.state and max(file.state[3:]) < began - TICK and not any(one.passing for one in file.problems)
        ]
        with suppress(UnicodeEncodeError):
            self._store.put(self._key, _ENCODER.encode(known))


def _without_text(article: Outline) -> Outline:
    return article.outline() if isinstance(article, Document) else article
