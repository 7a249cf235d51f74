"""What a template writes and calls: quicker than Jinja does it, and to the letter the same."""

from __future__ import annotations

import jinja2
import pytest
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from sco_digest.model import Ref
from sco_digest.outputs.sandbox import Sandbox, written

OURS = Sandbox(seconds=5, autoescape=True, undefined=jinja2.StrictUndefined)


class Safe:
    def __html__(self) -> str:
        return "<b>safe</b>"


class Text(str):
    __slots__ = ()


class Bolder(Markup):
    __slots__ = ()

    def __html__(self) -> str:
        return f"<b>{self}</b>"


THINGS = (
    *("plain", "<a href='x'>\"&\"</a>", "", Markup("<b>"), Bolder("x"), Safe(), Text("<i>")),
    *(7, -0.0, None, [1, "<"]),
)


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_written_is_what_escape_gives(thing: object) -> None:
    assert str(written(thing)) == str(escape(thing))


OTHERS = """
{%- macro item(word, more="") -%}<li>{{ word }}{{ more }}</li>{%- endmacro -%}
{%- macro box(word) -%}<p>{{ word }}{{ caller() }}</p>{%- endmacro -%}
{%- macro all() -%}{{ varargs | join(",") }}{{ kwargs.x }}{%- endmacro -%}
"""
SAME = {
    "a macro": "{{ item('<') }}",
    "a macro by names": "{{ item(more='>', word='<') }}",
    "a macro that is given another": "{{ item(item('<')) }}",
    "a macro in a loop that sets a name": "{% for n in (1, 2) %}{% set m = n %}{{ item(m, loop.index) }}{% endfor %}",
    "a macro with a caller": "{% call box('<') %}&{{ loops }}{% endcall %}",
    "a macro of another file": "{% import 'others' as o %}{{ o.item('<') }}{{ o.all(1, 2, x='&') }}",
    "a macro from another file": "{% from 'others' import item as it %}{{ it('<') }}",
    "a recursive loop": "{% for n in tree recursive %}{{ n.name }}({{ loop(n.below) }}){% endfor %}",
    "what a loop tells": "{% for n in 'ab' %}{{ loop.first }}{{ loop.cycle('x', 'y') }}{{ loop.revindex }}{% endfor %}",
    "a method": "{{ '<a>'.upper() }}{{ ref.path.removesuffix('.html') }}",
    "words joined": "{{ '<' ~ ref.name ~ ('<b>' | safe) }}{{ '<%s>' | format(ref.name) }}",
    "words kept for later": "{% set kept %}<p>{{ ref.name }}</p>{% endset %}{{ kept }}{{ kept | upper }}",
    "a filter over a part": "{% filter upper %}<p>{{ ref.name }}</p>{% endfilter %}",
}


def rendered(environment: jinja2.Environment, template: str) -> str:
    environment.loader = jinja2.DictLoader({"others": OTHERS, "page.html": OTHERS + template})
    environment.cache.clear()
    tree = [{"name": "<a>", "below": [{"name": "b", "below": []}]}]
    return environment.get_template("page.html").render(ref=Ref("a", "A & B", "a.html"), tree=tree, loops=3)


@pytest.mark.parametrize("template", SAME.values(), ids=SAME)
def test_a_page_is_as_jinja_makes_it(template: str) -> None:
    usual = ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    assert rendered(OURS, template) == rendered(usual, template) != ""


@pytest.mark.parametrize(
    "template",
    [
        "{% for n in 'ab' %}{{ loop._iterable }}{% endfor %}",
        "{% for n in 'ab' %}{{ loop.__class__ }}{% endfor %}",
        "{% import 'others' as o %}{{ o.__dict__ }}",
        "{% import 'others' as o %}{{ o._body_stream }}",
        "{{ ref.__class__ }}",
        "{{ item.__call__ }}",
    ],
)
def test_inner_parts_stay_out_of_reach(template: str) -> None:
    with pytest.raises(SecurityError, match="is unsafe"):
        rendered(OURS, template)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ item('a', 'b', 'c') }}", "takes not more than 2 argument"),
        ("{{ item('a', size=3) }}", "takes no keyword argument 'size'"),
        ("{{ nobody() }}", "'nobody' is undefined"),
        ("{{ ref() }}", "not callable"),
    ],
)
def test_a_call_that_cannot_be_is_named_as_before(template: str, message: str) -> None:
    with pytest.raises((TypeError, jinja2.UndefinedError), match=message):
        rendered(OURS, template)
