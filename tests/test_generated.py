"""The pages of docs/ that are written from the code are current, and say something of every name."""

from __future__ import annotations

import pytest

from sco_digest.pages import PAGE_KINDS
from tests.generated import files, templates_page


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_is_current(path):
    assert path.read_bytes() == files()[path], "run: python -m tests.generated"


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_template_is_described(kind):
    page = templates_page()
    assert f"### {kind}.html\n" in page
    for name in PAGE_KINDS[kind].context.__struct_fields__:
        assert f"| `{name}` |" in page
