"""Folders as somebody could leave them, by mistake or on purpose: the build ends, and names what is odd."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from sco_digest import regular, rendering
from sco_digest.cache import whole
from sco_digest.cli import main
from tests.conftest import needs
from tests.projects import CLINICS, RAIL, project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sco_digest.model import OutputFile, Page

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are those of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one text, and the folder one is in."""
    folder = project(tmp_path / "digest", rail=RAIL)
    (folder / "content/site.yaml").write_text("title: Folders\nsearch: false\n")
    monkeypatch.chdir(folder)
    return folder


def build(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", "--jobs=1", *words], prog_name="sco-digest")


# ---- what is no file -------------------------------------------------------------------------------------------------


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device_elsewhere(path: Path) -> None:
    """A link to a device that never ends."""
    path.symlink_to("/dev/zero")


def device(path: Path) -> None:
    """A device that never ends, where one may make it; else the one without a driver, which anybody may make."""
    for number in (os.makedev(1, 5), 0):
        try:
            return os.mknod(path, stat.S_IFCHR | 0o666, number)
        except PermissionError:
            continue
    return needs("this system lets nobody make a device")


def listening(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may not be long
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def folder(path: Path) -> None:
    path.mkdir()


def circle(path: Path) -> None:
    path.symlink_to(path.name)


NOT_REGULAR = "not a regular file but a pipe, socket or device; put a text file in its place"
NO_FILE = "not a file but a folder, pipe, socket or device; look at its permissions"
NO_DRIVER = "No such device or address; look at its permissions"
CIRCLE = "Too many levels of symbolic links; look at its permissions"
NO_FILES: dict[str, tuple[Callable[[Path], None], str, tuple[str, ...]]] = {
    "a pipe": (pipe, NOT_REGULAR, (NO_FILE,)),
    "a device": (device, NOT_REGULAR, (NO_FILE, NO_DRIVER)),
    "a link to a device": (
        device_elsewhere,
        "a link out of the seeds folder is not followed; copy the file to this place instead",
        (NO_FILE,),
    ),
    "a socket": (listening, NOT_REGULAR, (NO_DRIVER,)),
    "a folder": (
        folder,
        "a folder with the name of a text file; rename it, so that what is in it is read",
        ("Is a directory; look at its permissions",),
    ),
    "a link to itself": (circle, f"cannot be read: {CIRCLE}, or remove it", (CIRCLE,)),
}
"""What is made, what is said of it among the seeds, and what may be said of it among the content."""


@pytest.mark.parametrize(("make", "said", "_"), NO_FILES.values(), ids=NO_FILES)
def test_a_seed_that_is_no_file(home: Path, make: Callable[[Path], None], said: str, _: object) -> None:
    make(home / "seeds/odd.txt")
    result = build()
    assert result.exit_code == 1
    assert result.stderr == f"seeds/odd.txt: {said}\n"
    assert result.stdout.splitlines()[-1].startswith("1 article, ")


CONTENT = ("site.yaml", "people.yaml", "places.yaml", "topics/odd.md", "pages/odd.md", "corrections/odd.yaml")


@pytest.mark.parametrize("name", CONTENT)
@pytest.mark.parametrize(("make", "_", "said"), NO_FILES.values(), ids=NO_FILES)
def test_content_that_is_no_file(
    home: Path, name: str, make: Callable[[Path], None], _: object, said: tuple[str, ...]
) -> None:
    place = home / "content" / name
    place.unlink(missing_ok=True)
    make(place)
    result = build()
    assert result.exit_code == 1
    first, *_others, last = result.stderr.splitlines()
    assert first in {f"content/{name}: cannot be read: {one}" for one in said}
    assert last.startswith("nothing was published: the content has problems; ")
    assert not (home / "public").exists()


PARTS = [
    (make, name)
    for make, *_ in NO_FILES.values()
    for name in ("home.html", "style.css", "locale/xx.po")
    if (make, name) != (folder, "style.css")  # the folder of a package may be called so
]


@pytest.mark.parametrize(("make", "name"), PARTS)
def test_a_template_that_is_no_file(home: Path, name: str, make: Callable[[Path], None]) -> None:
    place = home / "templates" / name
    place.parent.mkdir(parents=True)
    make(place)
    result = build()
    assert result.exit_code == 1
    assert result.stderr.startswith(f"templates/{name}: not a file, or a link to none; put a file in its place\n")
    assert not (home / "public").exists()


@pytest.mark.parametrize("name", ["vendor/chart.js", "normalize.css", ".git/refs/a.html", ".git/x.po"])
def test_a_folder_in_which_no_template_is_looked_for_may_have_any_name(home: Path, name: str) -> None:
    (home / "templates" / name).mkdir(parents=True)
    (home / "templates" / name / "inner.css").write_text("")
    assert build().exit_code == 0


def test_what_an_editor_leaves_beside_a_template_is_none(home: Path) -> None:
    (home / "templates").mkdir()
    (home / "templates/.#home.html").symlink_to("me@here.1234:5678")
    assert build().exit_code == 0


@pytest.mark.parametrize("name", ["home.html", "style.css", "locale/xx.po"])
def test_a_template_that_the_disk_does_not_give(home: Path, name: str) -> None:
    """Reading the memory of this very process from its beginning is an error of input and output."""
    place = home / "templates" / name
    place.parent.mkdir(parents=True)
    place.symlink_to("/proc/self/mem")
    result = build()
    assert result.exit_code == 1
    assert f"templates/{name}: cannot be read: Input/output error; look at its permissions" in result.stderr


def test_a_content_file_that_is_too_long_is_not_read(home: Path) -> None:
    (home / "content/people.yaml").write_bytes(b"# \n" * 7_000_000)
    result = build()
    assert result.exit_code == 1
    assert "content/people.yaml: longer than the 20 MB that are read; split it" in result.stderr


def test_an_output_that_is_a_link_to_itself(home: Path) -> None:
    circle(home / "public")
    result = build()
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        "public: a link that leads in a circle cannot be the output folder; remove it, or name another one"
    )


# ---- files that change -----------------------------------------------------------------------------------------------


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[[], None]]]:
    """What happens between the moment in which a file is found and that in which it is read."""
    happening: list[Callable[[], None]] = []
    opened = regular.opened

    def later(path: Path) -> object:
        while happening:
            happening.pop()()
        return opened(path)

    monkeypatch.setattr("sco_digest.seeds.files.opened", later)
    return happening  # type: ignore[return-value]


def test_a_file_that_vanishes(home: Path, meanwhile: list[Callable[[], None]]) -> None:
    (home / "seeds/a.txt").write_text(CLINICS)
    meanwhile.append((home / "seeds/a.txt").unlink)
    result = build()
    assert result.exit_code == 1
    assert result.stderr == "seeds/a.txt: cannot be read: No such file or directory; look at its permissions\n"


def test_a_file_in_whose_place_somebody_puts_a_pipe(home: Path, meanwhile: list[Callable[[], None]]) -> None:
    def replace() -> None:
        (home / "seeds/a.txt").unlink()
        os.mkfifo(home / "seeds/a.txt")

    (home / "seeds/a.txt").write_text(CLINICS)
    meanwhile.append(replace)
    result = build()
    assert result.exit_code == 1
    assert result.stderr.startswith("seeds/a.txt: cannot be read: not a file but a folder, pipe, socket or device; ")


@pytest.mark.parametrize("how", ["ab", "r+b"], ids=["at its end", "over what is there"])
def test_a_file_that_is_written_into_while_it_is_read(home: Path, how: str) -> None:
    place = home / "seeds/rail.txt"
    os.utime(place, (1_000_000_000, 1_000_000_000))  # the system may tell times no finer than some milliseconds

    def read() -> None:
        with regular.opened(place) as file, place.open(how, 0) as other:
            file.read()
            other.write(b"more")

    with pytest.raises(regular.ChangingError, match="written into"):
        read()


def test_a_seed_that_is_written_into_is_set_aside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular, "_written_into", lambda before, _: before.st_size == size)
    (home / "seeds/a.txt").write_text(CLINICS)
    size = (home / "seeds/a.txt").stat().st_size
    result = build()
    assert result.exit_code == 1
    assert result.stderr == (
        "seeds/a.txt: cannot be read: it was written into while it was read; build again when it is complete\n"
    )


# ---- names -----------------------------------------------------------------------------------------------------------

ALIKE = {
    "case": ("Rail.txt", "rail.txt", "RAIL.TXT"),
    "normal form": ("caf\u00e9.txt", "cafe\u0301.txt"),
    "letters of one look": ("a.txt", "\u0430.txt", "\uff41.txt"),
    "marks that nobody sees": ("a.txt", "a\u200b.txt", "\u2066a.txt"),
    "endings": ("a.txt", "a.md", "a.TXT"),
}


@pytest.mark.parametrize("names", ALIKE.values(), ids=ALIKE)
def test_names_that_look_alike(home: Path, names: tuple[str, ...]) -> None:
    """Each is an article with a page of its own, or named: none takes the place of another unseen."""
    (home / "seeds/rail.txt").unlink()
    for number, name in enumerate(names):
        (home / "seeds" / name).write_text(RAIL.replace("40 million", f"4{number} million"))
    result = build()
    problems = [line for line in result.stderr.splitlines() if "the id" in line]
    pages = [*(home / "public/2025/03").glob("*/index.html")]
    assert len(pages) + len(problems) == len(names)
    shown = " ".join(page.read_text() for page in pages)
    assert sum(f"4{number} million" in shown for number in range(len(names))) == len(pages)


def test_a_name_that_is_not_utf_8_costs_only_itself(home: Path) -> None:
    Path(os.fsdecode(bytes(home / "seeds") + b"/bad\xff.txt")).write_text(CLINICS)
    for _ in range(2):  # the second build asks what the first one has left
        result = build()
        assert result.exit_code == 1
        assert result.stderr.startswith("seeds/bad\\udcff.txt: the name of the file is not UTF-8")
        assert result.stdout.splitlines()[-1].startswith("1 article, ")


def test_a_project_in_a_folder_whose_name_is_not_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project(Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9")), rail=RAIL)
    (folder / "content/site.yaml").write_text("title: Folders\nsearch: false\n")
    monkeypatch.chdir(folder)
    here = [f"--{name}={folder / place}" for name, place in (("seeds", "seeds"), ("output", "public"))]
    assert build(*here).exit_code == 0
    assert build(*here).exit_code == 0


# ---- floods ----------------------------------------------------------------------------------------------------------


def test_many_empty_files_are_one_line_more(home: Path) -> None:
    """`make torture` does the same with a million."""
    for number in range(3000):
        (home / f"seeds/empty-{number}.txt").touch()
    result = build()
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "2,900 more like them: the file is empty"
    assert "1 article, " in result.stdout


def test_folders_as_deep_as_the_system_takes_them(home: Path) -> None:
    place = home / "seeds"
    os.chdir(place)
    for _ in range(60):
        Path("deep" * 15).mkdir()
        os.chdir("deep" * 15)
    Path("far.txt").write_text(CLINICS)
    os.chdir(home)
    result = build()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1].startswith("2 articles, ")


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
NO_ALIAS = "an alias (*) is not taken here; write the value out, or put it in quotes"
NO_TAG = "a tag (!) or deep nesting is not taken here; write plain values"
BOMBS = {
    "a bomb of aliases": (BOMB, 2, NO_ALIAS),
    "a list that holds itself": ("title: &a [*a]\n", 1, NO_ALIAS),
    "a tag that makes an object": ("title: !!python/object/apply:os.system ['touch hacked']\n", 1, NO_TAG),
    "a tag of its own": ("title: !run hacked\n", 1, NO_TAG),
    "deep nesting": ("title: " + "[" * 60_000 + "\n", 1, NO_TAG),
    "deep mappings": ("title: " + "{a: " * 15_000 + "\n", 1, NO_TAG),
    "a merge": ("base: &b {x: 1}\ntitle: {<<: *b}\n", 2, NO_ALIAS),
}
"""What is written, in which line what is wrong with it stands, and what is said of it."""


@pytest.mark.parametrize(("words", "line", "said"), BOMBS.values(), ids=BOMBS)
def test_yaml_that_would_blow_up_is_one_line(home: Path, words: str, line: int, said: str) -> None:
    (home / "seeds/odd.md").write_text(f"---\n{words}---\n{CLINICS}")
    result = build()
    assert (result.exit_code, result.stderr) == (1, f"seeds/odd.md:{line + 1}: {said}\n")
    (home / "seeds/odd.md").unlink()
    (home / "content/site.yaml").write_text(words)
    result = build()
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == f"content/site.yaml:{line}: {said}"
    assert not (home / "hacked").exists()


def test_many_documents_in_one_file_are_one_line(home: Path) -> None:
    """In a seed whatever follows the first is its text, which begins with no date."""
    words = "title: a\n" + "---\ntitle: b\n" * 1000
    (home / "seeds/odd.md").write_text(f"---\n{words}---\n{CLINICS}")
    result = build()
    said = 'seeds/odd.md:1: no date found; add a line "date 2024-07-04" before the text\n'
    assert (result.exit_code, result.stderr) == (1, said)
    (home / "content/site.yaml").write_text(words)
    first = build().stderr.splitlines()[0]
    assert first == "content/site.yaml:2: a second YAML document; keep one, and no line of --- in it"


def test_a_build_of_a_folder_of_odd_things_ends_as_a_process_too(home: Path) -> None:
    """Nothing of it waits for input, or for somebody at the other end of a pipe."""
    for name, (make, *_) in NO_FILES.items():
        make(home / f"seeds/{name[2:].replace(' ', '-')}.txt")
    ended = subprocess.run(
        [sys.executable, "-m", "sco_digest", "build"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == len(NO_FILES)


# ---- templates, times, rights ----------------------------------------------------------------------------------------


@pytest.fixture
def own(home: Path) -> Path:
    """A folder of templates of one's own."""
    (home / "templates").mkdir()
    return home / "templates"


def test_a_link_to_a_folder_of_templates_is_not_followed(home: Path, own: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (own / "parts").symlink_to(tmp_path / "shared")
    result = build()
    assert result.exit_code == 1
    assert "templates/parts: a link to a folder is not followed; copy the folder to this place" in result.stderr


def test_a_template_whose_name_is_not_utf_8(home: Path, own: Path) -> None:
    Path(os.fsdecode(os.fsencode(own) + b"/s\xff.css")).touch()
    result = build()
    assert (result.exit_code, "templates/s\\udcff.css: the name is not UTF-8; rename it" in result.stderr) == (1, True)


def test_a_template_that_is_not_utf_8(home: Path, own: Path) -> None:
    (own / "home.html").write_bytes(b"first\nx\xff")
    result = build()
    assert result.exit_code == 1
    assert "templates/home.html:2: the template is not UTF-8; save it as UTF-8" in result.stderr


def test_a_catalogue_in_an_encoding_that_nobody_knows(home: Path, own: Path) -> None:
    (own / "locale").mkdir()
    (own / "locale/en.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=nonsense\\n"\n')
    result = build()
    assert result.exit_code == 1
    assert "locale/en.po: no catalogue of gettext: unknown encoding: nonsense" in result.stderr


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_of_templates_that_cannot_be_listed(home: Path, own: Path) -> None:
    (own / "img").mkdir(mode=0)
    result = build()
    (own / "img").chmod(0o700)
    assert (result.exit_code, "templates/img: cannot be listed" in result.stderr) == (1, True)


def test_a_listing_that_fails_is_told(home: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "img").mkdir()
    listed = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("img"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert "templates/img: cannot be listed: Permission denied; look at its permissions" in build().stderr


def test_a_folder_of_templates_that_lets_nobody_in(home: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the interface are looked for in it before anything else."""

    def refuse(folder: Path, pattern: str) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "glob", refuse)
    assert "templates/locale: cannot be listed: Permission denied; look at its permissions" in build().stderr


@pytest.mark.parametrize("back", [True, False], ids=["and back", "for good"])
def test_templates_that_are_changed_while_the_site_is_made(
    home: Path, own: Path, monkeypatch: pytest.MonkeyPatch, back: bool
) -> None:
    """As by a switch to another branch: pages of both would stand there, and the next build would believe them."""
    page, other = own / "home.html", home / "other.html"
    page.write_text("one")
    other.write_text("two")
    assert (build().exit_code, (home / "public/index.html").read_text()) == (0, "one")
    (home / "seeds/clinics.txt").write_text(CLINICS, encoding="utf-8")
    render = rendering.Renderer.render

    def changing(renderer: rendering.Renderer, asked: Page) -> OutputFile:
        """Each page is made while the other template is in the place of the one."""
        changed = page.rename(home / "away") if page.read_text() == "one" else None
        shutil.copyfile(other, page)
        made = render(renderer, asked)
        if changed and back:
            changed.replace(page)
        return made

    monkeypatch.setattr(rendering.Renderer, "render", changing)
    result = build()
    monkeypatch.undo()
    monkeypatch.chdir(home)
    assert result.exit_code == 1
    assert "templates: the templates were changed while the site was made; build again" in result.stderr
    assert (home / "public/index.html").read_text() == "one"
    assert (build().exit_code, (home / "public/index.html").read_text()) == (0, "one" if back else "two")


def test_a_correction_whose_name_is_not_utf_8(home: Path) -> None:
    folder = home / "content/corrections"
    folder.mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(folder) + b"/a\xff.yaml")).write_text("article: X\nreason: r\nsource: s\n")
    for words in ((), ("--log-format=json",), ("--report=r.json",)):
        result = build(*words)
        assert (result.exit_code, "the name is not UTF-8" in result.stderr) == (1, True)


def test_files_of_another_age_of_the_world_are_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As tmpfs can have them, and an archive can bring them."""
    state = whole.state

    def far(stat: os.stat_result) -> tuple[int, ...]:
        class Far:
            st_mtime_ns = st_ctime_ns = -2 * 10**19

            def __getattr__(self, name: str) -> object:
                return getattr(stat, name)

        return state(Far())  # type: ignore[arg-type]

    monkeypatch.setattr(whole, "state", far)
    assert build().exit_code == 0


def test_somebody_without_a_home_can_build(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    assert build().exit_code == 0


def test_a_tree_of_before_from_which_somebody_took_the_right_to_write(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build("--no-cache").exit_code == 0
    leftover = home / ".public.sco-digest-new"
    (leftover / "inner").mkdir(parents=True, exist_ok=True)
    (leftover / "inner/file").touch()
    for tree in (leftover / "inner", leftover):
        tree.chmod(0o555)
    remove = shutil.rmtree

    def as_others(tree: Path, *words: bool, **wishes: bool) -> None:
        """As for everybody but root, who may write everywhere."""
        if any(not Path(top).stat().st_mode & 0o200 for top, _, _ in os.walk(tree)):
            raise PermissionError(13, "Permission denied", str(tree))
        remove(tree, *words, **wishes)

    monkeypatch.setattr("sco_digest.publish.exchange.shutil.rmtree", as_others)
    assert build("--no-cache").exit_code == 0
    assert not leftover.exists()


def test_a_read_that_fails_once_costs_one_build(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "seeds/clinics.txt").write_text(CLINICS)
    time.sleep(2 * whole.TICK / 1e9)
    reads = regular.opened

    def failing(path: Path) -> AbstractContextManager[IO[bytes]]:
        if path.name == "clinics.txt":
            raise OSError(5, "Input/output error", str(path))
        return reads(path)

    with monkeypatch.context() as broken:
        broken.setattr("sco_digest.seeds.files.opened", failing)
        first = build()
    assert (first.exit_code, "clinics.txt: cannot be read: Input/output error" in first.stderr) == (1, True)
    again = build()
    assert (again.exit_code, "2 articles" in again.stdout) == (0, True)
