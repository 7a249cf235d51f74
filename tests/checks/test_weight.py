"""A page weighs what it makes a browser load; one of too much weight is found out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checks import small
from tests.checks.weight import MOST, bytes_of, light

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.subject import Subject


def test_no_page_of_the_site_is_too_heavy(site: tuple[Subject, str]) -> None:
    assert light(site[0]).faults == ()


def test_a_page_weighs_what_it_loads_too_but_not_what_it_links_to(tmp_path: Path) -> None:
    body = "<script src='script.js'></script><a href='article.html'>on</a>"
    small.site(tmp_path, body, script="void 0".ljust(1000))
    sizes = {name: (tmp_path / name).stat().st_size for name in ("index.html", "style.css", "script.js", "icon.svg")}
    assert bytes_of(tmp_path / "index.html") == sum(sizes.values())


def test_one_byte_too_much_is_named(tmp_path: Path) -> None:
    most = MOST["home"]
    small.site(tmp_path, "")
    room = most - bytes_of(tmp_path / "index.html")
    assert light(small.site(tmp_path, "x" * room)).faults == ()
    assert light(small.site(tmp_path, "x" * (room + 1))).faults == (f"index.html: {most + 1} bytes, {most} at most",)
