"""All benchmarks, one after the other. Run: make bench."""

import sys

from tests.benchmarks import build, quantities, speed
from tests.benchmarks.sites.__main__ import main as sites

if __name__ == "__main__":
    print("== a build of many articles")
    build.main(build.ARTICLES)
    print("\n== articles, start-up, growth")
    speed.main()
    print("\n== quantities, beside others")
    quantities.main()
    print("\n== whole sites, beside others")
    sys.exit(sites(sys.argv[1:]))
