"""The extent of a site and that of the one before come in; why it is too small to take its place goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.publish.disk import refused
from sco_digest.publish.marker import MARKER, extent_of

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.model import Extent


def dropped(output: Path, now: Extent, most: float | None) -> str:
    """Empty where the site in the folder `output` may be replaced by one of this extent.

    `most` is the share, in percent, by which articles or pages may fall; None allows any.
    """
    if most is None:
        return ""
    with refused(output / MARKER, "read"):
        before = extent_of(output)
    if before is None:
        return ""
    for what, old, new in (("articles", before.articles, now.articles), ("pages", before.pages, now.pages)):
        if (old - new) * 100 > most * old:
            share = (old - new) * 100 / old
            return (
                f"{what} would fall from {old:,} to {new:,}, by {share:.3g} %, and --max-drop allows {most:g} %;"
                " look what is missing, or name a higher one"
            )
    return ""
