# SPDX-License-Identifier: Apache-2.0
"""The beginning of the probe: runs inside an instrumented copy of the program.

The copy of a file holds the texts of this folder (MODULES), its own original
text (SOURCE) and what to look at (SPEC, made by advisor/probe.cc). The original
is parsed, calls of the Probe are put around the loops in question, and the
result runs in the module's own globals (TARGET): lines stay those of the source.

When such a loop is entered, the process forks: each child is a free snapshot of
the state before the loop. One child runs the first iterations as they are, the
others run the work of single iterations alone, or of all in another order.
Their results must be equal. The process itself only forks, waits and compares,
so the program is not disturbed; when everything is known it ends.

What was found goes as JSON to the descriptor that PPP_PROBE_FD names. Without
one (a process that the program started) the module runs as it is.
"""

import os
import sys
import types


# JSON; the program may have a `json.py` of its own.
LOOPS = eval(SPEC, {"null": None, "true": True, "false": False})


def load():
    for name, text in MODULES:
        full = ("ppp_probe." + name).rstrip(".")
        if full not in sys.modules:
            module = sys.modules[full] = types.ModuleType(full)
            module.__path__ = []
            exec(compile(text, "<" + full + ">", "exec"), module.__dict__)


def load_apart():
    """A program may have a `copy.py` of its own: we need the library's, it
    needs its own."""
    folder = os.path.dirname(os.path.abspath(TARGET["__file__"]))
    own = [os.path.normpath(os.path.join(folder, one)) for one in LOOPS["project"]]
    names = {os.path.basename(path).rpartition(".")[0] for path in own}
    path, before = sys.path[:], set(sys.modules)
    sys.path[:] = [
        entry
        for entry in path
        if not any(one.startswith(os.path.abspath(entry) + os.sep) for one in own)
    ]
    try:
        load()
    finally:
        sys.path[:] = path
    for name in names - before:
        sys.modules.pop(name, None)


load_apart()
sys.modules["ppp_probe.instrument"].run(TARGET, SOURCE, LOOPS)
