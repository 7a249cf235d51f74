"""A function of the program and what it is given come in; what it makes of it, or its refusal, goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Made = TypeVar("Made")


def or_refusal(make: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made | DigestError:
    """Any other exception goes on: nothing may raise one."""
    try:
        return make(*given, **named)
    except DigestError as error:
        return error


def lines(text: str) -> int:
    """The most that a line can be numbered: YAML takes more characters for line ends than editors do, and names the end
    of a text by the line behind it.
    """
    return 2 + sum(text.count(sign) for sign in "\n\r\x85\u2028\u2029")
