"""Words of a text come in; the same go out, with whatever turns their direction of writing ended in them.

Else it would turn what a page has behind them too (Unicode Standard Annex 9, explicit directional formatting).
"""

from __future__ import annotations

_ENDS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What begins an embedding, an override or an isolate, and what ends it."""


def ended(words: str) -> str:
    r"""The words, with an end for all that is still open.

    >>> ended("a \u202eb\u2067c \u2069d").endswith("d\u202c")
    True
    """
    if words.isprintable():  # none of these is, and nearly all words are
        return words
    waiting: list[str] = []
    for character in words:
        if character in _ENDS:
            waiting.append(_ENDS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return words + "".join(reversed(waiting))
