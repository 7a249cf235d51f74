"""`sco-digest init DIR`: the name of a folder comes in, a project to start from goes out."""

from __future__ import annotations

import re
import shutil
import unicodedata
from fnmatch import fnmatch
from pathlib import Path

import click

from sco_digest.cli.terminal import counted, say
from sco_digest.errors import DigestError
from sco_digest.shipped import shipped

GITIGNORE = "# what sco-digest build writes\n/public/\n/.public.sco-digest-*\n"
OF_A_CLONE = (".git", ".gitignore", "README*", "LICENSE*")
"""What a new folder may hold already: a repository that was just made somewhere, and cloned."""
FEED_ID = re.compile(r"^feed_id: .*$", re.MULTILINE)
"""The one line of the shipped settings that must differ from site to site."""


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--templates", is_flag=True, help="Copy the shipped templates into DIR/templates, to change them.")
def command(folder: Path, *, templates: bool) -> None:
    """Start a project in a new folder.

    It gets content/ with settings and topics, and seeds/ with one text to try. With --templates, DIR may be a project
    that is there already. A file that is there is never changed.
    """
    if _is_new(folder):
        _start(folder)
    elif not templates:
        raise DigestError("the folder is not empty", path=str(folder), mend="name a new one")
    if templates:
        written = _copy(shipped("templates"), folder / "templates")
        say(f"{counted(written, 'file')} written to {folder / 'templates'}. Delete those that you leave as they are.")


def _is_new(folder: Path) -> bool:
    there = folder.iterdir() if folder.is_dir() else ()
    return all(any(fnmatch(path.name, name) for name in OF_A_CLONE) for path in there)


def _start(folder: Path) -> None:
    for name in ("content", "seeds"):
        _copy(shipped(name), folder / name)
    _name_feeds(folder)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text(GITIGNORE, encoding="utf-8")
    say(f"{folder} is ready. Put your texts into {folder / 'seeds'}, set the title in {folder / 'content/site.yaml'}.")
    say("Then, in that folder: sco-digest build, and to look at it: sco-digest serve")


def _copy(source: Path, folder: Path) -> int:
    """How many files were written: those that were not there."""
    files = [file for file in sorted(source.rglob("[!.]*")) if file.is_file()]
    new = [(file, folder / file.relative_to(source)) for file in files]
    missing = [(file, target) for file, target in new if not target.exists()]
    for file, target in missing:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return len(missing)


def _name_feeds(folder: Path) -> None:
    """Two sites must not share the ids of their feeds, so the name of the project goes into them."""
    name = unicodedata.normalize("NFKD", folder.resolve().name).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", name).strip("-")
    if not slug:
        return
    settings = folder / "content/site.yaml"
    line = f"# sco-digest init made this one of the name of the folder.\nfeed_id: tag:{slug},2025:site"
    settings.write_text(FEED_ID.sub(line, settings.read_text(encoding="utf-8"), count=1), encoding="utf-8")
