#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run rewritten programs again and again on a busy machine.

    hammer.py --runner trap_runner --pythons PYTHON… --runs 20 --folders FOLDER…

FOLDER: a trap or a golden case. Every program that the tool would offer for it
is run many times, several at once; with --interrupt some of them are
interrupted (SIGINT to all its processes, or to the program alone) at a random
moment. Each run must end, as the original does or by the interrupt, having
printed nothing else, and leave neither process nor temporary file.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

DRIVERS = pathlib.Path(__file__).parent.parent / "golden" / "drivers"
Seen = collections.namedtuple("Seen", "code out last")


def as_trap(case, to):
    """A copy of a golden case that trap_runner reads."""
    shutil.copytree(case, to, ignore=shutil.ignore_patterns("after*.py"))
    expect = json.loads((case / "expect.json").read_text())
    if "argv" not in expect:
        options = dict(expect.get("options", {}), strategy=expect.get("strategy", ""))
        options.update({key: expect[key] for key in ("waits", "small_items", "tiny_items") if key in expect})
        if options.pop("python_minor", None) == 8 or not options["strategy"]:
            options.pop("strategy", None)
        expect = {"argv": [], "other_inputs": [], "expect": "any", "options": [options]}
        (to / "expect.json").write_text(json.dumps(expect))
    return [expect["argv"], *expect["other_inputs"]], expect.get("stdin", "")


def members(session):
    """The processes of a session."""
    out = []
    for place in pathlib.Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                out.append(int(place.name))
    return out


def run(python, program, words, stdin, interrupt=None):
    """What was seen, and what is wrong with how it ended."""
    with tempfile.TemporaryDirectory(prefix="hammer-") as scratch:
        folder, own = pathlib.Path(scratch) / "run", pathlib.Path(scratch) / "tmp"
        shutil.copytree(program, folder)
        own.mkdir()
        environment = dict(os.environ, TMPDIR=str(own), PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1",
                           PYTHONPATH=str(DRIVERS))
        with open(folder / "stdin", "w+") as given, open(own.parent / "out", "w+") as out, open(own.parent / "err", "w+") as err:
            given.write(stdin)
            given.seek(0)
            process = subprocess.Popen([python, "before.py", *words], cwd=folder, env=environment, stdin=given, stdout=out, stderr=err,
                                       start_new_session=True,
                                       preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
            wrong = ""
            if interrupt:
                time.sleep(interrupt[0])
                try:
                    (os.killpg if interrupt[1] else os.kill)(process.pid, signal.SIGINT)
                except ProcessLookupError:
                    pass
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                wrong = "hangs: " + "; ".join(
                    f"{one} {pathlib.Path(f'/proc/{one}/wchan').read_text()}" for one in members(process.pid))
            until = time.monotonic() + 3
            while not wrong and (left := members(process.pid)):
                if time.monotonic() > until:
                    wrong = f"leaves {len(left)} processes"
                time.sleep(0.05)
            for one in members(process.pid):
                os.kill(one, signal.SIGKILL)
            process.wait()
            out.seek(0)
            err.seek(0)
            said, errors = out.read(), err.read()
        kept = [one.name for one in own.iterdir()]
        if kept and not wrong and not interrupt:
            wrong = f"leaves {kept}"
        return Seen(process.returncode, said, errors.strip().rpartition("\n")[2]), wrong, errors


def judge(job):
    python, title, program, words, stdin, expected, seconds, interrupt = job
    if not interrupt:
        seen, wrong, errors = run(python, program, words, stdin)
        if not wrong and seen != expected:
            wrong = "differs"
        return title, words, python, wrong, seen, errors, None
    when = (random.uniform(0.1, 0.2 + seconds * 1.2), random.random() < 0.5)
    seen, wrong, errors = run(python, program, words, stdin, when)
    if not wrong and seen.code == -signal.SIGINT:
        if not expected.out.startswith(seen.out):
            wrong = "interrupted, it has printed something else"
        elif seen.last not in ("KeyboardInterrupt", expected.last) and (errors or when[0] > 0.4):
            # Before Python begins and when it ends, there are no words.
            wrong = "interrupted, it ends with other words"
    elif not wrong and (seen.code, seen.out) != (expected.code, expected.out) and "error: init" not in errors:
        wrong = "interrupted, it ends otherwise"
    return title, words, python, wrong, seen, errors, when


def jobs_of(options, scratch):
    seen_before = set()
    for place, folder in enumerate(options.folders):
        case = scratch / str(place) / "case"
        inputs, stdin = as_trap(folder, case)
        for python in options.pythons:
            to = scratch / str(place) / str(options.pythons.index(python))
            said = subprocess.run([options.runner, "--write", to, case, python], capture_output=True, text=True)
            for line in said.stdout.splitlines():
                number, _, title = line.partition(" ")
                if not number.isdigit() or any(word in title for word in options.without):
                    continue
                for words in inputs:
                    start = time.monotonic()
                    expected, wrong, _ = run(python, case, words, stdin)
                    if wrong or expected.code == -9:
                        continue
                    run(python, to / number, words, stdin)
                    seconds = (time.monotonic() - start) / 2
                    for _ in range(options.runs):
                        yield (python, f"{folder.parent.name}/{folder.name} {title}", to / number, words, stdin, expected, seconds,
                               options.interrupt)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runner", required=True, type=os.path.abspath)
    parser.add_argument("--pythons", nargs="+", required=True)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--interrupt", action="store_true")
    parser.add_argument("--without", nargs="*", default=[], help="parts of offers that are left out")
    parser.add_argument("--folders", nargs="+", type=pathlib.Path, required=True)
    options = parser.parse_args()
    until = time.monotonic() + options.seconds
    counts = collections.Counter()
    enough = threading.Semaphore(4 * options.at_once)

    def one(job):
        try:
            if time.monotonic() > until:
                return
            title, words, python, wrong, seen, errors, when = judge(job)
            counts["runs"] += 1
            counts[f"ended {'by SIGINT' if seen.code == -2 else 'itself'}"] += 1
            if wrong:
                counts[f"{title} {words} {python}: {wrong}"] += 1
                print(f"{title} {words} {python}: {wrong}, {when}, {seen.code}, {seen.last}", errors[-3000:], sep="\n", flush=True)
        finally:
            enough.release()

    with tempfile.TemporaryDirectory(prefix="hammer-") as scratch, \
            concurrent.futures.ThreadPoolExecutor(options.at_once) as pool:
        for job in jobs_of(options, pathlib.Path(scratch)):
            if time.monotonic() > until:
                break
            enough.acquire()
            pool.submit(one, job)
    for what, count in counts.most_common():
        print(count, what)
    return int(any(": " in what for what in counts))


if __name__ == "__main__":
    sys.exit(main())
