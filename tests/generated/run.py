#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rewrite random programs and run each version against its original.

The program of a seed is always the same (generate.py). It becomes a trap
folder for trap_runner, which runs every offer on the inputs below: any
difference in what is printed, in files, in the last line of stderr or in the
exit status is a failure, and shows the seed and the program.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import files
import generate
import kernels
import sequences
import tables
import work

# Size and mode; with mode 0 some of the effects sleep. The first is what the
# tool would see.
INPUTS = [["7", "0"], ["9", "1"]]


def write_trap(folder, seed, options):
    folder.mkdir()
    (folder / "before.py").write_text(writer(options).program(seed))
    expect = {"argv": INPUTS[0], "other_inputs": INPUTS[1:], "expect": "any",
              "outermost": writer(options) is generate, "note": f"seed {seed}",
              "options": [{"small_items": seed % 4 == 1,
                           "tiny_items": seed % 4 == 3}]}
    if options.compiled:  # to compile takes long: all loops at once
        expect.update(argv=[], other_inputs=[], together=True,
                      options=[{"numba": True, "strategy": "numba"}])
    if options.work:
        expect.update(argv=[], other_inputs=[], outermost=True, stderr="warnings",
                      options=[{"numpy": True, "algebra": True, "small_items": seed % 4 == 1,
                                "tiny_items": seed % 4 == 3}])
    if options.arrays:  # the inputs are in the program
        expect.update(argv=[], other_inputs=[],
                      options=[{"numpy": True, "strategy": "vectorize-numpy"}])
    if options.tables:
        expect.update(argv=[], other_inputs=[], together=True,
                      options=[{"numpy": True, "strategy": "vectorize-pandas"}])
    if options.files:
        plain, *others = files.inputs(seed)
        expect.update(argv=[plain], other_inputs=[[name] for name in others], together=True,
                      options=[{"dask": True, "strategy": "dask"}])
    (folder / "expect.json").write_text(json.dumps(expect))


def writer(options):
    if options.work:
        return work
    if options.compiled:
        return sequences
    if options.tables:
        return tables
    if options.files:
        return files
    return kernels if options.arrays else generate


def ends(folder, options):
    """Some go on for ever, adding to what they go through."""
    expect = json.loads((folder / "expect.json").read_text())
    try:
        subprocess.run([options.python, folder / "before.py", *expect["argv"]],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       cwd=folder.parent, timeout=60)
    except subprocess.TimeoutExpired:
        return False
    return True


def attempt(options, seed):
    """Whether it held, whether it was rewritten, and what was said."""
    with tempfile.TemporaryDirectory(prefix="generated-") as scratch:
        folder = pathlib.Path(scratch) / str(seed)
        write_trap(folder, seed, options)
        if not ends(folder, options):
            return True, False, "it does not end"
        try:
            done = subprocess.run([options.runner, folder, options.python], text=True,
                                  capture_output=True, timeout=300)
        except subprocess.TimeoutExpired:
            return False, False, "the trap runner takes more than 300 s"
    return done.returncode == 0, "offered " in done.stdout, done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runner", required=True, help="trap_runner")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--first", type=int, default=0, help="seed")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no more after that")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--arrays", action="store_true", help="programs for NumPy (kernels.py)")
    parser.add_argument("--tables", action="store_true", help="programs for pandas (tables.py)")
    parser.add_argument("--compiled", action="store_true", help="programs for Numba (sequences.py)")
    parser.add_argument("--files", action="store_true", help="programs for dask (files.py)")
    parser.add_argument("--work", action="store_true", help="programs whose work is with arrays (work.py)")
    options = parser.parse_args()
    program = writer(options).program
    until = time.monotonic() + options.seconds
    tried = rewritten = failed = 0

    def judge(seed):
        return (seed, *attempt(options, seed)) if time.monotonic() < until else None

    seeds = range(options.first, options.first + options.count)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for result in pool.map(judge, seeds):
            if result is None:
                continue
            seed, held, offered, log = result
            tried += 1
            rewritten += offered
            if not held:
                failed += 1
                print(f"seed {seed} fails\n{program(seed)}\n{log}", flush=True)
    print(f"{tried} programs, {rewritten} rewritten, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
