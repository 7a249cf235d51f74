"""Arguments come in; lines on the terminal and an exit code go out. Each command has a room of its own.

Exit codes: 0 all is well, 1 there were problems or it was refused, 2 wrong usage, 130 interrupted, 143 terminated.
"""

from __future__ import annotations

import errno
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from sco_digest import __version__
from sco_digest.cli.log import LOGS, Lines
from sco_digest.cli.signals import hearing
from sco_digest.cli.utf8 import in_utf8
from sco_digest.errors import NO_MEMORY, DigestError, of_the_system

ROOMS = {
    "init": "sco_digest.cli.init",
    "build": "sco_digest.cli.build",
    "serve": "sco_digest.cli.serve",
    "check": "sco_digest.cli.check",
    "export": "sco_digest.cli.export",
    "explain": "sco_digest.cli.explain",
    "review": "sco_digest.cli.review",
    "completion": "sco_digest.cli.completion",
}
"""Each command and its module, which is loaded when the command is asked for: none pays for what another needs."""


OF_THE_SYSTEM = {
    "can't start new thread": "the system lets no further thread begin; close other programs, or raise its limit",
    "Was not able to determine binary stream for sys.stdout.": "the output is closed; name a file with --output",
}
"""What Python and click say of the system, which they do not raise as OSError, and what is told of it."""


class Rooms(click.Group):
    """The table of commands, and the one place where what goes wrong becomes a line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which one meets them."""
        return list(ROOMS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the room of this command."""
        if cmd_name not in ROOMS:
            return None
        command: click.Command = import_module(ROOMS[cmd_name]).command
        return command

    def main(self, *args: Any, **wishes: Any) -> Any:
        """Run as a program."""
        in_utf8()
        return super().main(*args, **wishes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """See first in which form to tell what is wrong, be it with the arguments themselves."""
        if _asks_for_json(args):
            ctx.obj = LOGS["json"]()
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the user can put right never shows a traceback."""
        with hearing() as stop:
            try:
                return super().invoke(ctx)
            except DigestError as error:
                _wrong(ctx, str(error))
                ctx.exit(1)
            except click.UsageError as error:
                if ctx.obj is None:  # click tells people how the command is used
                    raise
                _wrong(ctx, " ".join(error.format_message().split()))
                ctx.exit(2)
            except KeyboardInterrupt:
                _wrong(ctx, stop.word)
                ctx.exit(stop.exit_code)
            except MemoryError:
                _wrong(ctx, "; ".join(NO_MEMORY))
                ctx.exit(1)
            except RuntimeError as error:
                if str(error) not in OF_THE_SYSTEM:
                    raise
                _wrong(ctx, OF_THE_SYSTEM[str(error)])
                ctx.exit(1)
            except OSError as error:
                if error.errno == errno.EPIPE:  # whoever read our output has seen enough; click ends quietly
                    raise
                _wrong(ctx, str(of_the_system(error)))
                ctx.exit(1)


def _asks_for_json(args: list[str]) -> bool:
    """Whether the log is for programs; what is no log format at all is found when the arguments are read."""
    words = " ".join(args).replace("--log-format=", "--log-format ").split(" ")
    return any(pair == ("--log-format", "json") for pair in pairwise(words))


def _wrong(ctx: click.Context, line: str) -> None:
    """In the log of the command, where it has one."""
    (ctx.obj or Lines()).tell("stopped", line, level="error")


@click.command(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sco-digest")
def main() -> None:
    """Turn a folder of raw news texts into a site in which every fact links to the words it came from.

    Run it in a folder that holds seeds/ and, if you wish, content/ and templates/. Start with: sco-digest init DIR
    """
