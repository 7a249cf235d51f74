"""`sco-digest completion SHELL`: the name of a shell comes in, the script that teaches it our words goes out."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
INSTALL = (
    'eval "$(sco-digest completion bash)"     in ~/.bashrc',
    'eval "$(sco-digest completion zsh)"      in ~/.zshrc',
    "sco-digest completion fish > ~/.config/fish/completions/sco-digest.fish",
)


@click.command(epilog="\b\n" + "\n".join(INSTALL))
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    script = SHELLS[shell](ctx.find_root().command, {}, "sco-digest", "_SCO_DIGEST_COMPLETE")
    click.echo(script.source())
