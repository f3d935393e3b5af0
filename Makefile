# `make` lists what there is. Everything runs in an environment of its own, .venv, and asks nothing.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
BIN := .venv/bin
EXAMPLES := src/tahqiq/data/examples
NEEDS := pyproject.toml constraints.txt scripts/environment.sh
export PYTHON

.PHONY: help demo test lint types check serve bench quality docs wheel lock clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

.venv/ready-run: $(NEEDS)
	@sh scripts/environment.sh run

.venv/ready-test: $(NEEDS)
	@sh scripts/environment.sh test
	@touch .venv/ready-run .venv/ready-serve

.venv/ready-serve: $(NEEDS)
	@sh scripts/environment.sh serve
	@touch .venv/ready-run

demo: .venv/ready-run ## Check the bundled article; print the report and write it as HTML
	@$(BIN)/tahqiq check $(EXAMPLES)/article.ar.txt --format text
	@mkdir -p out
	@$(BIN)/tahqiq check $(EXAMPLES)/article.ar.txt --format html --out out/report.html
	@echo
	@echo "The same report as a page: $(CURDIR)/out/report.html"

check: .venv/ready-run ## Check an article of yours: make check FILE=article.txt
	@test -n "$(FILE)" || { echo "Name the article: make check FILE=article.txt" >&2; exit 2; }
	@$(BIN)/tahqiq check "$(FILE)" --format text

serve: .venv/ready-serve ## Show the site on this computer
	@$(BIN)/tahqiq serve

test: .venv/ready-test ## Lint, types and tests
	@$(MAKE) --no-print-directory lint types
	$(BIN)/pytest

lint: .venv/ready-test ## Style only
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready-test ## Types only
	$(BIN)/mypy

bench: .venv/ready-run ## Speed beside a bare regular expression and other tools (BENCH=folder for texts of yours)
	@test -e .venv-bench/ready || $(BIN)/python benchmarks/peers.py install
	$(BIN)/python benchmarks/speed.py $(BENCH)

quality: .venv/ready-run ## Precision, recall and verdicts on the bundled passages, against their floors
	$(BIN)/python benchmarks/quality.py --floors tests/quality/floors.yml

docs: .venv/ready-run ## Write the generated pages of docs/ and README.md anew
	$(BIN)/python scripts/docs.py

wheel: .venv/ready-test ## Build the wheel, with the compiled record inside
	$(BIN)/python -m uv build -q --wheel --build-constraints constraints.txt
	@ls dist/*.whl

lock: .venv/ready-test ## Renew constraints.txt
	$(BIN)/python -m uv pip compile -q -U pyproject.toml --all-extras --group dev --group tools --universal --python-version 3.11 --no-annotate --custom-compile-command "make lock" -o constraints.txt

clean: ## Remove the environments, caches and everything built
	rm -rf .venv .venv-bench out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis src/tahqiq/data/compiled
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
