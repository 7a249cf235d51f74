"""All benchmarks, one after the other. Run: make bench."""

from tests.benchmarks import build, quantities, speed

if __name__ == "__main__":
    print("== a build of many articles")
    build.main(build.ARTICLES)
    print("\n== articles, start-up, growth")
    speed.main()
    print("\n== quantities, beside others")
    quantities.main()
