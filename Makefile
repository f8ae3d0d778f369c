# `make` alone lists the commands. Settings: PORT, PYTHON, PYTEST, ROWS, PARTNERS, and the variables of docs/configuration.md.

PORT ?= 8000
ROWS ?= 1000,10000,100000
PARTNERS ?= 1000,20000
PYTHON ?= python3
# What the portal and its demo need; the rest, for tests and the like, comes when it is asked for.
VENV := .venv/installed
TOOLS := .venv/tools-installed
RUN := .venv/bin/python
MANAGE := $(RUN) manage.py
IN_PARALLEL := $(RUN) -m pytest -q -n auto --dist loadgroup --durations 15 --durations-min 5
SLOW_KINDS := browser or walk or commands or embedded or fuzz
TEST_SETTINGS := --settings portal.settings.test
LOCK := .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet
APPS := core accounts media translation search reminders pages editing partners programs atlas
GERMAN := locale/de/LC_MESSAGES/django

.PHONY: help demo demo-reset test test-fast test-long bench lint format messages lock
.DEFAULT_GOAL := help

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

demo: $(VENV) $(GERMAN).mo ## the portal with its demo content, at http://localhost:8000 (PORT=8001 for another)
	@DEBUG=0 $(MANAGE) demo --port $(PORT)

demo-reset: $(VENV) ## throw away what the demo keeps (database, uploads, passwords), and start it afresh
	@if [ -n "$$DATABASE_URL" ]; then echo "DATABASE_URL is set: only a demo with its own database can be reset." >&2; exit 1; fi
	@$(RUN) -m portal.embedded_database var/postgres
	@rm -rf var/mail var/media var/static var/stylesheet var/demo-password var/secret-key
	@$(MAKE) --no-print-directory demo

test: $(TOOLS) $(GERMAN).mo ## every test, in parallel (PYTEST="-k name" for some)
	@$(IN_PARALLEL) $(PYTEST)

test-fast: $(TOOLS) $(GERMAN).mo ## the same without browser, walk through the site, commands, embedded server and fuzz
	@$(IN_PARALLEL) -m "not ($(SLOW_KINDS))" $(PYTEST)

test-long: $(TOOLS) $(GERMAN).mo ## every test, with ten times as many examples of odd input
	@$(IN_PARALLEL) --hypothesis-profile long $(PYTEST)

bench: $(TOOLS) $(GERMAN).mo ## how fast the lists are with 1,000, 10,000 and 100,000 programmes (ROWS=1000 for less)
	@$(RUN) -m tests.benchmarks --rows $(ROWS) --partners $(PARTNERS)

lint: $(TOOLS) $(GERMAN).mo ## style, security rules, types, imports, dependencies, templates, messages, migrations, system checks
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --no-cache
	find templates -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2 --check
	$(RUN) tools/messages.py check
	.venv/bin/deptry .
	.venv/bin/mypy
	$(MANAGE) makemigrations --check $(TEST_SETTINGS)
	$(MANAGE) lintmigrations --include-apps $(APPS) --no-cache --quiet ok ignore $(TEST_SETTINGS)
	$(MANAGE) check --fail-level WARNING $(TEST_SETTINGS)

format: $(TOOLS) ## put Python and templates into the house style
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	find templates -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2

messages: $(TOOLS) ## collect new messages for translation into locale/de (needs GNU gettext)
	@command -v xgettext >/dev/null || { echo "GNU gettext is missing: on Debian and Ubuntu, apt install gettext" >&2; exit 1; }
	$(MANAGE) makemessages --locale de --no-obsolete --no-location --ignore var --ignore tests --ignore .venv $(TEST_SETTINGS)

lock: $(TOOLS) ## write requirements*.lock anew from pyproject.toml, for every platform at once
	$(LOCK) --extra demo --output-file requirements.lock
	$(LOCK) --extra demo --extra dev --constraints requirements.lock --output-file requirements-dev.lock

$(VENV): requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and there is no $(PYTHON)." >&2; exit 1; }
	@$(PYTHON) tools/install.py $<
	@touch $@

$(TOOLS): requirements-dev.lock | $(VENV)
	@$(PYTHON) tools/install.py $<
	@touch $@

$(GERMAN).mo: $(GERMAN).po | $(VENV)
	@$(RUN) tools/messages.py compile
