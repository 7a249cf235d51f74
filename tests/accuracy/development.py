"""The folder of development data comes in, claims that are judged as its own scorers judge them go out.

The data is other people's and no part of this repository: nothing but numbers leaves this module. See the README.md in
the folder for what it holds.
"""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import msgspec

from sco_digest.facts import Part
from sco_digest.model import Document, Header
from sco_digest.seeds import read_seeds
from tests.accuracy.claims import Claim
from tests.accuracy.reading import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sco_digest.model import ArticleRecord, Span, Statistic
    from sco_digest.rules import Rules

    Traced = Iterator[tuple[Claim, Rules]]


LETTER = "to the letter: "
"""Opens the name of a field that is judged by the names of the labels, not by what a figure says."""


def claims(folder: Path, *, watch: bool = False) -> Traced:
    """Each figure and statement, and of whole articles the date, the source, the speakers and the policy areas."""
    yield from _articles(folder, watch=watch)
    for name in ("newsquant", "recognizers"):
        yield from _quantities(folder, name, watch=watch)
    yield from _statements(folder, watch=watch)


def _articles(folder: Path, *, watch: bool) -> Traced:
    judge = _module(folder / "score_records.py")
    every = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "articles/gold").glob("*.json"))]
    golds = [gold for gold in every if gold["lang"] == "en"]
    paths = [folder / "articles/texts" / f"{gold['id']}.txt" for gold in golds]
    documents = [read_seeds(path, max_bytes=1_000_000)[0][0] for path in paths]
    for gold, (record, rules) in zip(golds, reading(documents, watch=watch), strict=True):
        yield from ((claim, rules) for claim in _article(record, gold, judge))


def _article(record: ArticleRecord, gold: dict[str, Any], judge: Any) -> Iterator[Claim]:
    if record.date:
        sure = min((note.confidence for note in record.problems if note.field == "date"), default=1.0)
        yield Claim("date", record.date.value == gold["date"], sure)
    if record.source:
        common = set(judge.words(record.source.name)) & set(judge.words(gold["source"])) - {"the", "of", "agency"}
        yield Claim("source", bool(common))
    for speaker in record.speakers:
        if speaker.kind == "person":
            known = any(judge.same_name(one["name"], speaker.name) for one in gold["speakers"])
            sure = max((said.confidence for said in speaker.statements), default=1.0)
            yield Claim("speaker", known, sure, tuple(Part("name", span) for span in speaker.mentions[:1]))
    for area in record.policy_areas:
        parts = tuple(Part("cue", span) for span in area.evidence[:1])
        yield Claim("policy area", area.slug in gold["policy_areas"], area.confidence, parts)

    def alike(want: dict[str, Any], got: dict[str, Any]) -> bool:
        same = judge.surfaces_touch(want, got) and judge.same_value(want, got)
        return bool(same and judge.same_unit(want["unit"], got["unit"]))

    yield from _figures("figure, articles", record.statistics, gold["statistics"], alike)


def _quantities(folder: Path, name: str, *, watch: bool) -> Traced:
    judge, runner = _module(folder / "quantities/score_quantities.py"), _module(folder / "run_eval.py")
    golds = json.loads((folder / f"quantities/{name}.json").read_text(encoding="utf-8"))

    def to_the_letter(want: dict[str, Any], got: dict[str, Any]) -> bool:
        return _same(judge, want, runner.as_quantity(got), "canon")

    def by_meaning(want: dict[str, Any], got: dict[str, Any]) -> bool:
        meant = _in_percent(want)
        return any(_same(judge, meant, quantity, "head") for quantity in _tellings(runner.as_quantity(got), got))

    documents = [_document(f"{name}-{i}", gold["text"]) for i, gold in enumerate(golds)]
    for gold, (record, rules) in zip(golds, reading(documents, watch=watch), strict=True):
        # a vague amount, which has no number, is not scored there
        scored = [made for made in record.statistics if made.value is not None or made.low is not None]
        for field, alike in ((f"figure, {name}", by_meaning), (f"{LETTER}figure, {name}", to_the_letter)):
            yield from ((claim, rules) for claim in _figures(field, scored, gold["quantities"], alike))


def _same(judge: Any, want: dict[str, Any], quantity: dict[str, Any], units: str) -> bool:
    value = judge.vmatch(judge.gold_value(want["value"], average=False), judge.pred_value(quantity["value"]))
    return bool(value and judge.umatch(want["normalized_unit"], quantity["unit"], units))


def _in_percent(want: dict[str, Any]) -> dict[str, Any]:
    """A part that the labels give as a fraction, "0.5 of % condo", in percent, as a record has it."""
    if not want["normalized_unit"].startswith("% "):
        return want
    return {"value": f"{100 * float(want['value']):.2f}", "normalized_unit": "percentage"}


def _tellings(quantity: dict[str, Any], got: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a figure says, in each of the forms that the labels have for it.

    A record keeps apart what these labels put in one: the unit and what it is told per, a value and the one that it
    changed from. Occasions are counted in "times" here and have no name there.
    """
    unit = quantity["unit"]
    names = [unit, *([f"{unit} per {got['per']}"] if got["per"] else [])]
    values = [quantity["value"], *([[got["from"], got["value"]]] if got["from"] is not None else [])]
    for value in values:
        yield from ({"value": value, "unit": name.replace("time per", "count per")} for name in names)


def _figures(
    field: str, made: Sequence[Statistic], gold: list[dict[str, Any]], alike: Callable[[Any, Any], bool]
) -> Iterator[Claim]:
    """Each figure of a text, right where one that is wanted is left for it."""
    free = list(gold)
    for one in made:
        as_told = msgspec.to_builtins(one)
        hit = next((want for want in free if alike(want, as_told)), None)
        if hit is not None:
            free.remove(hit)
        yield Claim(field, hit is not None, one.confidence, (Part("figure", one.span), Part("unit", one.span)))


def _statements(folder: Path, *, watch: bool) -> Traced:
    golds = json.loads((folder / "wikinews/dev.json").read_text(encoding="utf-8"))
    documents = [_document(key, gold["text"], gold["date"]) for key, gold in golds.items()]
    for gold, (record, rules) in zip(golds.values(), reading(documents, watch=watch), strict=True):
        yield from ((claim, rules) for claim in _said(record, gold["speech"]))


def _said(record: ArticleRecord, events: list[dict[str, Any]]) -> Iterator[Claim]:
    """A statement is right where its verb and its source touch those of an event of speech or thought."""
    free = list(events)
    for said in (said for speaker in record.speakers for said in speaker.statements):
        hit = next((one for one in free if _touch(one["source"], said.source) and _touch(one["cue"], said.cue)), None)
        if hit is not None:
            free.remove(hit)
        parts = (Part("words", said.span), Part("verb", said.cue), Part("speaker", said.source))
        yield Claim("statement", hit is not None, said.confidence, parts)


def _touch(want: list[int] | None, span: Span) -> bool:
    return bool(want and want[0] < span.end and span.start < want[1])


def _document(name: str, text: str, date: str | None = None) -> Document:
    headers = (Header("date", date),) if date else ()
    return Document(id=name, path=name, file=name, line=1, sha256="", text=text, body=0, headers=headers)


def _module(path: Path) -> Any:
    """A script of the folder, so that its judgement is taken over and not copied."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
