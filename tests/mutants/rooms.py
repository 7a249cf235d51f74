"""A room of the program goes in by name, the tests that answer for it go out, and how many mutants may survive."""

from __future__ import annotations

from dataclasses import dataclass

WANTED = 0.85
"""The share of mutants that has to be noticed in each room."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """One package below `sco_digest/`."""

    name: str
    tests: tuple[str, ...]
    """What pytest is given: files and folders that answer for this room."""
    left_out: tuple[str, ...] = ()
    """Beginnings of the names of tests among them that take long and notice little that the others do not."""
    sample: int = 0
    """So many mutants, chosen by chance, where a whole run would take days; 0 for all."""


ROOMS = {
    room.name: room
    for room in (
        Room(
            name="seeds",
            tests=("tests/test_seeds.py", "tests/test_encodings.py", "tests/seeds"),
        ),
        Room(
            name="cache",
            tests=("tests/test_cache.py", "tests/cache"),
            left_out=tuple(
                f"tests/test_cache.py::test_{name}"  # these build sites, which takes a hundred times as long
                for name in (
                    *("a_build_of_the_same", "without_the_cache", "a_file_that_is_no_page", "an_edit_renders"),
                    *("what_is_behind_all_pages", "another_program_renders", "a_page_that_somebody"),
                    *("a_page_is_rendered", "a_build_that_fails", "each_output_folder", "after_any_edits"),
                )
            ),
        ),
        Room(
            name="publish",
            tests=("tests/test_publish.py", "tests/publish"),
            left_out=("tests/test_publish.py::test_a_reader_never_sees_half_a_site",),
        ),
        Room(
            name="extract",
            tests=("tests/extract",),
            left_out=(
                "tests/extract/test_growth.py",  # four fifths of the time
                "tests/extract/test_texts.py::test_spans_are_true_where_a_text_breaks_off",
            ),
            sample=500,
        ),
    )
}
"""By their names."""
