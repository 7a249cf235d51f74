"""Hostile files of a content folder come in; what must hold of all that is loaded from them is said here."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sco_digest.content import load_content
from sco_digest.content.corrections import KEYS as CORRECTED
from sco_digest.content.people import KEYS as OF_PEOPLE
from sco_digest.content.places import KEYS as OF_PLACES
from tests.fuzz.refusing import lines
from tests.fuzz.strategies import NEWS, YAML, lines_of

if TYPE_CHECKING:
    from sco_digest.model import Content, Problem

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TITLED = lines_of("title", "titel", good="title: A page\n")
TOPICS = st.tuples(
    lines_of("name", "order", "codes", "cue", good="name: Roads\norder: 3\n"),
    st.sampled_from(
        [
            "",
            "cues:\n  en:\n    strong: [road*, bridge]\n",
            "cues:\n  en:\n    strong: [road*, '*', ' ']\n    weak: [Road]\n",
            "codes: {iptc: [medtop:1], cap: [٣]}\n",
        ]
    ),
).map("".join)
PERSON = "slug: ivo\nname: Ivo Tarn\nspellings: [I. Tarn]\ncountry: KG\n"
PLACE = "code: XA\nname: Orm\npeople: [Ormish]\ncities: [Osk]\n"
CORRECTION = "article: x\nreason: so it is\ndate: 2025-11-19\nremove: [5 percent]\n"
NAMES = st.sampled_from(["a", "a", "a-b", "c", "B", "ü", "a b", "readme", ".a", "x" * 60])


def front(head: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Files with front matter, with some that lack it."""
    return st.tuples(head, NEWS | st.just("")).map("---\n{0[0]}\n---\n{0[1]}".format) | NEWS


def entries(part: str, keys: tuple[str, ...], good: str) -> st.SearchStrategy[str]:
    """Files with a list of entries that have these keys."""
    entry = lines_of(*keys, "nmae", good=good).map(lambda text: "- " + text.rstrip("\n").replace("\n", "\n  "))
    return st.lists(entry, max_size=3).map(lambda found: f"{part}:\n" + "\n".join(found) + "\n") | YAML


FILES = st.fixed_dictionaries(
    {},
    optional={
        "people.yaml": entries("people", OF_PEOPLE, PERSON),
        "places.yaml": entries("places", OF_PLACES, PLACE),
        "topics": st.dictionaries(NAMES.map("{}.md".format), front(TOPICS), max_size=2),
        "pages": st.dictionaries(NAMES.map("{}.md".format), front(TITLED), max_size=2),
        "corrections": st.dictionaries(
            NAMES.map("{}.yaml".format), lines_of(*CORRECTED, "artcle", good=CORRECTION), max_size=2
        ),
    },
)


def load(files: dict[str, str | dict[str, str]]) -> tuple[Content, tuple[Problem, ...], dict[str, str]]:
    """What a folder of these files is loaded as, its problems, and the text of each file by its path."""
    with TemporaryDirectory() as folder:
        texts: dict[str, str] = {}
        for name, inner in files.items():
            for path, text in ({name: inner} if isinstance(inner, str) else _below(name, inner)).items():
                place = Path(folder, path)
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(text.encode())
                texts[str(place)] = text
        return *load_content(Path(folder)), texts


def _below(name: str, inner: dict[str, str]) -> dict[str, str]:
    return {f"{name}/{path}": text for path, text in inner.items()}


@settings(max_examples=100)
@given(FILES)
def test_a_folder_is_loaded_with_problems_that_say_where(files: dict[str, str | dict[str, str]]) -> None:
    content, problems, texts = load(files)
    for problem in problems:
        assert problem.path in texts
        assert 0 <= problem.line <= lines(texts[problem.path])
        assert problem.message
    if not problems:
        well_formed(content)


def well_formed(content: Content) -> None:
    """What everything that follows relies on where no problem was named."""
    vocabulary = content.vocabulary
    for slug in (*(one.slug for one in vocabulary.topics), *(one.slug for one in vocabulary.people)):
        assert SLUG.fullmatch(slug)
    for one in vocabulary.topics:
        assert one.name == " ".join(one.name.split()) != ""
        assert one.order >= 1
        assert all(1 <= code <= 23 for code in one.cap)
        assert all(code.isascii() for code in one.iptc)
    for country in (
        *(one.country for one in vocabulary.people if one.country),
        *(one.code for one in vocabulary.places),
    ):
        assert re.fullmatch("[A-Z]{2}", country)
    assert all(one.name and one.name[0].isupper() for one in vocabulary.places)
    assert all(one.title and one.markdown for one in content.prose)
    for correction in content.corrections:
        assert correction.article
        assert correction.reason
        assert correction.date is None or re.fullmatch(r"\d{4}-\d\d-\d\d", correction.date, re.ASCII)
        assert "" not in (correction.headline, correction.source)
