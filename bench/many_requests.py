#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does a rewritten program stay within bounds when it has very much to fetch?

`pyprof-parallel run` makes ours from an io_* program with its usual number of
requests. Ours and the expert's version then make --requests of them. Printed
for each: how long it took, its threads and open descriptors at most, and its
peak memory.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import time

from run_programs import HERE, Copy, ours, service

PAUSE = 0.02  # between two looks at the program


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, type=os.path.abspath,
                        help="pyprof-parallel")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--program", default="io_helper_chain")
    parser.add_argument("--requests", type=int, default=20_000)
    return parser.parse_args()


def entries(folder):
    try:
        return len(os.listdir(folder))
    except OSError:
        return 0  # it has just ended


def peak_kib(process):
    """The memory that it had at most, so far; 0 if it has ended."""
    try:
        lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines
                 if line.startswith("VmHWM")), 0)


def watched(command, folder):
    """Runs it to its end: exit status, seconds, and the most it had."""
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True) as process:
        most = {"threads": 0, "descriptors": 0, "KiB": 0}
        while process.poll() is None:
            seen = (entries(f"/proc/{process.pid}/task"),
                    entries(f"/proc/{process.pid}/fd"), peak_kib(process.pid))
            most = {name: max(old, new)
                    for (name, old), new in zip(most.items(), seen)}
            time.sleep(PAUSE)
        errors = process.stderr.read()
    if process.returncode:
        print(errors, file=sys.stderr)
    return process.returncode, time.perf_counter() - began, most


def main():
    options = parse_arguments()
    folder = HERE / "programs" / options.program
    failed = False
    print(f"{'version':<8} {'requests':>8} {'seconds':>8} {'threads':>8} "
          f"{'descriptors':>11} {'MiB':>6}  exit")
    with service():
        report, files, _ = ours(options, folder, [])
        if report["outcome"]["status"] != "faster":
            raise SystemExit(f"{options.program}: {report['outcome']['status']}")
        with Copy(folder) as path:
            for name, text in files.items():
                (path / name).write_text(text)
            for version, script in (("ours", "seq.py"), ("expert", "expert.py")):
                command = [options.python, script, str(options.requests)]
                status, seconds, most = watched(command, path)
                failed |= status != 0
                print(f"{version:<8} {options.requests:>8} {seconds:>8.1f} "
                      f"{most['threads']:>8} {most['descriptors']:>11} "
                      f"{most['KiB'] / 1024:>6.0f}  {status}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
