"""A process comes in, one that takes names of files for UTF-8 goes on: what is built must not hang on a locale."""

from __future__ import annotations

import os
import sys


def in_utf8() -> None:
    """Begin again in Python's UTF-8 mode (PEP 540) where names of files are read by another encoding.

    What a terminal cannot show is written with escapes.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  # ourselves
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
