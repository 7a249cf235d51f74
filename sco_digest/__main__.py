"""`python -m sco_digest` comes in, the command line goes on from there."""

from sco_digest.cli import main

if __name__ == "__main__":  # pragma: no branch - a worker process imports this file by another name
    main(prog_name="sco-digest")
