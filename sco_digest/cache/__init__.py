"""What things were made from comes in, what need not be made again goes out: pages, a whole build, whatever has a key.

Everything is found by what it was made from, never by when: by texts, content, templates, settings and the program
itself. What is kept lies in one file beside the output folder. It may be deleted at any time; damage to it costs time,
never a wrong page.
"""

from __future__ import annotations

from sco_digest.cache.leftovers import Leftovers
from sco_digest.cache.made_from import Prints
from sco_digest.cache.prints import folders, program, value
from sco_digest.cache.seen import SeedFiles
from sco_digest.cache.store import OfProgram, Store
from sco_digest.cache.whole import inputs, remember, unchanged

__all__ = [
    "Leftovers",
    "OfProgram",
    "Prints",
    "SeedFiles",
    "Store",
    "folders",
    "inputs",
    "program",
    "remember",
    "unchanged",
    "value",
]
