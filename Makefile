# SPDX-License-Identifier: Apache-2.0
# The two commands of the README, and their parts. Each does its own set-up.

SCRIPT ?= examples/primes.py
ARGS ?=
JOBS ?= $(shell nproc)

.PHONY: run build test bench setup clean

build: setup
	@cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; exit 2; }
	@cmake --build --preset release -j $(JOBS)

run: build
	build/release/pyprof-parallel run $(SCRIPT) $(ARGS)

test: setup
	@cmake --preset dev >build/configure.log 2>&1 || { cat build/configure.log; exit 2; }
	@cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

setup:
	@mkdir -p build
	@sh cmake/setup.sh

clean:
	rm -rf build
