# SPDX-License-Identifier: Apache-2.0
# The commands of the README. Each does its own set-up.

SCRIPT ?= examples/primes.py
ARGS ?=
JOBS ?= $(shell nproc)
LOG = build/configure.log
# Two lanes more than cores: tests of the whole program run in two rows (those
# that compute, those that wait), each one after the other, and mostly wait.
CTEST = ctest --preset dev -j $$(($(JOBS) + 2))

# $(call configure,preset[,more]): quiet unless it fails.
configure = cmake --preset $(1) $(2) >$(LOG) 2>&1 || { cat $(LOG); exit 2; }

.PHONY: run build test test-long mutation bench setup clean

build: setup
	@$(call configure,release)
	@cmake --build --preset release -j $(JOBS) --target pyprof-parallel

run: build
	build/release/pyprof-parallel run $(SCRIPT) $(ARGS)

test: setup
	@$(call configure,dev,-DPPP_TEST_ALL_PYTHONS=OFF)
	@cmake --build --preset dev -j $(JOBS)
	$(CTEST)

# As test, with the trap programs on every Python that is installed, with
# signals at random moments, all mutants of the analysis and thousands of random
# programs.
test-long: setup
	@$(call configure,dev,-DPPP_TEST_ALL_PYTHONS=ON)
	@cmake --build --preset dev -j $(JOBS)
	$(CTEST)
	@$(MAKE) mutation

# Switches off one rule of the analysis after the other: does a test notice?
# MUTATION_ARGS: --only TEXT, --only-known, --from N.
MUTATION_ARGS ?=
mutation: setup
	@$(call configure,mutation)
	@cmake --build --preset mutation -j $(JOBS) --target mutation_test
	@sh tests/packages/install.sh python3 build/mutation/packages
	build/mutation/tests/mutation/mutation_test \
	  --python build/mutation/packages/bin/python --jobs $(JOBS) \
	  --known tests/mutation/unnoticed.txt \
	  --memory build/mutation/noticed.txt $(MUTATION_ARGS)

# Results stand in build/bench/ as JSON; tables are printed. BENCH_ARGS goes to
# bench/run_programs.py: --only NAME, --rounds N.
BENCH_ARGS ?=
bench: build
	@cmake --build --preset release -j $(JOBS)
	@mkdir -p build/bench
	@for one in sampler analysis; do \
	  build/release/bench/$$one/$${one}_bench \
	    --benchmark_out=build/bench/$$one.json || exit 2; \
	done
	@python3 bench/run_programs.py --tool build/release/pyprof-parallel \
	  --json build/bench/programs.json $(BENCH_ARGS)
	@python3 bench/many_requests.py --tool build/release/pyprof-parallel
	@sh tests/packages/install.sh python3 build/bench/peers \
	  bench/profilers/peers.txt || true  # the table says what is not there
	@python3 bench/profilers/accuracy.py --tool build/release/pyprof-parallel \
	  --json build/bench/accuracy.json
	@python3 bench/profilers/slowdown.py --tool build/release/pyprof-parallel \
	  --json build/bench/slowdown.json
	@python3 bench/profilers/limits.py --tool build/release/pyprof-parallel \
	  --json build/bench/limits.json

setup:
	@mkdir -p build
	@sh cmake/setup.sh

clean:
	rm -rf build
