"""What a browser, or somebody who plays one, may ask of the small web server: none of it reaches the terminal."""

from __future__ import annotations

import socket
import struct
import threading
import time
from typing import TYPE_CHECKING

import pytest

from sco_digest.cli.preview import Preview, _Handler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "index.html").write_text("<p>Front</p>")
    (tmp_path / "data.bin").write_bytes(bytes(10_000_000))
    with Preview(tmp_path, 0) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def asked(preview: Preview, line: str) -> bytes:
    """The first line of the answer."""
    with socket.create_connection(("127.0.0.1", preview.server_port), timeout=10) as browser:
        browser.sendall(f"{line} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        return browser.makefile("rb").readline()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "path",
    ["/" + "a" * 5000, "/" + "a/" * 3000, "/%00", "/a%00.html", "/../../etc/passwd"],
    ids=["a long name", "a long path", "nothing", "nothing in a name", "a way up"],
)
def test_a_name_that_no_file_can_have_is_not_found(
    preview: Preview, capfd: pytest.CaptureFixture[str], method: str, path: str
) -> None:
    assert asked(preview, f"{method} {path}").split()[1] == b"404"
    assert asked(preview, "GET /").split()[1] == b"200"
    assert capfd.readouterr().err == ""


def test_a_browser_that_goes_away_is_not_told_of(preview: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", preview.server_port)) as browser:
        browser.sendall(b"GET /data.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        browser.recv(1)
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    time.sleep(0.5)
    assert asked(preview, "GET /").split()[1] == b"200"
    assert capfd.readouterr().err == ""


def test_a_fault_of_the_server_is_told(
    preview: Preview, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Handler, "do_GET", lambda _: 1 / 0)
    assert asked(preview, "GET /") == b""
    assert "ZeroDivisionError" in capfd.readouterr().err
