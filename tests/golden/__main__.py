"""`python -m tests.golden` builds the golden site anew; look at the difference before you commit it."""

from tests.golden.site import HERE, build_into

if __name__ == "__main__":
    build_into(HERE / "public")
