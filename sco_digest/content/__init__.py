"""A folder of content comes in; all that people own, and all the Problems found in it, go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.content.corrections import load_corrections
from sco_digest.content.files import listed, misspelt
from sco_digest.content.people import load_people
from sco_digest.content.places import load_places
from sco_digest.content.prose import load_prose
from sco_digest.content.topics import load_topics
from sco_digest.model import Content, Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.model import Problem


def load_content(folder: Path) -> tuple[Content, tuple[Problem, ...]]:
    """All of `content/` but the settings; what has a problem has gaps, and any problem refuses the build."""
    problems = [*misspelt(folder)]
    slugs = {path.stem for path in listed(folder / "topics", ".md")}
    content = Content(
        vocabulary=Vocabulary(
            topics=load_topics(folder / "topics", problems),
            people=load_people(folder / "people.yaml", problems),
            places=load_places(folder / "places.yaml", problems),
        ),
        prose=load_prose(folder / "pages", problems),
        corrections=load_corrections(folder / "corrections", slugs, problems),
    )
    return content, tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.message)))
