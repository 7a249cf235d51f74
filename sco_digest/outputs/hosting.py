"""Nothing is looked at; files that mean something to a host, and nothing elsewhere, go out.

They are for hosts that would otherwise change the site. Whoever builds cannot add them, since the folder is replaced as
a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.model import OutputFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Kept, Page, Records, Site


def files(_site: Site, _records: Records, _pages: Iterable[Page], _kept: Kept) -> Iterator[OutputFile]:
    """An empty `.nojekyll`, with which GitHub Pages publishes a branch as it is."""
    yield OutputFile(".nojekyll", b"", "the file that keeps Jekyll away")
