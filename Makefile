# The front door. Everything is set up in .venv from the lock files, the first time it is needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# pip of the new environment, or the system's working on it where the environment could not have its own
PIP = $(shell $(BIN)/python -m pip --version >/dev/null 2>&1 && echo $(BIN)/python -m pip || echo $(PYTHON) -m pip --python $(BIN)/python)
INSTALL = $(PIP) install --quiet --disable-pip-version-check
# the programs that benchmarks compare with, apart: they need other versions
PEERS := .venv-bench
# the same program with its rules compiled, apart from the sources
COMPILED := .venv-compiled
# the development environment and what torture needs beside it; and what looks over the packages, by itself
TORTURE := .venv-torture
AUDIT := .venv-audit
# one more than there are processors, for many a test waits for a browser or a cluster
WORKERS ?= $(shell $(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)')
# tests that look at the whole from outside, mostly at programs of their own: they would not count
OUTSIDE = audit browser checks demo fuzz hostile mutants reproduce torture test_benchmarks.py test_benchmark_sites.py \
	test_compiled.py test_hosts.py test_network.py test_patterns.py extract/test_growth.py
# what the comparison of whole sites is asked for, such as --articles 1000 --rounds 3
SITES ?= --write
INSTALL_PEERS = $(firstword $(PIP)) -m pip --python $(PEERS)/bin/python install --quiet --disable-pip-version-check \
	--require-hashes --no-build-isolation --requirement
IN_TORTURE = $(firstword $(PIP)) -m pip --python $(TORTURE)/bin/python install --quiet --disable-pip-version-check
IN_AUDIT = $(firstword $(PIP)) -m pip --python $(AUDIT)/bin/python install --quiet --disable-pip-version-check
IN_COMPILED = $(firstword $(PIP)) -m pip --python $(COMPILED)/bin/python install --quiet --disable-pip-version-check
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-strip-extras --no-annotate --custom-compile-command "make lock" --upgrade

.DEFAULT_GOAL := help
.PHONY: help site demo test coverage check check-site bench torture reproduce mutants audit compiled accuracy generated lock clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

site: $(VENV)/.site  ## set up and build public/ from seeds/
	$(BIN)/sco-digest build

# as of the day of the last text, whatever day it is
demo: $(VENV)/.site  ## write some hundred texts about invented countries, and build demo/public/ from them
	$(BIN)/python -m tests.demo demo
	$(BIN)/sco-digest build --seeds demo/seeds --content demo/content --output demo/public --today 2026-03-31

# hundreds of programs are started, which would all compile the sources anew where Python may not keep what it compiled
test coverage: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.dev  ## set up and run every test, in a browser as well
	@tests/browser/install.sh
	@tests/checks/install.sh
	@tests/hostile/install.sh
	@tests/torture/install.sh
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --durations=10

coverage: $(VENV)/.dev  ## count the lines and branches that tests of the parts reach, which takes them twice as long
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --cov --cov-report=term $(OUTSIDE:%=--ignore=tests/%)

check: $(VENV)/.dev  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check-site: $(VENV)/.dev  ## check the built site: HTML, accessibility, speed, links, keyboard, weight
	@CI=true tests/browser/install.sh
	@CI=true tests/browser/install.sh whole
	@tests/checks/install.sh whole
	$(BIN)/python -m tests.checks

bench: $(VENV)/.dev $(PEERS)/.installed  ## time whole sites and quantities beside other programs, articles and start-up
	@tests/benchmarks/sites/eleventy/install.sh
	$(BIN)/python -m tests.benchmarks $(SITES)

torture: $(VENV)/.dev $(TORTURE)/.installed  ## kill, starve and crowd builds, and feed them hostile and random texts; takes hours
	@CI=true tests/browser/install.sh
	@CI=true tests/hostile/install.sh
	@CI=true tests/torture/install.sh
	$(BIN)/python -m tests.torture
	$(BIN)/python -m tests.edits 200
	$(BIN)/python -m tests.hostile --seeds 10000
	$(BIN)/python -m tests.fuzz.chance --runs 500000
	$(BIN)/python -m tests.fuzz --runs 1000000 --python $(TORTURE)/bin/python

reproduce: $(VENV)/.dev  ## build again under other conditions, and compare every byte
	$(BIN)/python -m tests.reproduce

mutants: $(VENV)/.dev $(TORTURE)/.installed  ## spoil the code in thousands of ways, and count how many the tests find; takes hours
	$(TORTURE)/bin/python -m tests.mutants

audit: $(VENV)/.dev $(AUDIT)/.installed  ## look for known faults of packages, list licences, write a bill of materials
	$(AUDIT)/bin/python -m tests.audit

compiled: $(COMPILED)/.installed  ## set up .venv-compiled, with the rules of extraction compiled (needs a C compiler)

accuracy: $(VENV)/.dev  ## count anew how often the program is right, and write the pages that say so
	$(BIN)/python -m tests.accuracy

generated: accuracy  ## write docs/ that are made from the code, and the golden site, anew
	$(BIN)/python -m tests.generated
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.readings

lock:  ## choose versions anew and write all lock files (needs uv)
	$(COMPILE) pyproject.toml --extra search --group build --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra search --extra dask --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE) pyproject.toml --group compiled --constraint requirements-dev.lock --output-file requirements-compiled.lock
	$(COMPILE) --group pyproject.toml:bench --output-file requirements-bench.lock
	$(COMPILE) --group pyproject.toml:torture --constraint requirements-dev.lock --output-file requirements-torture.lock
	$(COMPILE) --group pyproject.toml:audit --output-file requirements-audit.lock

clean:  ## remove all that was made, the environment too
	rm -rf $(VENV) $(PEERS) $(COMPILED) $(TORTURE) $(AUDIT) tests/checks/node_modules tests/hostile/node_modules tests/benchmarks/sites/eleventy/node_modules public demo dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*

$(VENV)/.site: requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q sco_digest # where Python may keep nothing, every start would do this anew
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.site
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@

$(PEERS)/.installed: requirements-bench.lock | $(VENV)/.site
	$(BIN)/python -m venv --without-pip --clear $(PEERS)
	@sed -n '/^setuptools==/,/[^\]$$/p' $< > $(PEERS)/setuptools.lock
	@$(INSTALL_PEERS) $(PEERS)/setuptools.lock && $(INSTALL_PEERS) $< && touch $@ || \
		echo 'make: the programs to compare with could not be installed; the benchmark goes on without them' >&2

$(TORTURE)/.installed: requirements-torture.lock requirements-dev.lock pyproject.toml | $(VENV)/.site
	$(BIN)/python -m venv --without-pip --clear $(TORTURE)
	$(IN_TORTURE) --require-hashes --requirement requirements-dev.lock
	$(IN_TORTURE) --require-hashes --requirement requirements-torture.lock
	$(IN_TORTURE) --no-deps --no-build-isolation --editable .
	@touch $@

$(AUDIT)/.installed: requirements-audit.lock | $(VENV)/.site
	$(BIN)/python -m venv --without-pip --clear $(AUDIT)
	$(IN_AUDIT) --require-hashes --requirement requirements-audit.lock
	@touch $@

# the hook leaves what it compiled beside the sources, where Python would take it instead of them: so a copy is compiled
$(COMPILED)/.installed: requirements-compiled.lock pyproject.toml $(shell find sco_digest content templates seeds -type f) \
		| $(VENV)/.site
	$(BIN)/python -m venv --without-pip --clear $(COMPILED)
	$(IN_COMPILED) --require-hashes --requirement requirements-compiled.lock
	@copy=$$(mktemp -d) && trap 'rm -rf "$$copy"' EXIT && \
		cp -r pyproject.toml README.md LICENSE sco_digest content templates seeds "$$copy" && \
		HATCH_BUILD_HOOK_ENABLE_MYPYC=true $(IN_COMPILED) --no-deps --no-build-isolation --force-reinstall "$$copy"
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'make: Python 3.11 or later is needed; name one: make PYTHON=python3.12 site' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m pip --version >/dev/null 2>&1 && $(PYTHON) -m venv --without-pip --clear $(VENV); } || { \
		rm -rf $(VENV); \
		echo 'make: $(PYTHON) can make no environment; install pip or venv, on Debian: apt-get install python3-venv' >&2; \
		exit 1; }
