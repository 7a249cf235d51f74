"""Templates come in that somebody else may have written; what they may ask of the program goes out, and no more.

They can read what they are given and call what it offers. They reach no inner part of Python, change nothing that they
are given, and end. That they take little memory is not promised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2
import markupsafe
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from msgspec import Struct

from sco_digest.deadline import TooLong, deadline
from sco_digest.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context


_OPEN = (Struct, TemplateModule, LoopContext)
"""Records, the macros of a file, and `loop`: whatever public name these have is meant for templates."""
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Of a plain text, without the class that says of the result that it is safe."""
_ESCAPING: object = jinja2.pass_eval_context(lambda _: None).jinja_pass_arg  # type: ignore[attr-defined]
"""How Jinja marks what asks for no more than whether it is to escape, as macros and messages do."""
_CONSTANTS = "look for a number or a width that is far too large"


def too_long(seconds: float) -> str:
    """What is wrong with a page or a template that came to no end."""
    return f"a page took more than {seconds:g} s of the processor, and was given up"


def written(thing: object) -> str:
    """What stands on a page for something that a template writes: as `escape` gives it, in less time."""
    if type(thing) is str:
        return _escaped(thing)
    return thing if type(thing) is Markup else escape(thing)


class _Template(jinja2.Template):
    """A template that joins what it writes out: nobody asks of a part whether it is safe."""

    @classmethod
    def from_code(cls, *code: Any) -> jinja2.Template:
        made = super().from_code(*code)
        made.root_render_func.__globals__["escape"] = written
        return made


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, quicker in what templates do most, and with an end."""

    template_class = _Template

    def __init__(self, *, seconds: float, **wishes: Any) -> None:
        """`seconds` of the processor are what a template may take for one page."""
        super().__init__(**wishes)
        self._seconds = seconds

    def filled(self, template: str, given: dict[str, Any]) -> str:
        """What a template makes of what it is given; TooLong has its lines, as its errors have."""
        try:
            with deadline(self._seconds):
                return self.get_template(template).render(given)
        except TooLong:
            self.handle_exception()

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *more: Any) -> Any:
        """The code of a template; for it Jinja2 works out what hangs on nothing, which can fail or take for ever."""
        try:
            return super().compile(source, name, filename, *more)
        except (jinja2.TemplateError, MemoryError, RecursionError):
            raise
        except Exception as error:
            raise TemplateError(f"cannot be compiled: {error}", path=filename or "", mend=_CONSTANTS) from error
        except TooLong as error:
            raise TemplateError(too_long(self._seconds), path=filename or "", mend=_CONSTANTS) from error

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands behind a dot: of what has no public name but harmless ones, without looking further."""
        if isinstance(obj, _OPEN) and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """What a template calls: nothing that one is given changes anything, so there is nothing to ask about it."""
        if type(__obj) is Macro or getattr(__obj, "jinja_pass_arg", None) is _ESCAPING:  # no need to ask for more
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return __obj(__context.eval_ctx, *args, **kwargs)
        return __context.call(__obj, *args, **kwargs)
