"""The templates come in; the catalogues beside them go out, with every message that the templates have and no other.

`python -m tests.messages` brings them up to date: a new message waits there for its translation, a changed one is
marked fuzzy, one that is gone is taken out. tests/outputs/test_catalogue.py says whether they are whole. A new language
begins with `python -m tests.messages kk`.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from sco_digest.content import load_content

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
LOCALE = TEMPLATES / "locale"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
OPTIONS = {"trimmed": "true", "newstyle_gettext": "true"}
NOTE = "# The words of the interface. `python -m tests.messages` brings the list up to date; translate what is empty."
NEEDLESS = (
    b'"Report-Msgid-Bugs-To: ',
    b'"POT-Creation-Date: ',
    b'"PO-Revision-Date: ',
    b'"Last-Translator: ',
    b'"Language-Team: ',
    b'"Generated-By: ',
)
"""Lines of the header that would differ from day to day, or that git knows better."""


def messages() -> Catalog:
    """All messages of the templates, and the names of the topics that ship."""
    found = Catalog(charset="utf-8")
    extracted = extract_from_dir(
        str(TEMPLATES),
        method_map=[("**.html", "jinja2"), ("**.txt", "jinja2")],
        options_map={"**.html": OPTIONS, "**.txt": OPTIONS},
        keywords=KEYWORDS,
    )
    for _, _, message, _, context in extracted:
        found.add(message, context=context)
    for topic in load_content(ROOT / "content")[0].vocabulary.topics:
        found.add(topic.name)
    return found


def load(language: str) -> Catalog:
    """The catalogue of a language as it is; an empty one where there is none."""
    file = LOCALE / f"{language}.po"
    if not file.is_file():
        return Catalog(locale=language, charset="utf-8")
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def current(language: str) -> bytes:
    """The catalogue of a language as it should be."""
    catalogue = load(language)
    catalogue.update(messages(), update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.header_comment, catalogue.project, catalogue.version = NOTE, "sco-digest", ""
    catalogue.fuzzy = False
    written = BytesIO()
    write_po(written, catalogue, no_location=True, sort_output=True, width=0, ignore_obsolete=True)
    return b"".join(line for line in written.getvalue().splitlines(keepends=True) if not line.startswith(NEEDLESS))


if __name__ == "__main__":
    LOCALE.mkdir(exist_ok=True)
    for language in sorted({*sys.argv[1:], *(file.stem for file in LOCALE.glob("*.po"))}):
        (LOCALE / f"{language}.po").write_bytes(current(language))
        sys.stdout.write(f"{LOCALE / language}.po\n")
