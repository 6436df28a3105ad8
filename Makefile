# Everything is made inside this folder. `make demo` and `make test` need Python 3.11 or newer with pip, and make.

PYTHON ?= python3
UV_PINNED := uv==0.13.9
IN := .venv/bin
LAB := lab/venv/bin/python
TRAIN = $(LAB) training/train.py --data ../shared --minutes 600
OURS := src tests bench scripts training docs README.md

# The Python that is here is used; none is ever downloaded.
export UV_PYTHON := $(shell command -v $(PYTHON))
export UV_PYTHON_DOWNLOADS := never
export UV_PYTHON_PREFERENCE := only-system

# uv from the path, else one of our own in .uv/
OWN_UV := .uv/bin/uv
UV := $(or $(shell command -v uv 2>/dev/null),$(OWN_UV))

.DEFAULT_GOAL := help
.PHONY: help environment demo test check format lint types laws tests bench engine pairs validation clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 22

environment: .venv/.made  ## .venv with the locked versions and dragoman itself

demo: environment  ## make the environment and read an invented article
	@$(IN)/dragoman demo --format table

test: environment check  ## make the environment; all that check does; then the wheel by plain pip
	DRAGOMAN_TEST_INSTALL=1 $(IN)/pytest tests/test_install.py

check: lint types laws tests  ## before every commit: format, lint, types, laws, tests

format:  ## put the code into form
	$(IN)/ruff check --fix $(OURS)
	$(IN)/ruff format $(OURS)

lint: environment
	$(IN)/ruff format --check $(OURS)
	$(IN)/ruff check $(OURS)

types: environment
	$(IN)/mypy --strict src/dragoman

laws: environment  ## the walls of the house, and what holds for any text
	$(IN)/lint-imports
	$(IN)/pytest tests/laws

tests: environment
	$(IN)/pytest --ignore=tests/laws

bench: environment  ## speed and quality against bench/floors.toml; reads ../shared
	$(IN)/python bench/speed.py --check
	$(IN)/python bench/quality.py --check
	$(IN)/python bench/rooms.py --check

# As training/README.md tells. The environment and the runs stand in lab/, which git does not see.
engine: environment lab/venv/.made  ## make the engine anew in lab/engine; reads ../shared, needs three hours
	$(TRAIN) --out lab/run --terms school craft pairs
	$(LAB) training/mean.py --of lab/run/craft.pt lab/run/pairs.pt --out lab/mean.pt
	$(LAB) training/export.py --network lab/mean.pt --out lab/engine
	$(LAB) training/report.py --data ../shared --engine lab/engine
	@echo "To use it: copy the files of lab/engine to src/dragoman/data/engine, then make bench and make validation."

pairs: environment lab/venv/.made  ## how well given pairs are told, in five trainings; after make engine, an hour
	$(LAB) training/folds.py --data ../shared --after lab/run/craft.pt --out lab/folds

validation: environment  ## docs/validation.md anew; with a machine to itself, as it times the reading
	$(IN)/python bench/validation.py --speed $(if $(wildcard lab/folds/pairs.json),--pairs lab/folds/pairs.json)

clean:  ## remove what was made here, but for lab/
	rm -rf .venv .uv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.made: pyproject.toml uv.lock | $(UV)
	$(UV) sync --locked --quiet
	@touch $@

lab/venv/.made: training/requirements.txt uv.lock | $(UV)
	$(UV) venv --quiet --clear lab/venv
	$(UV) pip install --quiet --python lab/venv/bin/python -e . -r training/requirements.txt
	@touch $@

$(OWN_UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .uv '$(UV_PINNED)'
	@printf '*\n' > .uv/.gitignore
