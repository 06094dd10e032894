#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much faster are loops over 10,000,000 elements by arrays?

    large_arrays.py --tool pyprof-parallel --python PYTHON-WITH-NUMPY

Has the tool rewrite each program, then calls the function of the loop, before
and after, in turns in one process: CPU seconds of the function alone, without
the imports and the making of the data, which both versions share.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

FUNCTIONS = {
    "branches": ("bend(x, out)", """\
def bend(x, out):
    for i in range(len(x)):
        v = x[i]
        if v > 0.5:
            out[i] = 1.5 * v * v - 0.25 * v
        else:
            out[i] = 0.5 * v + 0.125
"""),
    "maximum": ("gap(x, y)", """\
def gap(x, y):
    worst = 0.0
    for i in range(len(x)):
        d = abs(x[i] - y[i])
        if d > worst:
            worst = d
    return worst
"""),
    "stencil": ("smooth(x, out)", """\
def smooth(x, out):
    for i in range(1, len(x) - 1):
        out[i] = 0.25 * x[i - 1] + 0.5 * x[i] + 0.25 * x[i + 1]
"""),
    "counts": ("count(x, y)", """\
def count(x, y):
    near = 0
    for i in range(len(x)):
        if (x[i] - 0.5) * (x[i] - 0.5) + (y[i] - 0.5) * (y[i] - 0.5) < 0.25:
            near += 1
    return near
"""),
}

PROGRAM = """\
import numpy as np


{function}

rng = np.random.default_rng(3)
x = rng.random({size})
y = rng.random({size})
out = np.zeros({size})
if __name__ == "__main__":
    print({call})
    print(out.sum())
"""

CLOCK = """\
import runpy, sys, time
import numpy as np
before, after = (runpy.run_path(path, run_name="it") for path in sys.argv[1:3])
best = [9e9, 9e9]
for _ in range(3):
    for i, version in enumerate((before, after)):
        version["out"][:] = 0
        begin = time.process_time()
        eval(sys.argv[3], version)
        best[i] = min(best[i], time.process_time() - begin)
assert np.array_equal(before["out"], after["out"])
print(*best)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, help="pyprof-parallel")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--size", type=int, default=10_000_000)
    arguments = parser.parse_args()
    tool, python = os.path.abspath(arguments.tool), os.path.abspath(arguments.python)
    for name, (call, function) in FUNCTIONS.items():
        with tempfile.TemporaryDirectory() as folder:
            before = pathlib.Path(folder, "before.py")
            after = pathlib.Path(folder, "after.py")
            before.write_text(PROGRAM.format(function=function, call=call, size=arguments.size))
            after.write_text(before.read_text())
            subprocess.run(
                [tool, "run", "--python", python, "--strategy", "vectorize-numpy", "--budget", "60",
                 "--in-place", "--json", "run.json", "after.py"],
                cwd=folder, check=True, capture_output=True)
            outcome = json.loads(pathlib.Path(folder, "run.json").read_text())
            if after.read_text() == before.read_text():
                print(f"{name:10} not rewritten")
                continue
            clock = subprocess.run([python, "-c", CLOCK, str(before), str(after), call],
                                   capture_output=True, text=True, check=True)
            loop, arrays = map(float, clock.stdout.split())
            print(f"{name:10} {loop:6.2f} s, by arrays {arrays:6.3f} s: {loop / arrays:5.1f}x;"
                  f" the whole program {outcome['outcome']['speedup']['median']:.1f}x")


if __name__ == "__main__":
    main()
