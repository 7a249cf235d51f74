"""Names of tests come in, whether one of them fails goes out; the tests are collected once for all mutants.

mutmut starts pytest anew for each mutant, which takes longer than most tests do. Here the process in which it makes its
forks has collected all tests, and a fork only runs those that reach its mutant, the quick before the slow. Properties
get the same few examples for each mutant, and none is looked for that is smaller: the first that fails is enough.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from _pytest.config import _prepareconfig
from _pytest.main import Session, pytest_runtestloop
from hypothesis import Phase, settings
from mutmut.runners.harness import PytestRunner
from mutmut.state import state

if TYPE_CHECKING:
    from collections.abc import Collection

    import pytest

PROFILE = "mutants"
settings.register_profile(
    PROFILE,
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
)


class Collected:
    """The tests of a room."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self._items: dict[str, pytest.Item] = {}

    def run(self, runner: PytestRunner, parameters: list[str], plugins: Collection[object] = ()) -> int:
        """What mutmut has pytest for: 0 where all tests pass that are named, or all where none is."""
        session = self._session or self._collect(runner)
        names = [name for name in parameters if name in self._items]
        items = self._in_order(names) if names else list(self._items.values())
        _forget()
        for plugin in plugins:
            session.config.pluginmanager.register(plugin)
        session.items, session.testsfailed, session._shouldfail = items, 0, False
        try:
            pytest_runtestloop(session)
        except (session.Failed, session.Interrupted, KeyboardInterrupt):
            return 1
        finally:
            with suppress(Exception):
                session._setupstate.teardown_exact(None)  # a failure leaves what other tests of its file would share
            for plugin in plugins:
                session.config.pluginmanager.unregister(plugin)
        return int(session.testsfailed > 0)

    def _collect(self, runner: PytestRunner) -> Session:
        """Do what `pytest.main` does until the first test."""
        arguments = ["--rootdir=.", "--tb=native", "-x", "-s", *runner._pytest_add_cli_args]
        config = _prepareconfig([*arguments, *runner._pytest_add_cli_args_test_selection])
        config._do_configure()
        self._session = session = Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        config.hook.pytest_collection(session=session)
        self._items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()  # what all forks share need not be looked through in each
        return session

    def _in_order(self, names: Collection[str]) -> list[pytest.Item]:
        """Quick files and tests before slow ones; the tests of a file stay together and share what it has made."""
        took = state().duration_by_test
        whole: dict[str, float] = {}
        for name in names:
            file = name.partition("::")[0]
            whole[file] = whole.get(file, 0.0) + took.get(name, 0.0)
        ordered = sorted(names, key=lambda name: (whole[name.partition("::")[0]], name.partition("::")[0], took[name]))
        return [self._items[name] for name in ordered]


def _forget() -> None:
    """Empty what the program keeps from call to call: what was made before there was a mutant would hide it."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "sco_digest"]
    for kept in [one for module in modules for one in vars(module).values() if hasattr(one, "cache_clear")]:
        kept.cache_clear()


def collect_once() -> None:
    """Give mutmut this in the place of `pytest.main`."""
    collected = Collected()

    def execute(runner: PytestRunner, params: list[str], **wishes: Any) -> int:
        return collected.run(runner, params, wishes.get("plugins", ()))

    PytestRunner.execute_pytest = execute
