# `make run` and `make test` are all a newcomer needs; each sets up what it uses.
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/.run-installed
TEST_STAMP := $(VENV)/.test-installed

.PHONY: run test lint bench setup lock audit clean extras
.DEFAULT_GOAL := run

run: $(RUN_STAMP)
	@$(PY) run.py

setup: $(TEST_STAMP)

test: lint
	@$(PY) -m pytest

lint: $(TEST_STAMP)
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

# make bench NAME=matching ARGS="file.jsonl"
bench: $(TEST_STAMP)
	@$(PY) -m bench $(NAME) $(ARGS)

# make extras WITH=semantic (or translate): optional parts, from their own lock files
extras: $(RUN_STAMP)
	@$(PY) -m pip install --quiet --require-hashes --no-deps -r lock/$(WITH).txt

$(VENV)/bin/python:
	@bash .ci/venv $(VENV)

$(RUN_STAMP): lock/run.txt $(VENV)/bin/python
	@echo "Installing what Mujaz needs (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r lock/run.txt
	@touch $@

$(TEST_STAMP): lock/test.txt $(RUN_STAMP)
	@echo "Installing what the checks need (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r lock/test.txt
	@touch $@

# Writes the lock files anew from pyproject.toml; they carry hashes and no registry's address.
lock: $(TEST_STAMP)
	@bash .ci/lock

# Known vulnerabilities of what is locked; CI runs it too.
audit:
	@bash .ci/audit

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
