"""Words come in; the part of an address that they become goes out: ASCII, and a name that any file system takes."""

from __future__ import annotations

from slugify import slugify

LENGTH = 80
"""Characters of a slug that is made of many words."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""What Windows takes for a device in every folder, whatever the ending."""


def slug(words: str) -> str:
    """The whole of a short name; empty where no letter or digit is left.

    >>> slug("Nul"), slug("Orm–Selt railway")
    ('nul-1', 'orm-selt-railway')
    """
    return no_device(slugify(words))


def short_slug(words: str) -> str:
    """As many whole words as stand in `LENGTH`."""
    return no_device(slugify(words, max_length=LENGTH, word_boundary=True))


def no_device(name: str) -> str:
    """A slug, with a number behind it where it is the name of a device."""
    return f"{name}-1" if name in DEVICES else name
