# Korte Lijnen. Two commands do everything on a fresh machine with Rust, Node.js and git: `make run` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

DATA ?= kortelijnen-data
# Another address or port to serve on: make run LISTEN=127.0.0.1:8081
LISTEN ?=
# A country to measure: make bench-whole FOLDER=tables
FOLDER ?=
# Where cargo builds: CARGO_TARGET_DIR and cargo's own settings count. Asked only by the recipes that need it.
TARGET = $(shell cargo metadata --no-deps --offline --format-version 1 2>/dev/null | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
WEB_SOURCES := $(shell find web/src web/public web/tools web/index.html web/vite.config.ts web/svelte.config.js web/tsconfig.json \
	web/package.json web/package-lock.json -type f 2>/dev/null)

# What to compare with peers on: see `benches/peers/bench-peers`. FOLDER counts there as well.
SIZES ?= S M L
ORACLE ?=
PEERS ?=

# What to ask over HTTP: a country of this size, made by the generator, for so many seconds a measurement. FOLDER counts there as well.
SIZE ?= L
SECONDS_EACH ?= 10

.PHONY: help run test test-rust test-web test-browser test-slow bench bench-whole bench-peers bench-http web lint clean

help: ## Says what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## Builds everything and serves on http://127.0.0.1:8080; DATA=folder LISTEN=127.0.0.1:8081 choose others
	@scripts/need run
	@$(MAKE) --no-print-directory web
	cargo build --release --locked
	$(TARGET)/release/kortelijnen serve --data $(DATA) $(if $(LISTEN),--listen $(LISTEN))

test: ## Checks everything that a change can break
	@scripts/need test
	@$(MAKE) --no-print-directory web
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test-web
	@$(MAKE) --no-print-directory test-rust
	@$(MAKE) --no-print-directory test-browser

lint: ## Formatting and lints
	cargo fmt --check
	cargo clippy --all-targets --locked -- -D warnings

test-rust: ## Unit and integration tests
	cargo test --locked

test-web: web ## Types and unit tests of the pages
	cd web && npm run --silent check && npm test --silent

test-browser: web ## The walk through the pages in a real browser
	cargo build --locked
	cd web && KL_BIN=$(TARGET)/debug/kortelijnen npm run --silent walk

test-slow: ## Long suites: a hundred kills, large stores
	cargo test --locked -- --ignored

bench: ## Criterion benches
	cargo bench --locked

bench-whole: ## The whole way of a country, step by step: FOLDER=folder with the three files, made by a generator when left out
	cargo bench --locked --bench whole_way -- $(FOLDER)

bench-peers: ## Us and other programs on the same networks; SIZES="S M L XL", or FOLDER=network made elsewhere ORACLE=values.json
	cargo build --release --locked --example country
	SIZES="$(SIZES)" FOLDER="$(FOLDER)" ORACLE="$(ORACLE)" PEERS="$(PEERS)" benches/peers/bench-peers $(TARGET)

bench-http: ## Answers a second over HTTP on this machine; SIZE=L, or FOLDER=country made elsewhere; SECONDS_EACH=10
	cargo build --release --locked --bins --example country --example load
	SIZE="$(SIZE)" FOLDER="$(FOLDER)" SECONDS_EACH="$(SECONDS_EACH)" benches/http/bench-http $(TARGET)

web: web/dist/index.html ## The pages, built into web/dist

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/index.html: web/node_modules/.package-lock.json $(WEB_SOURCES)
	cd web && npm run --silent build
	@touch $@

clean: ## Removes what was built; keeps data
	cargo clean
	rm -rf web/dist web/node_modules
