# Every command of the project. `make demo` and `make test` set up what they need in .venv and touch nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
STAMP := $(VENV)/.installed

.PHONY: setup demo run test quick laws check bench chaos clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Lots needs Python 3.11 or newer. Try: make setup PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) 2>/dev/null || \
		{ rm -rf $(VENV); $(PYTHON) -m virtualenv $(VENV) 2>/dev/null; } || \
		{ echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

demo: setup
	$(BIN)/lots demo $(ARGS)

run: setup
	$(BIN)/lots run $(ARGS)

test: setup
	$(BIN)/pytest $(ARGS)

# Without what is marked slow in tests/.
quick: setup
	$(BIN)/pytest -m "not slow" $(ARGS)

# The laws with examples that nobody has tried yet. What they find is a fault to mend, whatever change is at hand.
laws: setup
	LOTS_LAWS=seeking $(BIN)/pytest -m hypothesis $(ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.house
	$(BIN)/lots check

bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,learn]'
	$(BIN)/python -m tests.benchmarks $(ARGS)
	$(BIN)/python -m tests.benchmarks.reports.readme

chaos: setup
	$(BIN)/python -m tests.chaos $(ARGS)

clean:
	rm -rf $(VENV) build *.egg-info
