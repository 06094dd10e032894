# SPDX-License-Identifier: Apache-2.0
"""Programs that end, fork, crash, are replaced or free what they ran, at random
moments, while they are profiled: no crash of ours, no frame that the program
does not have, no process left."""
import ast
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from support import BINARY, PYTHON

TARGET = '''
import ctypes, gc, os, random, sys, threading, time, types

FAULT, MOMENT, SEED = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
AT = time.monotonic() + MOMENT


def leaf(steps):
    for _ in range(steps):
        pass


def deep(depth):
    if depth:
        deep(depth - 1)
    else:
        leaf(50)


def values(count):
    for one in range(count):
        leaf(5)
        yield one


def work():
    deep(20)
    sum(values(20))
    leaf(500)


def made_and_freed(number):
    space = {}
    text = "def gone(n):" + chr(10) * (number % 50 + 1) + "    return n * n"
    exec(compile(text, "<made>", "exec"), space)
    for n in range(50):
        space["gone"](n)


def in_thread():
    for _ in range(3):
        work()


def until_then(also=None):
    number = 0
    while time.monotonic() < AT:
        work()
        number += 1
        if also:
            also(number)


def spawn(number):
    threads = []
    for _ in range(4):
        threads.append(threading.Thread(target=in_thread))
    for one in threads:
        one.start()
    if number % 2:
        for one in threads:
            one.join()


def fork(number):
    if number % 20 == 1:
        child = os.fork()
        if child == 0:
            in_thread()
            os._exit(0)
        if number % 40 == 1:
            os.waitpid(child, 0)


def unmap(number):
    import mmap
    for _ in range(5):
        area = mmap.mmap(-1, 1 << 20)
        area[:10] = b"0123456789"
        area.close()
    made_and_freed(number)
    gc.collect(0)


def forever():
    while True:
        work()


def main():
    if FAULT in ("threads", "fork", "unmap"):
        until_then({"threads": spawn, "fork": fork, "unmap": unmap}[FAULT])
    elif FAULT == "daemon":
        for _ in range(4):
            threading.Thread(target=forever, daemon=True).start()
        until_then()
    elif FAULT == "killed":
        threading.Timer(MOMENT, os.kill, (os.getpid(), 9)).start()
        forever()
    else:
        until_then()
    if FAULT == "crash":
        os.kill(os.getpid(), 11)
    elif FAULT == "read nothing":
        ctypes.string_at(8)
    elif FAULT == "abort":
        os.abort()
    elif FAULT == "leave":
        os._exit(3)
    elif FAULT == "raise":
        raise ValueError(FAULT)
    elif FAULT == "other program":
        os.execv("/bin/sleep", ["sleep", "0.05"])
    elif FAULT == "other python":
        os.execv(sys.executable, [sys.executable, __file__, "end", "0.1", "0"])
    elif FAULT == "closed":
        os.closerange(0, 100)


main()
'''
FAULTS = ["end", "leave", "raise", "crash", "read nothing", "abort", "killed",
          "other program", "other python", "closed", "fork", "threads",
          "daemon", "unmap"]
MARK = "PPP_TEST_FAULTS"


def spans():
    """First and last lines of the functions of the target."""
    found = {"<module>": (1, len(TARGET.splitlines()))}
    for node in ast.walk(ast.parse(TARGET)):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = (node.lineno, node.end_lineno)
    return found


def calls():
    """Who may stand above whom on a stack of the target."""
    found = {("<module>", "main")}
    names = set(spans())
    for node in ast.walk(ast.parse(TARGET)):
        if isinstance(node, ast.FunctionDef):
            found.update((node.name, one.func.id) for one in ast.walk(node)
                         if isinstance(one, ast.Call) and
                         isinstance(one.func, ast.Name) and
                         one.func.id in names)
    return found | {("until_then", name) for name in ("spawn", "fork", "unmap")}


SPANS, CALLS = spans(), calls()


def wrong_frames(profile):
    """Frames of functions that the target does not have, or on other lines."""
    return [one for one in profile["frames"] if one["file"] == "target.py" and
            one["line"] and not SPANS.get(one["function"], (1, 0))[0] <=
            one["line"] <= SPANS.get(one["function"], (1, 0))[1]]


def wrong_samples(profile):
    """Samples of stacks with a call that the target does not make."""
    found = 0
    for stack in profile["stacks"]:
        frames = [profile["frames"][i] for i in stack["frames"]]
        if any(outer["file"] == inner["file"] == "target.py" and
               (outer["function"], inner["function"]) not in CALLS
               for outer, inner in zip(frames, frames[1:])):
            found += stack["samples"]
    return found


def left_over(mark):
    """Processes that still carry the mark in their environment."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and mark in (
                    entry / "environ").read_bytes():
                found.append(entry.name)
        except OSError:
            pass  # it has ended, or is not ours
    return found


def complaints_about(done, written):
    """What one run did wrong; samples of wrong stacks, and of all."""
    if done.returncode not in (0, 4) or "Sanitizer" in done.stderr:
        return [(done.returncode, done.stderr[-2000:])], 0, 0
    if not written.exists():
        return [("no profile", done.stderr[-2000:])], 0, 0
    profile = json.loads(written.read_text())["profile"]
    return wrong_frames(profile)[:3], wrong_samples(profile), profile["samples"]


def one_run(seed):
    """Complaints about the run that this seed makes; samples as above."""
    source = random.Random(seed)
    fault = FAULTS[seed % len(FAULTS)]
    moment = source.uniform(0, 0.25)
    mark = f"{os.getpid()}-{seed}"
    with tempfile.TemporaryDirectory() as room:
        folder = pathlib.Path(room)
        (folder / "target.py").write_text(TARGET)
        done = subprocess.run(
            [BINARY, "profile", "--python", PYTHON, "--rate",
             str(source.choice([1000, 5000, 20000])), "--json", "profile.json",
             "target.py", fault, str(moment), str(seed)],
            cwd=folder, capture_output=True, text=True, errors="replace",
            timeout=120, env={**os.environ, MARK: mark})
        complaints, wrong, samples = complaints_about(
            done, folder / "profile.json")
    ends = time.monotonic() + 10
    while left_over(f"{MARK}={mark}".encode()):
        if time.monotonic() > ends:
            complaints = [*complaints, "a process is left"]
            break
        time.sleep(0.01)
    return [(seed, fault, moment, one) for one in complaints], wrong, samples


def runs(seeds):
    """All complaints, and the samples of wrong stacks and of all."""
    complaints, wrong, samples = [], 0, 0
    for seed in seeds:
        of_run = one_run(seed)
        complaints += of_run[0]
        wrong += of_run[1]
        samples += of_run[2]
    return complaints, wrong, samples


if __name__ == "__main__":
    print(*runs(map(int, sys.argv[1:])), sep="\n")  # to look at these seeds
