#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How right are profilers? Programs that time their own lines tell.

Each program of truth/ runs under each profiler (at 1 kHz, unless --rate says
more) and writes what its lines took by the clock. Compared, all of wall time:

  line      points between a line's share of the timed lines, told and true:
            median and worst over the lines
  confused  per cent of the time waited that was given to another class of wait;
            of profilers that tell classes
  missing   per cent of the true waiting time that its class was not given
  excess    what that class was given beyond it, in per cent of it: time in which
            the thread ran, or stood in the kernel's queue
  chains    total variation distance between the two call chains that end in one
            leaf, told and true; the worst
  wrong     per cent of stacks that the program cannot have
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from adapters import RATE, installed, profilers

HERE = pathlib.Path(__file__).resolve().parent
CASES = [("inline", "5"), ("inline", "25"), ("inline", "50"), ("inline", "95"),
         ("calls", "5"), ("calls", "25"), ("calls", "50"), ("calls", "95"),
         ("chains", "0"), ("chains", "30"), ("chains", "3000"), ("deep", ""),
         ("native", ""), ("waits", ""), ("gil", "")]


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, type=os.path.abspath,
                        help="pyprof-parallel")
    parser.add_argument("--peers", default="build/bench/peers", metavar="VENV",
                        type=os.path.abspath, help="where the others are")
    parser.add_argument("--seconds", type=float, default=10,
                        help="of each program")
    parser.add_argument("--rate", type=int, default=RATE, metavar="HZ")
    parser.add_argument("--python", metavar="EXE",
                        help="runs the programs; default: that of --peers")
    parser.add_argument("--only", action="append", metavar="PROGRAM")
    parser.add_argument("--profiler", action="append", metavar="NAME")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


def name_of(stack, truth):
    """The timed line on this stack, the outermost if there are several."""
    for frame in stack.frames:
        name = truth["lines"].get(str(frame.line))
        if name and frame.file == truth["file"]:
            return name
    return None


def shares(seconds, names):
    total = sum(seconds.get(name, 0) for name in names)
    return {name: seconds.get(name, 0) / total if total else 0.0
            for name in names}


def is_possible(stack, truth):
    """Has the program each of these frames, and do they call each other?"""
    frames = [one for one in stack.frames if one.file == truth["file"]]
    for one in frames:
        first, last = truth["functions"].get(one.function, (1, 0))
        if not first <= one.line <= last:
            return False
    called = [one.function for one in frames]
    return not called or called[0] == "<module>" and all(
        [a, b] in truth["edges"] for a, b in zip(called, called[1:]))


def told(stacks, truth):
    """What a profiler says of the timed lines: seconds, waits by class."""
    seconds, waits = {}, {}
    for stack in stacks:
        name = name_of(stack, truth)
        if name is None:
            continue
        seconds[name] = seconds.get(name, 0) + stack.seconds
        for kind, spent in (stack.waits or {}).items():
            key = name, kind
            waits[key] = waits.get(key, 0) + spent
    return seconds, waits


def score_waits(waits, seconds, truth):
    """Waiting in a wrong class; too little, and too much, in the right one."""
    found = sum(spent for (name, _), spent in waits.items()
                if name in truth["waits"])
    wrong = sum(spent for (name, kind), spent in waits.items()
                if name in truth["waits"] and kind not in truth["waits"][name])
    apart = [waits.get((name, kind), 0) - spent
             for name, of_name in truth["waits"].items()
             for kind, spent in of_name.items()]
    missing = -sum(one for one in apart if one < 0)
    excess = sum(one for one in apart if one > 0)
    true = sum(sum(of_name.values()) for of_name in truth["waits"].values())
    return {"confused": 100 * wrong / found if found else 0.0,
            "missing": 100 * missing / true if true else 0.0,
            "excess": 100 * excess / true if true else 0.0,
            "waits": {name: {"true": truth["waits"][name], "told":
                             {kind: spent for (of, kind), spent in waits.items()
                              if of == name and spent}}
                      for name in truth["waits"]}}


def score(profiler, stacks, truth):
    """One run's figures; those that do not apply are left out."""
    names = sorted(set(truth["lines"].values()))
    seconds, waits = told(stacks, truth)
    is_chains = len(truth["edges"]) > 0 and "leaf" in truth["functions"]
    result = {}
    if profiler.stacks and truth["edges"]:
        spent = sum(one.seconds for one in stacks)
        wrong = sum(one.seconds for one in stacks
                    if not is_possible(one, truth))
        result["wrong"] = 100 * wrong / spent if spent else 0.0
    if is_chains and not profiler.stacks:
        return result
    is_, said = shares(truth["seconds"], names), shares(seconds, names)
    apart = {name: abs(is_[name] - said[name]) for name in names}
    if is_chains:
        result["chains"] = sum(apart.values()) / 2
    else:
        result["line"] = {name: 100 * one for name, one in apart.items()}
    if truth["waits"] and any(one.waits is not None for one in stacks):
        result.update(score_waits(waits, seconds, truth))
    return result


def python_of(options):
    of_peers = pathlib.Path(options.peers) / "bin" / "python"
    return options.python or str(of_peers if of_peers.exists()
                                 else sys.executable)


def watched(profiler, program, argument, options):
    """Runs a program under a profiler: figures, or why there are none."""
    with tempfile.TemporaryDirectory(prefix="ppp-bench-", dir="/var/tmp") as room:
        out = pathlib.Path(room) / "profile.json"
        true = pathlib.Path(room) / "true.json"
        command = profiler.command(
            str(profiler.executable), python_of(options),
            str(HERE / "truth" / f"{program}.py"),
            [str(true), str(options.seconds)] + ([argument] if argument else []),
            str(out), options.rate)
        try:
            done = subprocess.run(command, cwd=room, capture_output=True,
                                  text=True, timeout=60 + 5 * options.seconds)
        except (OSError, subprocess.TimeoutExpired) as error:
            return {"failed": str(error)}
        try:
            return score(profiler, profiler.read(out),
                         json.loads(true.read_text()))
        except (OSError, ValueError, KeyError) as error:
            return {"failed": f"{error}: {done.stderr[-300:]}"}


def summary(runs):
    """Median, worst: one row of the table."""
    lines = [one for run in runs for one in run.get("line", {}).values()]
    found = {"line_median": statistics.median(lines) if lines else None,
             "line_worst": max(lines, default=None)}
    for figure in ("confused", "missing", "excess", "chains", "wrong"):
        found[figure] = max((run[figure] for run in runs if figure in run),
                            default=None)
    found["failed"] = sum("failed" in run for run in runs)
    return found


def cell(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def row(name, one):
    text = (f"{name:<16} {cell(one['line_median'], 2):>11} "
            f"{cell(one['line_worst'], 2):>10} {cell(one['confused'], 2):>10} "
            f"{cell(one['missing'], 1):>9} {cell(one['excess'], 1):>8} "
            f"{cell(one['chains'], 3):>7} "
            f"{cell(one['wrong'], 3):>8}")
    return text + (f"  {one['failed']} failed" if one["failed"] else "")


def main():
    options = parse_arguments()
    print(f"{'profiler':<16} {'line median':>11} {'line worst':>10} "
          f"{'confused %':>10} {'missing %':>9} {'excess %':>8} "
          f"{'chains':>7} {'wrong %':>8}")
    everything = {}
    for profiler in profilers(options.tool, options.peers):
        if options.profiler and profiler.name not in options.profiler:
            continue
        if not installed(profiler):
            print(f"{profiler.name:<16} not installed")
            continue
        runs = {f"{program} {argument}".strip():
                watched(profiler, program, argument, options)
                for program, argument in CASES
                if not options.only or program in options.only}
        everything[profiler.name] = {"runs": runs,
                                     **summary(list(runs.values()))}
        print(row(profiler.name, everything[profiler.name]), flush=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(
            {"schema": "pyprof-parallel/bench-accuracy", "schema_version": 1,
             "cpus": os.cpu_count(), "rate": options.rate,
             "python": python_of(options), "seconds": options.seconds,
             "profilers": everything}, indent=2))


if __name__ == "__main__":
    main()
