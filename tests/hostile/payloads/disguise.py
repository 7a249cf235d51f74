"""A payload and chance come in; the same in one of the forms goes out by which others have got past a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Disguise = Callable[[random.Random, str], str]


UNSEEN = "\u200b\u00ad\ufeff\u2060\u034f"


def disguised(chance: random.Random, payload: str) -> str:
    """Half of them as they are."""
    return payload if chance.random() < 0.5 else chance.choice(DISGUISES)(chance, payload)


def _capitals(chance: random.Random, payload: str) -> str:
    """Letters of tags in any case; a call stays one."""
    return "".join(
        letter.upper() if chance.random() < 0.5 and "hacked" not in payload[max(0, place - 6) : place + 6] else letter
        for place, letter in enumerate(payload)
    )


def _decimal(_chance: random.Random, payload: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in payload)


def _hexadecimal(_chance: random.Random, payload: str) -> str:
    return payload.replace("<", "&#x3C;").replace(">", "&#x3e").replace('"', "&#x0022;").replace("'", "&#X27;")


def _named(_chance: random.Random, payload: str) -> str:
    return payload.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _twice(chance: random.Random, payload: str) -> str:
    return _named(chance, _named(chance, payload))


def _in_address(_chance: random.Random, payload: str) -> str:
    return quote(payload)


def _escaped(_chance: random.Random, payload: str) -> str:
    return payload.replace("<", "\\u003c").replace(">", "\\x3e").replace("'", "\\'").replace('"', '\\"')


def _parted(chance: random.Random, payload: str) -> str:
    """White space of some kind where there is a space."""
    return payload.replace(" ", chance.choice(("/", "\t", "\n", "\x0c", "  ", " / ", "\u00a0")))


def _nested(_chance: random.Random, payload: str) -> str:
    """What is left when a filter takes the inner tag out."""
    return payload.replace("<script", "<scr<script>ipt").replace("onerror", "ononerrorerror")


def _unclosed(_chance: random.Random, payload: str) -> str:
    return payload.rstrip(">")


def _invisible(chance: random.Random, payload: str) -> str:
    """One letter that nobody sees, somewhere."""
    place = chance.randrange(len(payload) + 1)
    return payload[:place] + chance.choice(UNSEEN) + payload[place:]


def _wide(_chance: random.Random, payload: str) -> str:
    """Letters that become ASCII where somebody normalises them."""
    return "".join(chr(ord(letter) + 0xFEE0) if letter in "<>\"'=/()" else letter for letter in payload)


def _quoted(_chance: random.Random, payload: str) -> str:
    """As some programs hand on what they escaped."""
    return payload.replace('"', '""').replace("'", "''")


def _framed(chance: random.Random, payload: str) -> str:
    """Between the marks of some other format."""
    before, behind = chance.choice(
        (("<![CDATA[", "]]>"), ("<!--", "-->"), ("{{", "}}"), ("`", "`"), ('"', '"'), ("(", ")"))
    )
    return before + payload + behind


DISGUISES: tuple[Disguise, ...] = (
    *(_capitals, _decimal, _hexadecimal, _named, _twice, _in_address, _escaped),
    *(_parted, _nested, _unclosed, _invisible, _wide, _quoted, _framed),
)
