#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much slower does a program run while it is profiled at 1 kHz?

Programs of everyday kinds run without a profiler and under each in turns
(A B C A B C …). Printed: the median of the work's own time under the profiler
by that without, with a 95 % bootstrap interval; and of the program with 160
threads the longest gap in its work, in milliseconds.
"""
import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

from adapters import installed, profilers
from slowdown_programs import PROGRAMS

SCRIPT = pathlib.Path(__file__).resolve().with_name("slowdown_programs.py")
STALLED = "many_threads"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, type=os.path.abspath,
                        help="pyprof-parallel")
    parser.add_argument("--peers", default="build/bench/peers", metavar="VENV",
                        type=os.path.abspath, help="where the others are")
    parser.add_argument("--repeat", type=int, default=10,
                        help="runs of each program under each")
    parser.add_argument("--seconds", type=float, default=1, help="of a run")
    parser.add_argument("--only", action="append", metavar="PROGRAM")
    parser.add_argument("--profiler", action="append", metavar="NAME")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


def one_run(profiler, python, program, rounds):
    """What the program says of itself; None if it could not be watched."""
    with tempfile.TemporaryDirectory(prefix="ppp-bench-") as room:
        said = pathlib.Path(room) / "said.json"
        arguments = [program, str(rounds), str(said)]
        command = [python, str(SCRIPT), *arguments]
        if profiler:
            command = profiler.command(str(profiler.executable), python,
                                       str(SCRIPT), arguments, f"{room}/p.json")
        try:
            subprocess.run(command, cwd=room, capture_output=True, timeout=300)
            return json.loads(said.read_text())
        except (OSError, ValueError, subprocess.TimeoutExpired):
            return None


def rounds_for(python, program, seconds):
    """As many as take about so long."""
    few = one_run(None, python, program, 5)
    return few and max(5, round(5 * seconds / few["seconds"]))


def interval(with_, without, draws=2000):
    """95 % of the ratio of medians, by bootstrap."""
    source = random.Random(1)
    ratios = sorted(
        statistics.median(source.choices(with_, k=len(with_))) /
        statistics.median(source.choices(without, k=len(without)))
        for _ in range(draws))
    return ratios[int(draws * 0.025)], ratios[int(draws * 0.975)]


def measure(watchers, python, program, options):
    """By profiler: what became of the program's time and of its gaps."""
    rounds = rounds_for(python, program, options.seconds)
    if rounds is None:
        return None
    runs = {name: [] for name in ["", *watchers]}
    for _ in range(options.repeat):
        for name in runs:
            said = one_run(watchers.get(name), python, program, rounds)
            if said:
                runs[name].append(said)
    bare = [one["seconds"] for one in runs[""]]
    found = {}
    for name, said in runs.items():
        seconds = [one["seconds"] for one in said]
        found[name] = {"failed": options.repeat - len(said), "seconds": seconds}
        if said:
            found[name]["ratio"] = (statistics.median(seconds) /
                                    statistics.median(bare))
            found[name]["interval"] = interval(seconds, bare)
            found[name]["longest_gap"] = max(one["longest_gap"] for one in said)
    return found


def cell(one):
    if "ratio" not in one:
        return f"{'failed':>25}"
    low, high = one["interval"]
    return f"{one['ratio']:.3f} [{low:.3f}, {high:.3f}]".rjust(25)


def main():
    options = parse_arguments()
    python = pathlib.Path(options.peers) / "bin" / "python"
    python = str(python) if python.exists() else sys.executable
    watchers = {}
    for one in profilers(options.tool, options.peers):
        if options.profiler and one.name not in options.profiler:
            continue
        if installed(one):
            watchers[one.name] = one
        else:
            print(f"{one.name}: not installed")
    print(f"{'program':<14}" + "".join(f"{name:>25}" for name in watchers))
    results = {}
    for program in [*PROGRAMS, STALLED]:
        if options.only and program not in options.only:
            continue
        found = measure(watchers, python, program, options)
        if found is None:
            print(f"{program:<14} does not run here")
            continue
        results[program] = found
        print(f"{program:<14}" + "".join(
            cell(found[name]) for name in watchers), flush=True)
    for name in watchers:
        ratios = [one[name]["ratio"] for one in results.values()
                  if "ratio" in one[name]]
        if ratios:
            print(f"{name}: median {statistics.median(ratios):.3f}, worst "
                  f"{max(ratios):.3f}")
    if STALLED in results:
        print("longest gap with 160 threads, ms: " + ", ".join(
            f"{name or 'alone'} {1000 * one['longest_gap']:.0f}"
            for name, one in results[STALLED].items() if "ratio" in one))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(
            {"schema": "pyprof-parallel/bench-slowdown", "schema_version": 1,
             "cpus": os.cpu_count(), "programs": results}, indent=2))


if __name__ == "__main__":
    main()
