# The words of this project. Everything that CI does, it does with these.
#
#   make site      build the public edition into site/
#   make serve     the same with live reload
#   make test      all tests, in a real browser too
#   make check     test + lint + strict: what CI runs
#
#   make site CAPTURES=~/captures EDITION=full OUT=private    everything at hand, not for publication

PYTHON   ?= python3
CAPTURES ?=
EDITION  ?=
OUT      ?=
ADDRESS  ?= 127.0.0.1:8000

VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/pip --disable-pip-version-check --quiet
OPTIONS := $(if $(EDITION),--edition $(EDITION)) $(if $(CAPTURES),--captures $(CAPTURES))

# MkDocs 1.6 is what this project builds on; its successor's advertisement is not for our users.
export NO_MKDOCS_2_WARNING := 1

# An environment knows the path it was made at: one that was copied or moved is made again.
ifneq ($(shell cat $(VENV)/made-at 2>/dev/null),$(CURDIR))
  $(shell rm -f $(VENV)/*.installed)
endif

.DEFAULT_GOAL := help
.PHONY: help site serve findings test lint strict check lock clean

help:
	@sed -n '3,8p' Makefile | cut -c3-

site: $(VENV)/site.installed
	@$(BIN)/dossier build $(OPTIONS) $(if $(OUT),--site-dir $(OUT))

serve: $(VENV)/site.installed
	@$(BIN)/dossier serve --address $(ADDRESS) $(OPTIONS)

findings: $(VENV)/site.installed
	@$(BIN)/dossier check $(OPTIONS)

test: $(VENV)/test.installed
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/python -m pytest

lint: $(VENV)/test.installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

strict: $(VENV)/site.installed
	@$(BIN)/dossier build --strict --site-dir $(or $(OUT),site) $(OPTIONS)

check: test lint strict

# The environment is made from the lock file, hash by hash, and made again when that changes.
$(VENV)/%.installed: requirements/%.lock pyproject.toml generator/__init__.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3"; exit 2; }
	@test "$$(cat $(VENV)/made-at 2>/dev/null)" = "$(CURDIR)" || \
	  { echo "making the environment in $(VENV)/ (a minute, once)"; \
	    $(PYTHON) -m venv --clear $(VENV) && echo "$(CURDIR)" > $(VENV)/made-at; }
	@$(PIP) install --require-hashes --requirement requirements/$*.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# After a change to the dependencies in pyproject.toml. The locks hold for every platform.
lock:
	@$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip --quiet install uv
	@$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  pyproject.toml requirements/build.in --output-file requirements/site.lock
	@$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --extra test pyproject.toml requirements/build.in --output-file requirements/test.lock

clean:
	rm -rf site .dossier
