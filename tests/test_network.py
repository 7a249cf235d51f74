"""A build with its search, in surroundings where no network can be used: it comes out whole, and asks for none."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.conftest import needs
from tests.projects import ROOT, digests
from tests.torture import calls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("builds without a network")  # which share one to be compared with

GUARD = """
import os, socket, sys

LOG = os.environ["NETWORK_LOG"]
ON_THIS_MACHINE = {socket.AF_UNIX}
ASKING = {f"socket.{call}" for call in (
    "getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyaddr", "bind", "connect", "sendto", "sendmsg",
)}


def note(line):
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(f"{os.getpid()} {line}\\n")


def forbid(event, arguments):
    # what is made for the network is refused at once, and what goes to it by name or through a socket from elsewhere
    if event == "socket.__new__":
        refused = arguments[1] not in ON_THIS_MACHINE
    elif event in ASKING:
        refused = getattr(arguments[0], "family", None) not in ON_THIS_MACHINE
    else:
        return
    if refused:
        note(event)  # whoever asks may go on as if nothing had happened
        raise PermissionError(f"{event}: no network while a site is built")


sys.addaudithook(forbid)
note("watched")
"""
"""Python runs it at the start of each process, since it lies as sitecustomize.py in a folder of PYTHONPATH."""
ENGLISH = os.environ | {"LC_ALL": "C"}
REFUSED = re.compile(r": (Operation not permitted|Permission denied|No space left on device)$", re.MULTILINE)
"""How unshare tells that the kernel refuses, as it does in many containers, or allows none."""
FOREIGN = re.compile(r"\bsocket\((?!AF_UNIX\b)\w+")
"""A socket in what strace writes, but for those that cannot leave this machine."""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """Variables of a process that is watched from the inside, with all that it starts of Python."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard/sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return {**PLAIN, "PYTHONPATH": f"{tmp_path / 'guard'}{os.pathsep}{ROOT}", "NETWORK_LOG": str(tmp_path / "log")}


PLAIN = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}


def noted(variables: dict[str, str]) -> tuple[int, list[str]]:
    """How many processes were watched, and what they were refused."""
    with open(variables["NETWORK_LOG"], encoding="utf-8") as log:  # noqa: PTH123 - the name of a file, not a path
        lines = [line.rstrip("\n").partition(" ") for line in log]
    watched = {process for process, _, what in lines if what == "watched"}
    return len(watched), [what for _, _, what in lines if what != "watched"]


def built(output: Path, variables: dict[str, str], *before: str) -> dict[str, str]:
    """The site of the shipped seeds, by two worker processes and Pagefind; `before` is what the command is run by."""
    folders = (f"--seeds={ROOT / 'seeds'}", f"--content={ROOT / 'content'}", f"--output={output}")
    command = [*before, sys.executable, "-m", "sco_digest", "build", *folders, "--jobs=2", "--no-cache"]
    done = subprocess.run(command, cwd=output.parent, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = digests(output)
    assert any(name.startswith("search-index/") for name in files), "Pagefind was run"
    return files


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site as it is with a network at hand."""
    return built(tmp_path_factory.mktemp("plain") / "public", PLAIN)


# ---- refused by Python itself ----------------------------------------------------------------------------------------

CONNECT = "socket.create_connection(('127.0.0.1', 9), 1)"
USES = {
    "a connection": (CONNECT, "socket.getaddrinfo"),
    "a name": ("socket.gethostbyname('localhost')", "socket.gethostbyname"),
    "a server": ("socket.socket(socket.AF_INET6).bind(('::1', 0))", "socket.__new__"),
    "a datagram": ("socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))", "socket.__new__"),
    "a socket from elsewhere": ("socket.socket(fileno=0).connect(('127.0.0.1', 9))", "socket.__new__"),
    "whoever goes on all the same": (f"with contextlib.suppress(OSError): {CONNECT}", "socket.getaddrinfo"),
    "a process of its own": (
        f"subprocess.run([sys.executable, '-c', {'import socket; ' + CONNECT!r}])",
        "socket.getaddrinfo",
    ),
}


@pytest.mark.parametrize(("code", "event"), USES.values(), ids=USES)
def test_the_guard_refuses(watched: dict[str, str], code: str, event: str) -> None:
    """So the test below can fail."""
    program = f"import contextlib, socket, subprocess, sys\n{code}\n"
    with closing(socket.socket()) as one:
        command = [sys.executable, "-c", program]
        subprocess.run(command, env=watched, stdin=one.fileno(), capture_output=True, check=False)
    assert noted(watched)[1] == [event]


def test_what_stays_on_this_machine_is_not_refused(watched: dict[str, str]) -> None:
    program = "import socket; one, other = socket.socketpair(); one.send(b'x'); assert other.recv(1) == b'x'"
    subprocess.run([sys.executable, "-c", program], env=watched, check=True)
    assert noted(watched) == (1, [])


def test_a_build_that_is_refused_the_network(tmp_path: Path, watched: dict[str, str], plain: dict[str, str]) -> None:
    assert built(tmp_path / "public", watched) == plain
    processes, refused = noted(watched)
    assert processes >= 3, "the workers are watched as well"
    assert refused == []


# ---- no network there ------------------------------------------------------------------------------------------------


@pytest.fixture
def alone() -> tuple[str, ...]:
    """The command that runs another one in a network of its own, without so much as a way to this machine."""
    command = ("unshare", "--map-root-user", "--net")
    needs("" if shutil.which(command[0]) else "unshare is not installed (apt-get install util-linux)")
    done = subprocess.run([*command, "true"], capture_output=True, text=True, env=ENGLISH, check=False)
    if done.returncode and REFUSED.search(done.stderr):
        pytest.skip(f"this system lets nobody have a network of his own: {done.stderr.strip()}")
    needs(f"unshare does not run: {done.stderr.strip()}" if done.returncode else "")
    return command


@pytest.fixture
def server() -> Iterator[int]:
    """A port of this machine that can be connected to."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_nobody_is_reached_from_a_network_of_its_own(alone: tuple[str, ...], server: int) -> None:
    command = [sys.executable, "-c", f"import socket; socket.create_connection(('127.0.0.1', {server}), 5)"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert subprocess.run([*alone, *command], capture_output=True, check=False).returncode == 1


def test_a_build_without_a_network(tmp_path: Path, alone: tuple[str, ...], plain: dict[str, str]) -> None:
    assert built(tmp_path / "public", PLAIN, *alone) == plain


# ---- watched by the system -------------------------------------------------------------------------------------------


@pytest.fixture
def traced(tmp_path: Path) -> tuple[str, ...]:
    """The command that writes down what another one, and each process that it starts, asks the system for."""
    needs(calls.missing())
    return ("strace", "-f", "-qq", "-e", "trace=network,execve", "-o", str(tmp_path / "trace"))


def test_a_socket_for_the_network_is_seen(tmp_path: Path, traced: tuple[str, ...]) -> None:
    inner = f"import socket\ntry:\n  {CONNECT}\nexcept OSError:\n  pass"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    subprocess.run([*traced, sys.executable, "-c", program], check=True)
    assert "socket(AF_INET" in FOREIGN.findall((tmp_path / "trace").read_text())


def test_a_build_makes_no_socket_for_the_network(
    tmp_path: Path, traced: tuple[str, ...], plain: dict[str, str]
) -> None:
    assert built(tmp_path / "public", PLAIN, *traced) == plain
    trace = (tmp_path / "trace").read_text(encoding="utf-8", errors="replace")
    assert re.search(r"execve\(\"[^\"]*pagefind", trace), "Pagefind is watched as well"
    assert FOREIGN.findall(trace) == []
