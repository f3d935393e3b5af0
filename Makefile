# `make` lists what there is. Everything runs in an environment of its own, .venv, and asks nothing.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
BIN := .venv/bin
NEEDS := pyproject.toml requirements/all.txt requirements/tools.txt scripts/environment.sh
LOCK = $(BIN)/python -m uv pip compile -q $(NEWEST) --universal --python-version 3.11 --generate-hashes \
	--no-annotate --custom-compile-command "make lock"
export PYTHON

.PHONY: help demo test lint types check serve bench load siege fuzz growth quality mutants man docs notebooks site wheel audit lock clean

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

demo: .venv/ready-run ## Check the bundled article in your language; print the report and write it as HTML
	@sh scripts/demo.sh

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

load: .venv/ready-test ## The site under fifty clients for ten minutes (SECONDS=, CLIENTS=)
	$(BIN)/python benchmarks/load.py --seconds $(or $(SECONDS),600) --clients $(or $(CLIENTS),50)

siege: .venv/ready-test ## The site killed under writers fifty times (ROUNDS=), then held by slow clients
	$(BIN)/python benchmarks/siege.py kill --rounds $(or $(ROUNDS),50)
	$(BIN)/python benchmarks/siege.py slow

fuzz: .venv/ready-test ## Inputs made by chance for an hour, then led by what they reach (SECONDS= for each; faults in out/fuzz)
	@$(BIN)/python -m uv pip install -q --python $(BIN)/python --require-hashes -r requirements/fuzz.txt || \
		echo "atheris has no wheel for this system: inputs are made by chance alone" >&2
	$(BIN)/python scripts/fuzz.py --seconds $(or $(SECONDS),3600)
	@! $(BIN)/python -c 'import atheris' 2>/dev/null || $(BIN)/python scripts/fuzz.py --atheris --seconds $(or $(SECONDS),3600)

growth: .venv/ready-test ## How reading and checking grow with their input, up to 10 MB (STAGE=read, ONLY=html, MOST=)
	$(BIN)/python benchmarks/growth.py --stage $(or $(STAGE),check) --only "$(ONLY)" --most $(or $(MOST),10000000)

quality: .venv/ready-run ## Precision, recall and verdicts on the bundled passages, against their floors
	$(BIN)/python benchmarks/quality.py --floors tests/quality/floors.yml

mutants: .venv/ready-test ## Operators whose flip no test sees: make mutants PACKAGE=judging (TESTS=... COUNT=20 SEED=1)
	@test -n "$(PACKAGE)" || { echo "Name a package: make mutants PACKAGE=judging" >&2; exit 2; }
	@$(BIN)/python scripts/mutants.py $(PACKAGE) $(TESTS) $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

man: .venv/ready-test ## A manual page for every command, in out/man
	$(BIN)/python scripts/man.py out/man

docs: .venv/ready-serve ## Write the generated pages of docs/ and README.md anew
	$(BIN)/python scripts/docs.py

notebooks: .venv/ready-test ## Run the notebooks of docs/ and keep what they show
	$(BIN)/python scripts/notebooks.py
	$(BIN)/python scripts/docs.py

site: .venv/ready-test ## Build the documentation as a site, in out/site
	$(BIN)/zensical build --strict
	@echo "To read and search it: $(BIN)/python -m http.server -d out/site"

wheel: .venv/ready-run ## Build the wheel, with the compiled record inside; list what it needs and under which licences
	@rm -rf dist
	@$(BIN)/python -m uv build -q --wheel --require-hashes --build-constraints requirements/all.txt
	@sh scripts/bill.sh dist/*.whl

audit: .venv/ready-run ## Look the packages of the site up for known faults (asks the package index)
	@sh scripts/bill.sh audit

changes: .venv/ready-run ## Write anew what each day changed in the data, from the history (then: make docs)
	$(BIN)/python scripts/data_changes.py

lock: .venv/ready-run ## Write requirements/ anew after a change of pyproject.toml (NEWEST=-U: with the newest releases)
	$(LOCK) pyproject.toml --all-extras --group dev --group tools -o requirements/all.txt
	$(LOCK) pyproject.toml --extra web -c requirements/all.txt -o requirements/site.txt
	$(LOCK) --group tools -c requirements/all.txt -o requirements/tools.txt
	$(LOCK) --group supply -o requirements/supply.txt
	$(LOCK) --group fuzz -o requirements/fuzz.txt

clean: ## Remove the environments, caches and everything built
	rm -rf .venv .venv-bench .venv-supply out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache src/tahqiq/data/compiled
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
