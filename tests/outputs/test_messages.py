"""Messages as templates ask for them: in their language, with what they are given, escaped where the template is."""

from __future__ import annotations

from gettext import NullTranslations

import jinja2
import pytest
from jinja2.nodes import EvalContext
from markupsafe import Markup

from sco_digest.outputs.messages import messages


class Shouting(NullTranslations):
    """A language in which everything is said loudly."""

    def gettext(self, message: str) -> str:
        return message.replace("page", "PAGE")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


FUNCTIONS = messages(Shouting(), lambda number: f"<{number}>")


def said(template: str, name: str = "page.html", **given: object) -> str:
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({name: template}),
        autoescape=jinja2.select_autoescape((), ("txt",), default=True),
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(NullTranslations(), newstyle=True)
    environment.globals |= FUNCTIONS
    return environment.get_template(name).render(given)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ _('a page') }}", "a PAGE"),
        ("{{ gettext('a page') }}", "a PAGE"),
        ("{{ _('<b>100%%</b>') }}", "<b>100%</b>"),
        ("{{ _('page %(text)s', text=word) }}", "PAGE &lt;i&gt;"),
        ("{{ _(word) }}", "<i>"),
        ("{{ ngettext('%(num)s page', '%(num)s pages', 1) }}", "&lt;1&gt; PAGE"),
        ("{{ ngettext('%(num)s page', '%(num)s pages', 2) }}", "&lt;2&gt; PAGEs"),
        ("{{ ngettext('one %(one)s', '%(num)s of %(count)s', 2, num='two', count=word) }}", "two of &lt;i&gt;"),
        ("{% trans %}a page{% endtrans %}", "a PAGE"),
        ("{% trans word=word %}page {{ word }}{% endtrans %}", "PAGE &lt;i&gt;"),
        ("{% trans n=2 %}{{ n }} page{% pluralize %}{{ n }} pages{% endtrans %}", "2 PAGEs"),
        ("{% for n in (1, 2) %}{% set m = n + 1 %}{{ _('page %(m)s', m=m) }} {% endfor %}", "PAGE 2 PAGE 3 "),
    ],
)
def test_messages_on_a_page(template: str, html: str) -> None:
    assert said(template, word="<i>") == html


def test_messages_in_plain_text_are_not_escaped() -> None:
    assert said("{{ _('page %(word)s', word=word) }}{{ _('%%') }}", "page.txt", word="<i>") == "PAGE <i>%"
    assert said("{{ ngettext('%(num)s page', '', 1) }}", "page.txt") == "<1> PAGE"


def test_the_same_message_is_of_its_template() -> None:
    """What was said for a page is no plain text, and what was said for plain text is not safe on a page."""
    by_name = jinja2.Environment(autoescape=jinja2.select_autoescape())
    page, text = EvalContext(by_name, "page.html"), EvalContext(by_name, "page.txt")
    shown = [FUNCTIONS["gettext"](context, "a page") for context in (page, text, page)]
    assert [type(one) for one in shown] == [Markup, str, Markup]


def test_a_message_that_asks_for_what_it_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError, match="word"):
        said("{{ _('page %(word)s') }}")
