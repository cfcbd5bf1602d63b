# make run    sets up .venv and opens the window on the sample exercise
# make test   sets up .venv and runs every check and test
# make bench  measures the speed table of the README
# make clean  removes what these made

VENV ?= .venv
WORKERS ?= 2
BIN := $(VENV)/bin
INPUTS := pyproject.toml .ci/constraints.txt .ci/setup resources/assets.toml resources/fetch_assets.py

export VENV

.PHONY: run test check bench clean

run: $(VENV)/.ready-run
	@sh .ci/start

test: check
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

check: $(VENV)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks

$(VENV)/.ready-run $(VENV)/.ready-test: $(VENV)/.ready-%: $(INPUTS)
	@sh .ci/setup $*

clean:
	rm -rf $(VENV) build dist resources/assets .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
