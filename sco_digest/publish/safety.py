"""A path that the user named for the output comes in; a folder that is not ours to replace is refused."""

from __future__ import annotations

from pathlib import Path

from sco_digest.errors import PublishError
from sco_digest.publish.disk import refused
from sco_digest.publish.marker import is_ours


def check_output(output: Path, *, inputs: tuple[Path, ...] = (), force: bool = False) -> None:
    """Raise a PublishError unless `output` may be replaced as a whole; `force` waives the marker, never the rest."""
    with refused(output):
        folder = output.resolve()
        _refuse_place(output, folder, inputs)
        if folder.exists() and not folder.is_dir():
            raise PublishError("is not a folder", path=str(output), mend="choose another output folder")
        if folder.is_mount():
            mend = f"choose a folder in it, such as {output / 'site'}"
            raise PublishError("a mounted file system cannot be replaced as a whole", path=str(output), mend=mend)
        if not force:
            _refuse_stranger(output, folder)


def _refuse_place(output: Path, folder: Path, inputs: tuple[Path, ...]) -> None:
    """The output is emptied with each build, so it must not hold, or lie in, what people own."""
    mend = "choose a folder of its own, such as public"
    if folder == Path(folder.anchor):
        raise PublishError("the root of the file system cannot be the output folder", path=str(output), mend=mend)
    for what, place in (("your home folder", _home()), ("the folder you are in", Path.cwd())):
        if place and place.resolve().is_relative_to(folder):
            raise PublishError(f"the output folder would replace {what}", path=str(output), mend=mend)
    for place in inputs:
        source = place.resolve()
        if source.is_relative_to(folder) or folder.is_relative_to(source):
            raise PublishError(f"the output folder and {place} lie in one another", path=str(output), mend=mend)


def _home() -> Path | None:
    """None for somebody who has none, as in a container."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def _refuse_stranger(output: Path, folder: Path) -> None:
    """A folder that we did not write, or in which somebody keeps a repository, is not replaced unasked."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not is_ours(folder):
        raise PublishError(
            "this folder is not empty and was not written by sco-digest",
            path=str(output),
            mend="choose another one, or add --force to replace all that is in it",
        )
    if (folder / ".git").exists():
        raise PublishError(
            "this folder holds a git repository, which a build would remove",
            path=str(output),
            mend="build elsewhere and copy the site into it, or add --force",
        )
