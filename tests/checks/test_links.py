"""A link that leads nowhere is found out, on disk by our own walk and on a server by linkinator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.pages import PAGE_KINDS
from tests.browser.opening import served
from tests.checks import node, small
from tests.checks.links import unbroken_on_disk, unbroken_served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.subject import Subject

ON = "<a href='article.html#s1'>on</a>"
LINKS = pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("article.html", ""),
        ("article.html#s1", ""),
        ("#", ""),
        ("article.html#s2", "article.html#s2"),
        ("#s1", "index.html#s1"),
        ("gone.html", "gone.html"),
        ("gone/index.html#s1", "gone/index.html"),
    ],
)


def test_no_link_of_pages_of_every_kind_is_broken_on_disk(site: tuple[Subject, str]) -> None:
    """`make check-site` looks at every page."""
    outcome = unbroken_on_disk(site[0].some())
    assert outcome.pages > 2 * len(PAGE_KINDS)
    assert outcome.faults == ()


@LINKS
def test_a_link_that_is_broken_on_disk_is_named(tmp_path: Path, link: str, fault: str) -> None:
    faults = unbroken_on_disk(small.site(tmp_path, f"{ON}<a href='{link}'>it</a>")).faults
    assert [found.partition(" is ")[0] for found in faults] == ([f"index.html: {link}"] if fault else [])


@pytest.mark.parametrize("link", ["folder/", "folder", "../outside.html", "/article.html"])
def test_on_disk_a_link_names_a_file_of_the_site(tmp_path: Path, link: str) -> None:
    folder = tmp_path / "site"
    (folder / "folder").mkdir(parents=True)
    (folder / "folder" / "index.html").write_text("<p>one</p>", encoding="utf-8")
    (tmp_path / "outside.html").write_text("<p>one</p>", encoding="utf-8")
    faults = unbroken_on_disk(small.site(folder, f"{ON}<a href='{link}'>it</a>")).faults
    assert faults == (f"index.html: {link} is no file of the site",)


@LINKS
def test_a_link_that_is_broken_on_a_server_is_named(tmp_path: Path, link: str, fault: str) -> None:
    needs_linkinator()
    subject = small.site(tmp_path, f"{ON}<a href='{link}'>it</a>")
    with served(tmp_path) as address:
        faults = unbroken_served(subject, address, "the root").faults
    named = fault.removeprefix("index.html") if fault.startswith("index") else fault  # the folder stands for its page
    assert (f"{address}/{named} BROKEN" in " ".join(faults)) if fault else faults == ()


def test_a_page_that_no_link_leads_to_is_named(tmp_path: Path) -> None:
    needs_linkinator()
    with served(tmp_path) as address:
        faults = unbroken_served(small.site(tmp_path, "<p>alone</p>"), address, "the root").faults
    assert faults == ("article.html: no link leads to this page",)


def needs_linkinator() -> None:
    """Only `make check-site` installs it."""
    why = node.missing("linkinator")
    if why:
        pytest.skip(why)
