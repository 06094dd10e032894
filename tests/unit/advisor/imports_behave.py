# SPDX-License-Identifier: Apache-2.0
"""Imports what advisor/effects/*.json calls quiet, each in a process of its own.

It fails the test when anything is printed or warned of, or when what a program
can ask for is not as before: the environment, signal handlers, hooks, ...

usage: imports_behave.py FOLDER PYTHON...
"""

import glob
import json
import os
import subprocess
import sys

CODE = """
import _signal, _thread, atexit, builtins, gc, os, sys, warnings

def handlers():
    for number in range(1, _signal.NSIG):
        try:
            yield _signal.getsignal(number)
        except ValueError:
            yield None

def state():
    return {
        "environment": dict(os.environ), "folder": os.getcwd(),
        "path": list(sys.path), "handlers": list(handlers()),
        "threads": _thread._count(), "at exit": atexit._ncallbacks(),
        "builtins": sorted(vars(builtins)), "filters": list(warnings.filters),
        "streams": (sys.stdin, sys.stdout, sys.stderr),
        "hooks": (sys.excepthook, sys.displayhook, sys.unraisablehook),
        "traces": (sys.gettrace(), sys.getprofile()),
        "finders": (list(sys.meta_path), list(sys.path_hooks)),
        "limits": (sys.getrecursionlimit(), sys.getswitchinterval()),
        "collector": (gc.isenabled(), gc.get_threshold(), list(gc.callbacks)),
        "open files": sorted(os.listdir("/proc/self/fd"))}

failed = 0
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        before = state()
        try:
            __import__(name)
        except BaseException as error:
            print(name, repr(error), flush=True)
            os._exit(1)
        after = state()
        changed = [key for key in after if after[key] != before[key]]
        if changed:
            print(name, "changes", *changed, flush=True)
        os._exit(bool(changed))
    failed |= os.waitpid(child, 0)[1]
sys.exit(failed != 0)
"""


def main(folder, pythons):
    quiet = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
        if table.get("quiet"):
            quiet.append(table["module"])
    failed = not quiet
    for python in pythons:
        done = subprocess.run([python, "-W", "error", "-c", CODE, *quiet],
                              capture_output=True, text=True)
        if done.returncode or done.stdout or done.stderr:
            print(python, done.stdout + done.stderr, sep="\n")
            failed = True
    print("%d modules" % len(quiet))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
