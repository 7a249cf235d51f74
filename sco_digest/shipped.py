"""The name of a folder comes in, the one that ships with sco-digest goes out: `templates`, `content` or `seeds`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sco_digest.below import bytes_of, files_below, unlisted
from sco_digest.model import Part, Problem

if TYPE_CHECKING:
    from collections.abc import Collection

_PACKAGE = Path(__file__).resolve().parent
_NEAR = 0.75
"""How like a shipped name another one is that was meant to be it."""


def shipped(name: str) -> Path:
    """Inside the package where it was installed from a wheel, at the top of the repository in a checkout."""
    installed = _PACKAGE / "starter" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def languages(templates: Path | None) -> tuple[str, ...]:
    """The languages that the words of the interface exist in: English, and one for each catalogue of a theme."""
    folders = [folder / "locale" for folder in (templates, shipped("templates")) if folder]
    try:
        return ("en", *sorted({file.stem for folder in folders for file in folder.glob("*.po")} - {"en"}))
    except OSError as error:
        raise unlisted(error) from error


def misnamed(templates: Path | None) -> tuple[Problem, ...]:
    """A problem for each template of one's own that is nearly called like a shipped one, and that no other uses."""
    if templates is None:
        return ()
    own = {file.relative_to(templates).as_posix(): file for file in files_below(templates) if file.suffix == ".html"}
    known = sorted(file.name for file in shipped("templates").glob("*.html"))
    meant = {name: get_close_matches(name, known, n=1, cutoff=_NEAR) for name in own if name not in known}
    words = {name: bytes_of(file).decode(errors="replace") for name, file in own.items()} if meant else {}
    return tuple(
        Problem(str(own[name]), 0, "no page uses this template", f'did you mean "{near[0]}"?')
        for name, near in meant.items()
        if near and not any(name in text for other, text in words.items() if other != name)
    )


def linking(templates: Path | None, parts: Collection[Part]) -> tuple[Problem, ...]:
    """A problem for each shipped template that is used although parts of the site are left out: it links to them."""
    if not parts or {"articles", *parts} == set(get_args(Part)):
        return ()
    used = [f"{part}.html" for part in sorted(parts) if part != "own_feeds"]
    borrowed = [name for name in used if templates is None or not (templates / name).is_file()]
    message = "this shipped template may link to parts that site.yaml leaves out"
    return tuple(
        Problem(str(shipped("templates") / name), 0, message, f"put your own {name} into your templates")
        for name in borrowed
    )
