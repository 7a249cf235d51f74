"""`python -m tests.demo FOLDER` writes FOLDER/seeds and FOLDER/content anew."""

import sys
from pathlib import Path

from tests.demo.writing import write

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.demo FOLDER")
    count = write(Path(sys.argv[1]))
    sys.stdout.write(f"{count} articles written to {sys.argv[1]}/seeds\n")
