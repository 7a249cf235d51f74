"""A catalogue comes in; what templates call to have a message of the interface in its language goes out.

These stand in the place of Jinja's own, which find out each time what they are to be given: a page has a hundred.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import pass_eval_context
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable
    from gettext import NullTranslations

    from jinja2.nodes import EvalContext


def messages(words: NullTranslations, number: Callable[[float], str]) -> dict[str, Callable[..., str]]:
    """`gettext`, which is also `_`, and `ngettext`, which writes its number by `number` unless it is told how.

    What a message says takes in the variables that it is given, escaped where the template is.
    """

    @lru_cache(maxsize=1024)
    def without_variables(text: str, escaped: bool) -> str:
        return _safe(words.gettext(text), escaped) % {}

    @pass_eval_context
    def gettext(context: EvalContext, text: str, /, **variables: object) -> str:
        if not variables:
            return without_variables(text, context.autoescape)
        return _safe(words.gettext(text), context.autoescape) % variables

    @pass_eval_context
    def ngettext(context: EvalContext, one: str, many: str, count: int, /, **variables: object) -> str:
        return _safe(words.ngettext(one, many, count), context.autoescape) % ({"num": number(count)} | variables)

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def _safe(message: str, escaped: bool) -> str:
    """A message is as safe as the template that it is of."""
    return Markup(message) if escaped else message  # noqa: S704
