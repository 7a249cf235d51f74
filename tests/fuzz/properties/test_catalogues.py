"""What may be a catalogue of gettext comes in; what must hold of the words read from it is said here."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from sco_digest.errors import DigestError, TemplateError
from sco_digest.outputs.catalogue import catalogue
from tests.fuzz.refusing import lines, or_refusal

ONE, MANY = "%(num)d article", "%(num)d articles"
SAID = st.sampled_from(["Home", ONE, MANY, "", "Дом", 'a "b"', "%(num)s %", "{x", "\x04"]) | st.text(max_size=6)
QUOTED = st.one_of(
    SAID.map(lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'),
    st.sampled_from(['"', '""', '"a', 'a"', '"\\"', '"\\x"', '"\\u12"', "'a'", "", '"a" "b"', "~"]),
)
KEYWORDS = st.sampled_from(
    ["msgid", "msgid", "msgstr", "msgstr", "msgid_plural", "msgctxt", "msgstr[0]", "msgstr[1]", "msgstr[9999999999]"]
)
ODD = st.sampled_from(
    ["msgstr[", "msgstr[x]", "msgstr[-1]", "#~ msgid", "#, fuzzy", "#: a.html:x", "#| msgid", "#~", "#"]
)
PLURALS = st.sampled_from(
    ["0", "n != 1", "n%10==1 && n%100!=11 ? 0 : 1", "n", "n ?", "(" * 60, "a", "-1", "7", "n % 0", "100 / (n - 21)"]
)
FIELDS = st.one_of(
    st.tuples(st.sampled_from(["1", "2", "0", "-1", "x", "6", "7", "9" * 30]), PLURALS).map(
        "Plural-Forms: nplurals={0[0]}; plural={0[1]};".format
    ),
    st.sampled_from(["utf-8", "UTF-16", "latin-1", "nonsense", "rot13", "idna", "utf-7", "\u0130", ""]).map(
        "Content-Type: text/plain; charset={}".format
    ),
    st.sampled_from(
        ["Language: ru", "Language: xx_", "PO-Revision-Date: x", "POT-Creation-Date: 2025-13-01 00:00+0000"]
    ),
    st.sampled_from(["Plural-Forms:", "Plural-Forms: nplurals", "Content-Type", ":", "MIME-Version: 1.0", "a: b: c"]),
)
HEAD = st.lists(FIELDS, max_size=4).map(
    lambda fields: 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n' + "".join(f'"{field}\\n"\n' for field in fields) + "\n"
)
LINE = st.tuples(KEYWORDS | ODD, QUOTED).map(" ".join) | QUOTED | st.text(max_size=12) | st.just("")
WHOLE = st.tuples(QUOTED, QUOTED).map("msgid {0[0]}\nmsgstr {0[1]}\n".format) | st.tuples(QUOTED, QUOTED).map(
    ('msgid "' + ONE + '"\nmsgid_plural "' + MANY + '"\nmsgstr[0] {0[0]}\nmsgstr[1] {0[1]}\n').format
)
CATALOGUES = st.tuples(
    HEAD | st.just(""),
    (st.lists(WHOLE, max_size=6) | st.lists(WHOLE | LINE, max_size=8)).map("\n".join),
    st.sampled_from(["utf-8", "utf-16", "cp1251"]),
).map(lambda parts: (parts[0] + parts[1]).encode(parts[2], errors="replace"))
"""Heads and messages, nearly as gettext writes them; in some of them a line, a mark or an encoding is wrong."""


@settings(max_examples=300)
@given(CATALOGUES | st.binary(max_size=60))
@example(b'msgid "Home"\nmsgstr "Start"\n')
@example(b'msgid "Home\nmsgstr "Start"\n')
def test_a_catalogue_is_read_or_refused_with_its_file_and_line(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "locale/xx.po")
        file.parent.mkdir()
        file.write_bytes(data)
        words = or_refusal(catalogue, "xx", [Path(folder)])
    if isinstance(words, DigestError):
        event("refused")
        assert isinstance(words, TemplateError)
        assert words.path == str(file)
        assert 0 <= words.line <= lines(data.decode("latin-1"))
        assert words.message.startswith("no catalogue of gettext: ")
        return
    event("read")
    assert isinstance(words.gettext("Home"), str)
    assert all(isinstance(words.ngettext(ONE, MANY, number), str) for number in (0, 1, 2, 5, 11, 10**6))
