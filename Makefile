# Every target sets up what it needs: `make serve` and `make test` work on a fresh clone.
PYTHON ?= python3
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 2
# More options for pytest: make test ARGS="-k search"
ARGS ?=
# What `make experiments` runs: experiments, or experiments.effective_field, .cell_scores or .cell_reading
EXPERIMENT ?= experiments

export NO_MKDOCS_2_WARNING := 1
# Every process of the tests imports the same modules: they are compiled once, even if the shell forbids it.
unexport PYTHONDONTWRITEBYTECODE
# The wrappers that npm writes look for node on PATH.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help .venv serve site publish test test-hosts test-all test-engines fuzz torch experiments bench check lint types imports scripts questions spelling workflows vendored format map card label-map pictures golden fingerprints wheel lock clean hosts peers

help: ## list these targets
	@awk -F ':.*## ' '/^[.a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .venv ## build the site and serve it with live reload
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

site: .venv ## build the site into site/; a warning is an error
	$(BIN)/mkdocs build --strict --clean

publish: .venv ## build for a host into published/: make publish SITE_URL=https://example.org/every-pixel/
	$(BIN)/python -m tools.publishing published

# What each of these runs holds, and why, is written in tests/selection.py.
# Each worker has a core, and threads that wait for each other on it cost three times the time.
PYTEST = export OPENBLAS_NUM_THREADS=1 && SELFCHECK_CHROMIUM="$$($(BIN)/python -m tools.chromium)" && export SELFCHECK_CHROMIUM && \
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

test: .venv .cache/figures ## every state of every type once, at 375 px in one scheme, and a small fuzz
	$(PYTEST) $(ARGS)

.cache/figures: | .venv # drawn before the tests, on all cores: else each worker would draw them, and slow tests that measure time
	$(BIN)/mkdocs build --quiet --site-dir .cache/first-site

test-hosts: .venv hosts ## other people's hosts and plugins, with the wheel, in environments of their own
	$(PYTEST) --hosts tests/hosts $(ARGS)

test-all: .venv .cache/figures hosts peers benchmarks/lighthouse/node_modules/.ready torch ## all of both, in every width and scheme; types deleted, training, a long fuzz, the site as published
	$(PYTEST) --hosts --all-states $(ARGS)

test-engines: .venv ## answer, reload and keyboard for every type in Firefox and WebKitGTK
	$(BIN)/python -m tools.engines && $(BIN)/python -m pytest --engines tests/engines -W ignore::DeprecationWarning -W ignore::ResourceWarning $(ARGS)

fuzz: .venv ## try 100,000 damaged question files and pages; ARGS="--from 7 --count 1" tries one again
	$(BIN)/python -m tests.selfcheck.fuzz --workers $(WORKERS) $(ARGS)

torch: .venv ## set up PyTorch, beside .venv's packages and not among them
	@$(BIN)/python -m experiments.torch_environment >/dev/null

experiments: torch ## train the networks of the experiments again; ARGS="two-shapes-long --resume"
	PYTHONPATH="plugins:$$($(BIN)/python -m experiments.torch_environment)" $(BIN)/python -m $(EXPERIMENT) $(ARGS)

bench: .venv peers benchmarks/lighthouse/node_modules/.ready ## measure builds, beside those of other plugins, and page weight
	$(BIN)/python -m benchmarks $(ARGS)

check: lint types imports scripts questions spelling workflows ## lint, types, imports, scripts, questions, workflows and spelling; changes nothing

lint: .venv ## format and lint of Python
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: .venv ## types of Python
	$(BIN)/mypy $(wildcard plugins figures values experiments tools benchmarks tests)

imports: .venv ## the import contracts of pyproject.toml
	$(BIN)/lint-imports --no-cache

scripts: .venv node_modules/.ready ## format, lint and types of scripts and styles
	node_modules/.bin/biome check --error-on-warnings
	node_modules/.bin/tsc --project tsconfig.json
	$(BIN)/python -m tools.vendored node_modules/.bin/esbuild --check

vendored: .venv node_modules/.ready ## make the library of npm's that readers run, as it is committed
	$(BIN)/python -m tools.vendored node_modules/.bin/esbuild

questions: .venv ## problems and flaws of the site's questions
	$(BIN)/selfcheck check

# Names in code keep their American spelling, so the list of British spellings is for pages and questions.
spelling: .venv ## misspelt words of pages, questions and captions; American ones of pages and questions
	$(BIN)/codespell --dictionary=- --dictionary=tools/spelling.txt docs quizzes *.md $(wildcard plugins/selfcheck/question_types/*/AUTHORING.md)
	$(BIN)/codespell figures values

workflows: .venv ## the workflows of GitHub Actions: their schema, and what makes them unsafe
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/zizmor --offline --no-progress --pedantic .github/workflows

format: .venv node_modules/.ready ## put everything into the format that check wants
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	node_modules/.bin/biome check --write

map: .venv ## write docs/developing/map.md from the modules
	$(BIN)/python -m tools.house

card: .venv ## draw the picture that is shown beside a link to the site
	PYTHONPATH=plugins:figures $(BIN)/python -m tools.social_card

label-map: .venv ## write the label map in which the lesson on metrics changes a mask
	PYTHONPATH=plugins:figures $(BIN)/python -m tools.label_map

pictures: .venv ## take the pictures that the guide shows
	PYTHONPATH=plugins $(BIN)/python -m tools.option_pictures

golden: .venv ## record the blocks of all cases as they are now; read the difference
	$(BIN)/python -m tests.selfcheck.golden $(ARGS)

fingerprints: .venv ## record under which fingerprints readers' answers are kept, after an intended change
	$(BIN)/python -m tests.selfcheck.fingerprints

wheel: .venv ## build the wheel and the source archive of mkdocs-selfcheck into dist/
	$(BIN)/hatchling build

lock: .venv ## take new versions into every lock; ARGS="ruff mypy" of these packages of Python alone
	$(BIN)/python -m tools.lock $(ARGS)
	$(BIN)/npm install --package-lock-only
	$(BIN)/npm install --package-lock-only --omit-lockfile-registry-resolved --prefix benchmarks/lighthouse

clean: ## remove everything that these targets made
	rm -rf .venv node_modules benchmarks/lighthouse/node_modules site published dist .cache .hypothesis .*_cache

.venv: .venv/.ready ## set up the Python environment

.venv/.ready: requirements.txt pyproject.toml tools/python_environment.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m tools.python_environment
	@touch $@

hosts: .venv ## set up the environments of the hosts that the tests build in
	$(BIN)/python -m tools.host_environments

peers: .venv ## set up the environments of the plugins that bench compares with
	$(BIN)/python -m tools.peer_environments

node_modules/.ready: package.json package-lock.json .npmrc | .venv
	$(BIN)/npm ci --no-progress
	@touch $@

# It has a hundred packages, which only `make bench` and `make test-all` need.
benchmarks/lighthouse/node_modules/.ready: benchmarks/lighthouse/package.json benchmarks/lighthouse/package-lock.json | .venv
	$(BIN)/npm ci --no-progress --no-audit --no-fund --ignore-scripts --prefix benchmarks/lighthouse
	@touch $@
