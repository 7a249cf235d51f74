"""A chart of twelve points, drawn by libraries and by the templates of the site: size, time, and what the SVG can do.

Run it in an environment of its own, with the libraries that are to be compared (what is not installed is left out):

    python -m venv .venv-charts
    .venv-charts/bin/pip install pygal matplotlib leather altair vl-convert-python plotly kaleido --editable .
    .venv-charts/bin/python -m tests.benchmarks.charts
"""

from __future__ import annotations

import io
import re
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS = list(range(2013, 2025))
VALUES = [1.05, 1.2, 1.5, 1.7, 1.64, 2.1, 2.37, 2.2, 2.5, 2.9, 3.1, 3.0]
TITLE = "Trade turnover of Amberland"
LINKS = [f"../../2025/01/a/index.html#s{number}" for number, _ in enumerate(YEARS, start=1)]
ROUNDS = 20
ROOT = Path(__file__).parents[2]


def by_pygal() -> Callable[[], str]:
    """Options that make its output smallest: no script, no defaults of style that are not used."""
    pygal = import_module("pygal")

    def draw() -> str:
        chart = pygal.Line(
            js=[], pretty_print=False, title=TITLE, width=640, height=320, no_prefix=True, show_legend=False
        )
        chart.x_labels = YEARS
        chart.add("", [{"value": v, "xlink": link} for v, link in zip(VALUES, LINKS, strict=True)])
        return str(chart.render(is_unicode=True))

    return draw


def by_matplotlib() -> Callable[[], str]:
    """With text as text, a fixed salt for ids and no date, and a link on each point."""
    matplotlib = import_module("matplotlib")
    matplotlib.use("svg")
    matplotlib.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "a"}
    figures = import_module("matplotlib.figure")

    def draw() -> str:
        figure = figures.Figure(figsize=(6.4, 3.2))
        axes = figure.subplots()
        axes.set_title(TITLE)
        axes.plot(YEARS, VALUES)
        axes.scatter(YEARS, VALUES).set_urls(LINKS)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Title": TITLE})
        return out.getvalue()

    return draw


def by_leather() -> Callable[[], str]:
    leather = import_module("leather")

    def draw() -> str:
        chart = leather.Chart(TITLE)
        chart.add_line(list(zip(YEARS, VALUES, strict=True)))
        return str(chart.to_svg(width=640, height=320))

    return draw


def by_altair() -> Callable[[], str]:
    """Vega-Lite, compiled to SVG by vl-convert."""
    altair, convert = import_module("altair"), import_module("vl_convert")

    def draw() -> str:
        rows = [{"x": x, "y": y, "href": link} for x, y, link in zip(YEARS, VALUES, LINKS, strict=True)]
        data = altair.Data(values=rows)
        chart = altair.Chart(data, title=TITLE, width=560, height=250).mark_line(point=True)
        chart = chart.encode(x=altair.X("x:O"), y="y:Q", href="href:N", order="x:O")
        return str(convert.vegalite_to_svg(chart.to_json()))

    return draw


def by_plotly() -> Callable[[], str]:
    """Through kaleido, which needs a Chromium on the machine that builds the site."""
    graphs = import_module("plotly.graph_objects")

    def draw() -> str:
        chart = graphs.Figure(graphs.Scatter(x=YEARS, y=VALUES), layout={"title": TITLE})
        return bytes(chart.to_image(format="svg", width=640, height=320)).decode()

    return draw


def by_hand() -> Callable[[], str]:
    """The geometry of `pages/chart.py` drawn by `templates/chart.html`."""
    model, charts = import_module("sco_digest.model"), import_module("sco_digest.pages.chart")
    jinja2, words = import_module("jinja2"), import_module("sco_digest.outputs.words")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations()
    environment.filters |= words.Words("en").filters()
    template = environment.from_string(
        '{% import "chart.html" as c %}{{ c.chart(chart, series, rows, title, title, "../../") }}'
    )
    span = model.Span(0, 1)
    points = [
        model.SeriesPoint(entry=0, figure=0, path=link[6:], start=str(x), end=str(x), value=y * 1e9, date="2025-01-01")
        for x, y, link in zip(YEARS, VALUES, LINKS, strict=True)
    ]
    figures = [
        model.Statistic(
            surface=f"{point.value:g}",
            span=span,
            sentence=span,
            value=point.value,
            unit="USD",
            kind="money",
            period=model.Period(point.start, point.end),
        )
        for point in points
    ]
    rows = [{"point": point, "row": {"figure": figure}} for point, figure in zip(points, figures, strict=True)]

    def draw() -> str:
        return str(template.render(chart=charts.draw(points), series={"unit": "USD"}, rows=rows, title=TITLE))

    return draw


MAKERS = {
    "pygal": by_pygal,
    "matplotlib": by_matplotlib,
    "leather": by_leather,
    "altair, vl-convert": by_altair,
    "plotly, kaleido": by_plotly,
    "by hand": by_hand,
}


def measure(make: Callable[[], Callable[[], str]]) -> dict[str, Any]:
    """Seconds of import, milliseconds and bytes of a chart, and what its SVG has."""
    begun = time.perf_counter()
    draw = make()
    first = draw()
    ready = time.perf_counter() - begun
    rounds = 3 if ready > 5 else ROUNDS
    begun = time.perf_counter()
    charts = [draw() for _ in range(rounds)]
    return {
        "bytes": len(first.encode()),
        "ms": (time.perf_counter() - begun) / rounds * 1000,
        "first s": ready,
        "same bytes": len({first, *charts}) == 1,
        "title": "<title" in first,
        "desc": "<desc" in first,
        "named": "aria-label" in first,
        "text": first.count("<text"),
        "links": len(re.findall(r"<a\b", first)),
        "styles": len(re.findall(r"<style|\bstyle=", first)),
        "colours": len(re.findall(r'(?:fill|stroke)(?:="|: ?)(?:#|rgb|black|white|gray)', first)),
    }


def main() -> None:
    """Print a table."""
    for name, make in MAKERS.items():
        try:
            found = measure(make)
        except Exception as error:  # a library that is missing, or the browser that kaleido needs
            print(f"{name}: {error!s:.100}")
            continue
        print(f"{name}: " + ", ".join(f"{key} {round(value, 2)}" for key, value in found.items()))


if __name__ == "__main__":
    main()
