"""A seed file comes in; it is read and extracted as in a build, and whatever must not happen is raised."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sco_digest.errors import SeedError
from sco_digest.extract import extract
from sco_digest.model import Document, Problem
from sco_digest.seeds import FORMATS
from sco_digest.seeds.article import Source
from sco_digest.seeds.decode import decode
from sco_digest.seeds.files import find, read_bytes
from tests.fuzz.truths import check
from tests.fuzz.words import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fuzz.inputs import Seed

PACKED = ".jsonl.gz"
MOST_BYTES = 100_000
MOST_ARTICLES = 2
"""Articles of one file that are extracted: further ones bring a fuzzer nothing new and cost much."""


class Reader:
    """Reads seeds; a packed one by way of a file, which is removed at the end."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="sco-digest-fuzz-")
        self._packed = Path(self._folder.name, f"x{PACKED}")

    def read(self, seed: Seed) -> int:
        """How many of its articles were extracted; an exception is a fault of the program."""
        try:
            data = self._unpacked(seed.data) if seed.ending == PACKED else seed.data
            source = Source("x", f"x{seed.ending}", f"seeds/x{seed.ending}", decode(data))
        except SeedError as error:
            refused = error
        else:
            return sum(map(_extracted, islice(_articles(source, seed.ending), MOST_ARTICLES)))
        assert refused.message
        assert refused.mend
        return 0

    def _unpacked(self, data: bytes) -> bytes:
        self._packed.write_bytes(data)
        (found,) = find(self._packed, (PACKED,))
        assert not isinstance(found, Problem)
        return read_bytes(found, MOST_BYTES)[0]


def _articles(source: Source, ending: str) -> Iterator[Document]:
    """The articles in a file, of which there is one or a problem that says why not."""
    items = list(FORMATS[ending](source))
    assert items or ending.startswith(".jsonl")
    for item in items:
        if isinstance(item, Document):
            yield item
        else:
            assert item.message
            assert item.mend


def _extracted(document: Document) -> int:
    check(extract(document, VOCABULARY), document)
    return 1
