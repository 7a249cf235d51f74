"""Words come in, whether they are an address of the web goes out."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

NO_ADDRESS = re.compile(r"""[\s"<>\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff]""")
"""Signs that stand in no address."""


def is_address(value: str) -> bool:
    """Whether this is an http(s) address without a query."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or NO_ADDRESS.search(value))
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and plain and port != 0
