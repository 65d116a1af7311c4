# Newsroom: everything one types. `make help` lists it. Needs Python 3.11 to 3.14, make and nothing else;
# `make test` also needs a Chromium, and gets one where it may.

PORT ?= 8000
VAR ?= var
VENV ?= .venv

PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input
SUITABLE := import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))

export PIP_ROOT_USER_ACTION := ignore
export PYTHONUNBUFFERED := 1
# What is installed is compiled when it is first imported (--no-compile); without the caches each start would pay.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## What one can type
	@awk -F ' ## ' '/^[a-z-]+:.* ## / {split($$1, name, ":"); printf "  make %-12s %s\n", name[1], $$2}' $(MAKEFILE_LIST)

# -- The environment. The copies of the locks tell what was installed last.

$(PY):
	@for python in "$(PYTHON)" python3 python3.13 python3.12 python3.14 python3.11; do \
	    if [ -n "$$python" ] && "$$python" -c '$(SUITABLE)' 2>/dev/null; then \
	        echo "Making $(VENV) with $$("$$python" --version)"; \
	        exec "$$python" -m venv $(VENV); \
	    fi; \
	done; \
	echo "Newsroom needs Python 3.11 to 3.14, with its venv module, and found none on the PATH." >&2; \
	echo "On Debian and Ubuntu: apt-get install python3 python3-venv. Elsewhere: make PYTHON=/path/to/python3" >&2; \
	exit 1

$(VENV)/requirements.txt: requirements.txt | $(PY)
	@echo "Installing what Newsroom runs on (about a minute; the first time it also downloads)"
	@$(PIP) install --quiet --no-compile --require-hashes --requirement $<
	@cp $< $@

$(VENV)/requirements-dev.txt: requirements-dev.txt | $(PY)
	@echo "Installing what the checks run on"
	@$(PIP) install --quiet --no-compile --require-hashes --requirement $<
	@cp $< $@

.PHONY: setup
setup: $(VENV)/requirements-dev.txt ## The virtual environment with everything for development

# -- The demo

.PHONY: demo
demo: $(VENV)/requirements.txt ## Newsroom with the five sample articles, on http://127.0.0.1:8000 (PORT=…)
	@exec $(PY) -m newsroom.demo --port $(PORT) --var "$(VAR)"

.PHONY: stop
stop: ## Stop the demo's database, which outlives the demo
	@$(PY) -m newsroom.embedded_pg --pgdata "$(VAR)/postgres" stop

# -- The checks

.PHONY: test
test: $(VENV)/requirements-dev.txt lint types ## Every check: style, types, imports, migrations, tests with a browser
	@chromium=$$($(PY) -m tests.functional.chromium) || exit 1; \
	CHROMIUM="$$chromium" $(PY) -m pytest --numprocesses 2 --dist loadfile; result=$$?; \
	[ -n "$$DATABASE_URL$$PGDATA" ] || $(PY) -m newsroom.embedded_pg --pgdata var/test-postgres stop >/dev/null; \
	exit $$result

.PHONY: test-core
test-core: $(VENV)/requirements-dev.txt ## The analysis alone: no database, no browser
	@$(PY) -m pytest tests/analysis

.PHONY: lint
lint: $(VENV)/requirements-dev.txt ## Style of Python and templates, and the arrows of the imports
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djlint templates --quiet --lint
	@$(VENV)/bin/djlint newsroom/templates --profile django --quiet --lint
	@$(VENV)/bin/lint-imports

.PHONY: types
types: $(VENV)/requirements-dev.txt ## Types, strictly
	@$(VENV)/bin/mypy

.PHONY: bench
bench: $(VENV)/requirements-dev.txt ## Speed and quality, measured
	@for script in benchmarks/*.py; do echo "== $$script"; $(PY) "$$script" || exit 1; done

# -- Now and then

.PHONY: lock
lock: $(VENV)/requirements-dev.txt ## Lock requirements*.in; newer versions with `make lock UPGRADE=--upgrade`
	@for name in requirements requirements-dev; do \
	    $(VENV)/bin/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url --no-annotate --custom-compile-command "make lock" $$name.in -o $$name.txt || exit 1; \
	done

.PHONY: screenshots
screenshots: $(VENV)/requirements-dev.txt ## Pictures of every page of the running demo, into docs/screenshots
	@$(PY) docs/screenshots/take.py http://127.0.0.1:$(PORT)/ docs/screenshots

.PHONY: clean
clean: ## Remove the environment, and the database with all it holds
	@[ ! -x $(PY) ] || for data in postgres test-postgres; do $(PY) -m newsroom.embedded_pg --pgdata "$(VAR)/$$data" stop; done
	@rm -rf $(VENV) "$(VAR)" staticfiles .*_cache
