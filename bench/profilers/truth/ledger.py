# SPDX-License-Identifier: Apache-2.0
"""What a truth program knows of itself, written as JSON when it ends.

A line that is timed carries a comment: `# truth: NAME`. The lines of a function
that such a line calls may carry the same name, for profilers that tell no stacks.
"""
import ast
import json
import pathlib
import re
import resource
import sys
import time

MARK = re.compile(r"# truth: (\w+)$")


def functions(tree):
    """First and last line of each function of a program."""
    found = {"<module>": [0, 10**6]}  # RESUME has no line
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = [node.lineno, node.end_lineno]
    return found


def queued():
    """Nanoseconds that this thread was ready and did not run."""
    with open("/proc/thread-self/schedstat") as file:
        return int(file.read().split()[1])


class Ledger:
    """Command line of a truth program: OUTPUT SECONDS [ARGUMENT]."""

    def __init__(self, edges=()):
        self.output, seconds, *rest = sys.argv[1:]
        self.argument = rest[0] if rest else ""
        self.script = pathlib.Path(sys.argv[0])
        self.edges = edges
        self.spent = {}  # nanoseconds by name
        self.waits = {}  # nanoseconds by name and class
        self.end = time.monotonic() + float(seconds)

    def running(self):
        return time.monotonic() < self.end

    def add(self, name, nanoseconds):
        self.spent[name] = self.spent.get(name, 0) + nanoseconds

    def begin(self):
        """Of a line that waits: called before it, and `waited` after it."""
        self.queued, self.ran = queued(), time.thread_time_ns()
        self.began = time.perf_counter_ns()

    def waited(self, name, kind):
        """What it neither ran nor stood in the kernel's queue, it waited."""
        wall = time.perf_counter_ns() - self.began
        ready = time.thread_time_ns() - self.ran + queued() - self.queued
        self.add(name, wall)
        of_name = self.waits.setdefault(name, {})
        of_name[kind] = of_name.get(kind, 0) + max(0, wall - ready)

    def write(self):
        text = self.script.read_text()
        lines = {}
        for number, line in enumerate(text.splitlines(), 1):
            mark = MARK.search(line)
            if mark:
                lines[number] = mark[1]
        document = {
            "file": self.script.name,
            "lines": lines,
            "seconds": {name: all_ / 1e9 for name, all_ in self.spent.items()},
            "waits": {name: {kind: all_ / 1e9 for kind, all_ in of_name.items()}
                      for name, of_name in self.waits.items()},
            "edges": self.edges,
            "functions": functions(ast.parse(text)),
            "cpu_s": sum(resource.getrusage(resource.RUSAGE_SELF)[:2]),
        }
        pathlib.Path(self.output).write_text(json.dumps(document))
