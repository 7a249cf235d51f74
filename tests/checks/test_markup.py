"""Pages of every kind are valid HTML; a page that is not is found out. `make check-site` looks at every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.pages import PAGE_KINDS
from tests.checks import small
from tests.checks.markup import valid_html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.subject import Subject

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("programs")]


E_MAIL = "digests/latest.html"
"""No page: mail programs want the inline styles that pages do not have."""


def test_pages_are_valid(site: tuple[Subject, str]) -> None:
    subject = site[0].some()
    assert set(subject.kinds.values()) == set(PAGE_KINDS)
    outcome = valid_html(subject)
    assert outcome.pages == len(subject.kinds) > 2 * len(PAGE_KINDS)
    assert outcome.faults == ()


def test_every_file_of_html_is_a_page_that_is_known(site: tuple[Subject, str]) -> None:
    files = {file.relative_to(site[0].folder).as_posix() for file in site[0].folder.rglob("*.html")}
    assert files - {E_MAIL} == set(site[0].kinds)


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ("<p>one<div>two</div></p>", "no-implicit-close"),
        ("<a id='s2' href='#s2'>one</a><b id='s2'>two</b>", "no-dup-id"),
        ("<ul><p>one</p></ul>", "element-permitted-content"),
        ("<img src='a.png'>", "wcag/h37"),
        ("<h3>too deep</h3>", "heading-level"),
    ],
    ids=[
        "a box in a paragraph",
        "an id twice",
        "a paragraph in a list",
        "a picture without words",
        "a heading left out",
    ],
)
def test_a_page_that_is_not_valid_is_named_with_its_line_and_the_rule(tmp_path: Path, markup: str, rule: str) -> None:
    faults = valid_html(small.site(tmp_path, markup)).faults
    found = [fault for fault in faults if fault.endswith(f"({rule})")]
    assert found
    assert found[0].startswith(f"index.html:{small.BODY_LINE}: ")
