"""`sco-digest` and `python -m sco_digest` come in, the command line goes on from there."""

import signal
from importlib import import_module


def main() -> None:
    """Load the command line and run it; the interrupt key pressed meanwhile ends the process without a word.

    Loading takes a tenth of a second and more, in which Python would answer the key with a traceback.
    """
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    cli = import_module("sco_digest.cli")
    signal.signal(signal.SIGINT, heard)
    cli.main(prog_name="sco-digest")


if __name__ == "__main__":  # pragma: no branch - a worker process imports this file by another name
    main()
