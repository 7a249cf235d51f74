"""A site folder comes in, a small web server for one's own eyes goes out: pages reload when told to."""

from __future__ import annotations

import errno
import re
import sys
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

EVENTS = "/.sco-digest/events"
SCRIPT = "/.sco-digest/reload.js"
_RELOAD = b'new EventSource("/.sco-digest/events").onmessage = () => location.reload();\n'
_TAG = f'<script src="{SCRIPT}"></script>'.encode()
_WAITING = b"<!doctype html><title>sco-digest</title><p>There is no such page yet. See the terminal for problems.</p>"
_OURS = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?", re.IGNORECASE)
"""Names of this machine. A page from elsewhere could have its own name lead here, and read the site by it."""
_PATIENCE = 20.0
"""Seconds after which a silent line to the browser says that it is alive."""


class Preview(ThreadingHTTPServer):
    """Serves one folder on the loopback address. The files stay as published; the script is added on the way."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.builds = 0
        self.changed = threading.Condition()
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep the terminal for builds and problems: that a browser goes away while it is answered is none."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def reload(self) -> None:
        """Tell every open page that there is a new build."""
        with self.changed:
            self.builds += 1
            self.changed.notify_all()

    def wait_for_build(self, after: int) -> int:
        """The number of the latest build, once it is not `after` any more or patience has run out."""
        with self.changed:
            self.changed.wait_for(lambda: self.builds != after, timeout=_PATIENCE)
            return self.builds


class _Handler(SimpleHTTPRequestHandler):
    server: Preview

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        folder = args[2].folder
        super().__init__(*args, directory=str(folder), **kwargs)

    def parse_request(self) -> bool:
        """Answer only what was asked of this machine by its own name."""
        if not super().parse_request():
            return False
        if not _OURS.fullmatch(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.FORBIDDEN, "Open the address that sco-digest serve printed")
            return False
        if "%00" in self.path:  # which no name of a file can hold
            self.send_error(HTTPStatus.NOT_FOUND)
            return False
        return True

    def do_GET(self) -> None:
        """A page with the reload script in it, an event, or a file as it is."""
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._stream_events()
        elif path == SCRIPT:
            self._answer(HTTPStatus.OK, "text/javascript", _RELOAD)
        else:
            try:
                self._send_page_or_file()
            except OSError as error:
                if error.errno != errno.ENAMETOOLONG:
                    raise
                self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server asks for
        """Keep the terminal for builds and problems."""

    def _send_page_or_file(self) -> None:
        wanted = Path(self.translate_path(self.path))
        if wanted.is_dir() and urlsplit(self.path).path.endswith("/"):
            wanted /= "index.html"
        if wanted.suffix == ".html" and wanted.is_file():
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", _with_script(wanted.read_bytes()))
        elif wanted.exists():
            super().do_GET()
        else:
            lost = self.server.folder / "404.html"
            page = lost.read_bytes() if lost.is_file() else _WAITING
            self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _with_script(page))

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _stream_events(self) -> None:
        """One message for each build from now on, until the page is gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.server.builds
        try:
            while True:
                latest = self.server.wait_for_build(after=seen)
                self.wfile.write(b": still here\n\n" if latest == seen else b"data: reload\n\n")
                self.wfile.flush()
                seen = latest
        except OSError:  # the page was closed
            return


def _with_script(page: bytes) -> bytes:
    """The page with the reload script before the end of its body, or at its end; its policy allows the site's own."""
    head, end, tail = page.rpartition(b"</body>")
    return head + _TAG + end + tail if end else page + _TAG
