#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare sequential, ours and the expert's version of bench/programs/*.

For each program: `pyprof-parallel run` makes ours from seq.py; then the three
are timed in turns (A B C A C B …), each in a fresh copy of its folder, and must
print the same and leave the same files. A program without an expert.py must be
declined. One whose expect.json says {"allow": "tested"} is given that option,
and "(tested)" stands beside its outcome; "strategy" names the only one tried. The io_* programs ask
bench/service.py, which runs meanwhile. Prints a table, with what the tool had
predicted beside what was measured; --json writes all times.
"""
import argparse
import contextlib
import fnmatch
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
# What may differ between two versions: a duration that the program prints.
DURATION = re.compile(r"\d+\.\d+ ?s(?:econds)?\b")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, help="pyprof-parallel")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", metavar="NAME",
                        help="a program, or several: 'io_*'")
    parser.add_argument("--size", help="first argument of every program")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


def expected(folder):
    """What the folder's expect.json says."""
    notes = folder / "expect.json"
    return json.loads(notes.read_text()) if notes.exists() else {}


@contextlib.contextmanager
def service():
    """The slow local service, its addresses in the environment."""
    with subprocess.Popen([sys.executable, str(HERE / "service.py")],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        web, lines = process.stdout.readline().split()
        os.environ.update(SERVICE=f"127.0.0.1:{web}",
                          SERVICE_HOST="127.0.0.1", SERVICE_PORT=lines)
        try:
            yield
        finally:
            process.stdin.close()


def chosen(options):
    """The folders of the programs that --only names and that can run here."""
    for script in sorted(HERE.glob("programs/*/seq.py")):
        folder = script.parent
        if not any(fnmatch.fnmatch(folder.name, pattern)
                   for pattern in options.only or ["*"]):
            continue
        needs = expected(folder).get("needs")
        if needs and subprocess.run([options.python, "-c", f"import {needs}"],
                                    capture_output=True).returncode:
            print(f"{folder.name:<20} left out: needs {needs}")
            continue
        yield folder


class Copy:
    """A fresh copy of a program's folder, removed at the end."""

    def __init__(self, folder):
        self.root = tempfile.TemporaryDirectory(prefix="ppp-bench-")
        self.path = pathlib.Path(self.root.name) / folder.name
        shutil.copytree(folder, self.path)

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        self.root.cleanup()


def input_of(folder):
    """What a program of this folder reads from stdin."""
    given = folder / "stdin.txt"
    return open(given if given.exists() else os.devnull, "rb")


def ours(options, folder, arguments):
    """The tool's report, and the folder's files as it leaves them."""
    with Copy(folder) as path:
        report = path / "run.json"
        command = [options.tool, "run", "--python", options.python, "--json",
                   str(report), "--in-place"]
        for option in ("allow", "strategy"):
            if option in expected(folder):
                command += [f"--{option}", expected(folder)[option]]
        command += ["seq.py", *arguments]
        began = time.perf_counter()
        with input_of(folder) as stdin:
            done = subprocess.run(command, cwd=path, stdin=stdin,
                                  capture_output=True, text=True)
        took = time.perf_counter() - began
        if done.returncode != 0:
            raise SystemExit(f"{folder.name}: {done.stderr}")
        files = {name.relative_to(path): name.read_text()
                 for name in path.rglob("*.py")}
        return json.loads(report.read_text()), files, took


def left_behind(path, folder):
    """The files that a program made, by name."""
    made = {}
    for name in sorted(path.rglob("*")):
        inner = name.relative_to(path)
        if name.is_file() and not (folder / inner).exists() and (
                "__pycache__" not in inner.parts):
            made[str(inner)] = name.read_bytes()
    return made


def timed(options, folder, script, files, arguments):
    with Copy(folder) as path, input_of(folder) as stdin:
        for name, text in files.items():
            (path / name).write_text(text)
        began = time.perf_counter()
        done = subprocess.run([options.python, script, *arguments], cwd=path,
                              stdin=stdin, capture_output=True, text=True)
        seconds = time.perf_counter() - began
        left = left_behind(path, folder)
        return seconds, (done.returncode, DURATION.sub("#", done.stdout), left)


def measure(options, folder):
    arguments = [options.size] if options.size else []
    report, files, took = ours(options, folder, arguments)
    result = {
        "program": folder.name,
        "status": report["outcome"]["status"],
        "strategy": report["outcome"]["strategy"],
        "allowed": expected(folder).get("allow", ""),
        "why": report["outcome"].get("why", ""),
        "tool_s": took,
    }
    if not (folder / "expert.py").exists():
        return {**result, "must_decline": True}
    versions = {"seq": ("seq.py", {}), "ours": ("seq.py", files),
                "expert": ("expert.py", {})}
    times = {name: [] for name in versions}
    outputs = {}
    for turn in range(options.rounds):
        # Memory that the original gave back is dear for the next process where
        # a hypervisor has taken it: up to a second for each GB. So one run
        # between is not timed, and the two that are take turns.
        order = ["seq", "ours", "expert"] if turn % 2 else [
            "seq", "expert", "ours"]
        for place, name in enumerate(order):
            script, changed = versions[name]
            if place == 1:
                timed(options, folder, script, changed, arguments)
            seconds, output = timed(options, folder, script, changed,
                                    arguments)
            times[name].append(seconds)
            outputs[name] = output
    middle = {name: statistics.median(all_) for name, all_ in times.items()}
    predicted = report["outcome"]["predicted_speedup"]
    measured = middle["seq"] / middle["ours"]
    return {
        **result,
        "must_decline": False,
        "times_s": times,
        "seq_s": middle["seq"],
        "ours_speedup": measured,
        "predicted_speedup": predicted,
        "prediction_error": predicted and predicted / measured - 1,
        "expert_speedup": middle["seq"] / middle["expert"],
        "ratio": middle["expert"] / middle["ours"],
        "same_output": outputs["seq"] == outputs["ours"],
        "expert_same_output": outputs["seq"] == outputs["expert"],
    }


def as_it_must(result):
    if result["must_decline"]:
        return result["status"] != "faster"
    return result["same_output"] and result["expert_same_output"]


def prediction(result):
    if result["predicted_speedup"] is None:
        return "-"
    return (f"{result['predicted_speedup']:.2f} "
            f"({result['prediction_error']:+.0%})")


def row(result):
    outcome = f"{result['status']} {result['strategy']}"
    if result["allowed"]:
        outcome += f" ({result['allowed']})"
    if result["must_decline"]:
        right = "yes" if as_it_must(result) else "NO"
        return f"{result['program']:<20} {'must decline':>47}  {right:<5}{outcome}"
    same = "yes" if as_it_must(result) else "NO"
    return (f"{result['program']:<20} {result['seq_s']:>8.2f} "
            f"{result['ours_speedup']:>7.2f} {result['expert_speedup']:>7.2f} "
            f"{result['ratio']:>6.2f} {prediction(result):>14}  "
            f"{same:<5}{outcome}")


def main():
    options = parse_arguments()
    options.tool = os.path.abspath(options.tool)
    print(f"{'program':<20} {'seq s':>8} {'ours ×':>7} {'expert×':>7} "
          f"{'ratio':>6} {'predicted':>14}  right outcome")
    results = []
    with service():
        for folder in chosen(options):
            results.append(measure(options, folder))
            print(row(results[-1]), flush=True)
    ratios = [one["ratio"] for one in results if not one["must_decline"]]
    if ratios:
        middle = statistics.median(ratios)
        print(f"median ratio ours / expert: {middle:.2f}")
    errors = [abs(one["prediction_error"]) for one in results
              if one.get("prediction_error") is not None]
    error = statistics.median(errors) if errors else None
    if errors:
        print(f"median error of the predicted speed-up: {error:.0%} "
              f"({len(errors)} programs)")
    if options.json:
        document = {"schema": "pyprof-parallel/bench", "schema_version": 1,
                    "python": options.python, "cpus": os.cpu_count(),
                    "median_prediction_error": error,
                    "programs": results}
        pathlib.Path(options.json).write_text(json.dumps(document, indent=2))
    return 0 if all(map(as_it_must, results)) else 1


if __name__ == "__main__":
    sys.exit(main())
