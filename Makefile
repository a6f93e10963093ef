# One word for each task; `make` alone is what to run before a commit, `make ci` what CI runs.
PYTHON := .venv/bin/python

.PHONY: check setup test lint types data golden schema benchmark scale kills oldest audit ci fuzz guided mutants

check: test lint types

setup:
	python3 -m venv .venv
	$(PYTHON) -m pip install -q -e '.[dev]'

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	.venv/bin/lint-imports

types:
	$(PYTHON) -m mypy

data:
	$(PYTHON) -m utveksling_cli data sjekk data

golden:
	$(PYTHON) -m pytest tests/golden tests/errors --golden-update

schema:
	$(PYTHON) -m utveksling_cli.catalogue.json_schema

benchmark:
	$(PYTHON) benchmarks/startup.py

scale:
	nice $(PYTHON) benchmarks/scale.py

kills:
	nice $(PYTHON) -m tests.crash.kills 1000

# The whole suite with the oldest version of each library that pyproject.toml allows; needs Python 3.11 or 3.12.
oldest:
	rm -rf .venv-oldest
	python3 -m venv .venv-oldest
	python3 tools/oldest_versions.py > .venv-oldest/constraints.txt
	.venv-oldest/bin/python -m pip install -q -c .venv-oldest/constraints.txt -e '.[dev]'
	.venv-oldest/bin/python -m pytest -p no:cacheprovider

# Needs a database of vulnerabilities on the net.
audit:
	$(PYTHON) -m pip install -q pip-audit
	$(PYTHON) -m pip_audit --skip-editable

# As many made-up cases as wanted; can be broken off and taken up again. docs/robusthet.md tells of it.
CASES := 1000
SEED := 1
JOBS := 2
fuzz:
	$(PYTHON) -m tests.fuzz.run --cases $(CASES) --seed $(SEED) --jobs $(JOBS)

# Led by what code it reaches: yaml, data, plan or decisions. Atheris has wheels for Linux.
TARGET := yaml
SECONDS := 60
guided:
	$(PYTHON) -m pip install -q atheris
	$(PYTHON) -m tests.fuzz.guided $(TARGET) build/guided -max_len=2000 -max_total_time=$(SECONDS) -artifact_prefix=build/guided/

# Are the rules tested? docs/mutasjonstesting.md tells of it. Goes on where it was broken off.
MUTANTS :=
mutants:
	$(PYTHON) -m pip install -q mutmut==3.8.1
	nice $(PYTHON) tools/mutants.py $(MUTANTS)
	$(PYTHON) tools/mutant_report.py

ci:
	.ci/run
