"""The Site and its pages come in; the digest of the newest week goes out, ready to be sent by e-mail, in two forms.

The templates are `email.html` and `email.txt`. Both have all that the page of the digest has, in the first language of
the site, and `href`, which makes a full address of a path where `base_url` is set.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sco_digest.model import OutputFile
from sco_digest.outputs.links import link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Page, Site
    from sco_digest.outputs.html import Renderer


def files(site: Site, pages: Iterable[Page], renderer: Renderer) -> Iterator[OutputFile]:
    """The newest digest as HTML and as plain text; nothing where there are no articles."""
    newest = {week.path for week in site.weeks[:1]}
    for page in (page for page in pages if page.path in newest):
        for ending in ("html", "txt"):
            path = f"digests/latest.{ending}"
            text = renderer.fill(f"email.{ending}", page, href=partial(link, source=path, settings=site.settings))
            yield OutputFile(path, f"{text.rstrip()}\n".encode(), "the e-mail of the newest digest")
