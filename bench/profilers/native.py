#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What do native stacks cost, and how many of them tell a line?

The programs of slowdown.py run without a profiler, under profile and under
profile --native in turns. Printed, as medians: the work's own time by that
without a profiler; the profiler's own CPU, in per cent of a core; and the
share of native stacks of which the line is known.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from slowdown import SCRIPT, rounds_for
from slowdown_programs import PROGRAMS

LOST = ("no_room", "far", "not_unwound", "no_line")


def one_run(tool, python, program, rounds, options):
    """Seconds of the work, CPU of the profiler (a share), and the profile."""
    with tempfile.TemporaryDirectory(prefix="ppp-bench-") as room:
        said, out = pathlib.Path(room) / "said", pathlib.Path(room) / "p.json"
        command = [python, str(SCRIPT), program, str(rounds), str(said)]
        if options is not None:
            command = [tool, "profile", "--python", python, "--json", str(out),
                       *options, *command[1:]]
        before, start = os.times(), time.monotonic()
        subprocess.run(command, cwd=room, capture_output=True, timeout=300,
                       check=True)
        wall = time.monotonic() - start
        after = os.times()
        cpu = (after.children_user + after.children_system
               - before.children_user - before.children_system)
        work = json.loads(said.read_text())["seconds"]
        if options is None:
            return work, 0, None
        profile = json.loads(out.read_text())["profile"]
        return work, (cpu - profile["cpu_s"]) / wall, profile


def known(profiles):
    joined = sum(p["native"]["joined"] for p in profiles)
    lost = sum(p["native"][kind] for p in profiles for kind in LOST)
    return joined / (joined + lost) if joined + lost else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, type=os.path.abspath,
                        help="pyprof-parallel")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1, help="of a run")
    parser.add_argument("--only", action="append", metavar="PROGRAM")
    parser.add_argument("--json", metavar="FILE")
    options = parser.parse_args()
    table = {}
    print(f"{'':<14}{'time':>8}{'native':>8}{'CPU':>8}{'native':>8}{'known':>8}")
    for program in options.only or PROGRAMS:
        rounds = rounds_for(options.python, program, options.seconds)
        if not rounds:
            print(f"{program:<14} does not run on {options.python}")
            continue
        runs = {None: [], (): [], ("--native",): []}
        for _ in range(options.repeat):
            for way, found in runs.items():
                found.append(one_run(options.tool, options.python, program,
                                     rounds, way))
        median = [statistics.median(run[0] for run in found)
                  for found in runs.values()]
        cpu = [statistics.median(run[1] for run in found)
               for found in runs.values()]
        lines = known([run[2] for run in runs[("--native",)]])
        table[program] = {"slowdown": median[1] / median[0],
                          "slowdown_native": median[2] / median[0],
                          "cpu": cpu[1], "cpu_native": cpu[2],
                          "known": lines}
        shown = "" if lines is None else f"{100 * lines:.0f} %"
        print(f"{program:<14}{median[1] / median[0]:>8.3f}"
              f"{median[2] / median[0]:>8.3f}{100 * cpu[1]:>6.1f} %"
              f"{100 * cpu[2]:>6.1f} %{shown:>8}", flush=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
