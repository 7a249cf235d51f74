"""The Site, its records and its pages come in; every file that is not a page goes out. A format is one line here.

Pages become HTML one by one, in as many processes as there are: that is `outputs.html.Renderer`.
The search index needs a program that not everybody has, so it is asked for by itself: `outputs.search`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.outputs import data, digest_feed, email, feeds, hosting, series, sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sco_digest.model import Kept, OutputFile, Page, Recipe, Records, Site
    from sco_digest.outputs.html import Renderer

    Output = Callable[[Site, Records, Iterable[Page], Kept], Iterator[OutputFile | Recipe]]
    Filled = Callable[[Site, Iterable[Page], Renderer], Iterator[OutputFile]]

OUTPUTS: tuple[Output, ...] = (feeds.files, sitemap.files, data.files, series.files, hosting.files)
"""Of the pages only the paths are asked for; what is kept are parts of files, by keys of what they are made from."""
FILLED: tuple[Filled, ...] = (digest_feed.files, email.files)
"""Files that have words of the interface too: templates are filled with pages, in the first language of the site."""
