"""The Site, its records and its pages come in; every file that is not a page goes out. A format is one line here.

Pages become HTML one by one, in as many processes as there are: that is `outputs.html.Renderer`.
The search index needs a program that not everybody has, so it is asked for by itself: `outputs.search`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.outputs import data, feeds, series, sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sco_digest.model import ArticleRecord, OutputFile, Page, Site

    Output = Callable[[Site, Sequence[ArticleRecord], Iterable[Page]], Iterator[OutputFile]]

OUTPUTS: tuple[Output, ...] = (feeds.files, sitemap.files, data.files, series.files)
"""Of the pages only the paths are asked for."""
