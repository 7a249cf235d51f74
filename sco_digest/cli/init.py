"""`sco-digest init DIR`: the name of a folder comes in, a project to start from goes out."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from sco_digest.cli.terminal import say
from sco_digest.errors import DigestError
from sco_digest.shipped import shipped

GITIGNORE = "# what sco-digest build writes\n/public/\n/.public.sco-digest-*\n"


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Start a project in a new folder.

    It gets content/ with settings and topics, and seeds/ with one text to try.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise DigestError("the folder is not empty", path=str(folder), mend="name a new one")
    for name in ("content", "seeds"):
        shutil.copytree(
            shipped(name), folder / name, ignore=shutil.ignore_patterns(".*"), copy_function=shutil.copyfile
        )
    (folder / ".gitignore").write_text(GITIGNORE, encoding="utf-8")
    say(f"{folder} is ready. Put your texts into {folder / 'seeds'}, set the title in {folder / 'content/site.yaml'}.")
    say("Then, in that folder: sco-digest build, and to look at it: sco-digest serve")
