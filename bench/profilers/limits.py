#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How far do the profilers go that watch from outside?

  kept        per cent of the looks due that were taken, by rate, 20 calls deep
  CPU         of one core that the profiler itself takes at 1 kHz, likewise
  memory      of the profiler at 1 kHz while a program goes through 10,000
              different stacks: at most, and its growth in an hour, by the
              second half of the run
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

from adapters import installed, profilers

SCRIPT = pathlib.Path(__file__).resolve().with_name("limits_programs.py")
RATES = [1000, 5000, 10_000, 20_000, 50_000, 100_000]
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
OUTSIDE = ("pyprof-parallel", "py-spy", "Austin")  # in a process of their own


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, type=os.path.abspath,
                        help="pyprof-parallel")
    parser.add_argument("--peers", default="build/bench/peers", metavar="VENV",
                        type=os.path.abspath, help="where the others are")
    parser.add_argument("--seconds", type=float, default=10, help="of a run")
    parser.add_argument("--memory-seconds", type=float, default=60)
    parser.add_argument("--profiler", action="append", metavar="NAME")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


def state(process):
    """CPU seconds and resident bytes of a process; None once it has ended."""
    try:
        text = pathlib.Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return None
    fields = text.rsplit(") ", 1)[1].split()
    if fields[0] == "Z":
        return None
    return ((int(fields[11]) + int(fields[12])) / TICK,
            int(fields[21]) * PAGE)


def watched(profiler, python, kind, seconds, rate):
    """Looks taken, looks due, and (time, CPU, memory) of the profiler while the
    program ran; None if nothing came of it."""
    with tempfile.TemporaryDirectory(prefix="ppp-bench-") as room:
        out, said = pathlib.Path(room) / "p.json", pathlib.Path(room) / "said"
        command = profiler.command(str(profiler.executable), python,
                                   str(SCRIPT), [kind, str(seconds), str(said)],
                                   str(out), rate)
        states, began = [], time.monotonic()
        with subprocess.Popen(command, cwd=room, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and not said.exists():
                now = state(process.pid)
                if now:
                    states.append((time.monotonic() - began, *now))
                time.sleep(0.05)
            process.wait()
        try:
            return looks(profiler, out, float(said.read_text()), rate, states)
        except (OSError, ValueError, KeyError):
            return None


def looks(profiler, out, seconds, rate, states):
    if profiler.name == "pyprof-parallel":
        profile = json.loads(out.read_text())["profile"]
        return (profile["samples"], profile["samples"] + profile["missed"],
                states)
    stacks = [one for one in profiler.read(out)
              if any(frame.file == SCRIPT.name for frame in one.frames)]
    taken = (len(stacks) if profiler.name == "Austin"  # a line for each
             else sum(one.seconds for one in stacks))
    return taken, seconds * rate, states


def growth(states):
    """Bytes an hour, by the means of the third and the last quarter."""
    quarter = len(states) // 4
    if quarter == 0:
        return None
    third, last = states[2 * quarter:3 * quarter], states[-quarter:]
    gap = (statistics.mean(one[0] for one in last) -
           statistics.mean(one[0] for one in third))
    return 3600 / gap * (statistics.mean(one[2] for one in last) -
                         statistics.mean(one[2] for one in third))


def measure(profiler, python, options):
    found = {"kept": {}}
    for rate in RATES:
        seen = watched(profiler, python, "deep", options.seconds, rate)
        found["kept"][rate] = seen and seen[0] / seen[1]
        if rate == RATES[0] and seen and seen[2]:
            seconds, cpu, _ = seen[2][-1]
            found["cpu"] = cpu / seconds
    seen = watched(profiler, python, "many", options.memory_seconds, RATES[0])
    if seen and seen[2]:
        found["peak_bytes"] = max(one[2] for one in seen[2])
        found["bytes_per_hour"] = growth(seen[2])
    return found


def row(name, found):
    kept = "".join(f"{100 * one:>8.1f}" if one is not None else f"{'-':>8}"
                   for one in found["kept"].values())
    cells = [f"{100 * found['cpu']:.1f}" if "cpu" in found else "-"]
    for figure in ("peak_bytes", "bytes_per_hour"):
        value = found.get(figure)
        cells.append("-" if value is None else f"{value / 2**20:.1f}")
    return f"{name:<16}{kept}" + "".join(f"{cell:>10}" for cell in cells)


def main():
    options = parse_arguments()
    python = pathlib.Path(options.peers) / "bin" / "python"
    python = str(python) if python.exists() else sys.executable
    print(f"{'kept %, at kHz':<16}" +
          "".join(f"{rate // 1000:>8}" for rate in RATES) +
          f"{'CPU %':>10}{'MiB':>10}{'MiB/hour':>10}")
    results = {}
    for one in profilers(options.tool, options.peers):
        if one.name not in (options.profiler or OUTSIDE):
            continue
        if not installed(one):
            print(f"{one.name:<16} not installed")
            continue
        results[one.name] = measure(one, python, options)
        print(row(one.name, results[one.name]), flush=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(
            {"schema": "pyprof-parallel/bench-limits", "schema_version": 1,
             "cpus": os.cpu_count(), "profilers": results}, indent=2))


if __name__ == "__main__":
    main()
