"""What is said and wanted comes in; the page of the site on accuracy and docs/accuracy.md go out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sco_digest import __version__
from tests.accuracy.claims import Claim, scores
from tests.accuracy.comparison import FIELDS
from tests.accuracy.development import LETTER, claims
from tests.accuracy.own import judged, mean_subject_overlap
from tests.accuracy.tables import confidence_table, percent, score_table, table
from tests.extract.gold import GOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "content/pages/method/accuracy.md"
DOCS = ROOT / "docs/accuracy.md"

NAMES = {
    "date": "Date of publication",
    "headline": "Headline, where it is a line of its own",
    "source": "Source",
    "speaker": "Speakers (people)",
    "main speaker": "Main speaker",
    "role": "Role of a speaker",
    "country": "Country of a speaker",
    "statement": "Statements, with the right speaker",
    "kind of statement": "Quoted or reported",
    "policy area": "Policy areas",
    "place": "Countries named",
    "figure: value": "Figures: value",
    "figure: value and unit": "Figures: value and unit",
    "figure: kind": "Kind of a figure, such as money",
    "figure: bound": "Exact, about, at most, at least",
    "figure: direction": "Rise or fall",
    "figure: subject": "What a figure measures",
    "figure: period": "Period of a figure",
    "figure: place": "Place of a figure",
    "figure: speaker": "Who gave a figure",
    "span": "The words that a fact points to",
}
"""What the page of the site calls each field."""
STATED = ("date", "headline", "source", "speaker", "statement", "policy area", "place", "figure: value and unit")
MEANT = ("figure: direction", "figure: subject", "figure: period", "figure: place", "figure: speaker")

ON_SITE = """\
---
title: Accuracy
# written by "make accuracy"; what is changed here by hand is lost
---

How often is the program right? It read {texts} texts whose facts people had written down, and what it found was
compared with that, fact by fact. These are the results for version {version}.

## Results

{table}
**Precision** is how many in 100 of the things that the program says are right. **Recall** is how many in 100 of the
things that are there it finds. **Facts** is how many are there.

## The texts

They are news reports, press releases, communiqués, interviews, data releases and court reports, written for this
purpose by the makers of the program. Their people, events and figures are invented. Each tries forms that are known to
be hard: numbers in words, quotations over several paragraphs, three ministers in one text. The texts and what they hold
are published with the source of the program, in `tests/texts`.

## What counts as right

- A **headline**, a **date** and the **name** of a speaker have to be the same.
- A **source** needs a word in common with the right one; a **role**, and **what a figure measures**, half of the words.
- A **statement** has to hold the words that were said and be given to the person who said them. What organisations say
  is not compared.
- A **figure** needs the right value, and each value counts once. "Value and unit" asks for the unit as well.
- What is said about a figure or a speaker is compared where the figure, value and unit, or the speaker was found.
- A **period** has to have the same beginning and end; a **place** of a figure has to be the same.

## Limits

- The makers of the program wrote the texts, and they mend its rules where these texts show a fault. On other texts the
  program can do worse; nothing more than the table is claimed.
- Other people would sometimes write down other facts, above all for policy areas, periods and what a figure measures.
- Countries that are invented are in no list of names, so the program cannot know them as places.
- The policy areas are those that ship with the program. A site that changes its word lists changes this result.
- All that was found is counted here, also what waits for a person because its [confidence](../) is low.
"""

IN_DOCS = """\
# Accuracy and confidence

This page is written by `make accuracy`; a test says whether it is current. The figures for readers of a site are in
`content/pages/method/accuracy.md`.

## Our own texts

{texts} invented articles in `tests/texts`, read by version {version}. The README.md there says how they were made,
`tests/accuracy/comparison.py` what counts as right. What is said about a figure or a speaker is compared where that was
found. The subjects of figures share {overlap} in 100 of their words with those in the gold records (Dice, a figure
without a subject counting 0).

{scores}
## Confidence over our own texts

How many in 100 of the facts said with a confidence are right, and of how many. Where a record has no confidence of a
fact it counts as 1; a speaker has that of the surest statement.

{confidence}
What is said of figures that were found, by the confidence of the figure:

{meant}"""

BEGIN = "\n## Confidence over the development data\n"
DEVELOPMENT = (
    BEGIN
    + """
Texts of other people, labelled by other people, which are not in this repository: `make accuracy` counts them anew
where it finds the folder `../shared/eval`, or `python -m tests.accuracy --data FOLDER`; a test cannot say whether they
are current. Counted on {day} with version {version}.

A figure is right where value and unit are; a statement where its verb and its source touch those of a labelled event of
speech or thought. The labels follow rules of their own, which differ from set to set, so not all that counts as wrong
is wrong. Figures are compared with them by what they say: "$48" told per barrel is the label's "dollar per barrel", 35
from 20 its pair of both, half its fraction, and of a counted noun the head counts. The rows below each count the same
to the letter.

Of all facts said with a confidence of {sure:g} or more, {meant} are right; with figures to the letter {letter}.

"""
)
SURE = 0.9


def files(data: Path | None = None) -> dict[Path, str]:
    """Both pages; the part over the development data is counted anew where its folder is named, else it stays."""
    every = judged()
    counted = scores(every)
    ordered = [counted[field] for field in FIELDS]
    said = [one for one in every if isinstance(one, Claim)]
    rows = [(NAMES[one.field], percent(one.precision), percent(one.recall), one.wanted) for one in ordered]
    known = {"texts": len(GOLD), "version": __version__}
    docs = IN_DOCS.format(
        overlap=percent(mean_subject_overlap()),
        scores=score_table(ordered),
        confidence=confidence_table(_by_field(said, STATED)),
        meant=confidence_table(_by_field(said, MEANT)),
        **known,
    )
    return {
        PAGE: ON_SITE.format(table=table(("Field", "Precision", "Recall", "Facts"), rows), **known),
        DOCS: docs + _development(data),
    }


def _development(data: Path | None) -> str:
    """As it stands where there is no data or no number has changed, so that its date is that of the numbers."""
    before = DOCS.read_text(encoding="utf-8") if DOCS.is_file() else ""
    kept = before[before.find(BEGIN) :] if BEGIN in before else ""
    if data is None:
        return kept
    said = [claim for claim, _ in claims(data)]
    fields = tuple(dict.fromkeys(claim.field for claim in said))
    made = confidence_table(_by_field(said, fields))
    day = datetime.now(tz=UTC).date().isoformat()
    letters = {field.removeprefix(LETTER) for field in fields if field.startswith(LETTER)}
    known = {
        "sure": SURE,
        "meant": _right([one for one in said if not one.field.startswith(LETTER)]),
        "letter": _right([one for one in said if one.field not in letters]),
    }
    return kept if kept.endswith(f"\n\n{made}") else DEVELOPMENT.format(day=day, version=__version__, **known) + made


def _right(said: list[Claim]) -> str:
    """How many of the sure facts are right."""
    right = [one.right for one in said if one.confidence >= SURE]
    return f"{percent(sum(right) / len(right))} in 100 ({sum(right)} of {len(right)})"


def _by_field(said: Iterable[Claim], fields: tuple[str, ...]) -> dict[str, list[Claim]]:
    every = list(said)
    return {field: [one for one in every if one.field == field] for field in fields}
