"""Documents come in; the articles that can be published go out: each in brief, and its record when someone asks.

A site of many thousand articles is joined from what is known of each in brief. Of the records, which are ten times as
long, a build holds only those that it looks at: they lie in the store, and an edit leaves nearly all of them there.
"""

from __future__ import annotations

from sco_digest.library.brief import Asked, Read, pack, read_article, to_keep
from sco_digest.library.collect import Library, collected

__all__ = ["Asked", "Library", "Read", "collected", "pack", "read_article", "to_keep"]
