# SPDX-License-Identifier: Apache-2.0
"""Which lines change and read variables."""

import dis
import sys

from ppp_probe.digest import fields_of
from ppp_probe.state import FIELD, outer_state


class Tracer:
    """Which line changes one of the watched variables, which one reads it."""

    def __init__(self, probe, child, writes):
        self.probe = probe
        self.child = child
        self.writes = writes
        self.last = None
        self.digests = self.now() if writes else {}
        self.names = {}  # by code object

    def now(self):
        state = self.child.state
        state.refresh()
        found = {}
        for name in self.child.watched:
            root, _, field = name.partition(FIELD)
            if root not in state.roots:
                found[name] = outer_state().get(name)
                continue
            value = state.value(root)
            if field:
                value = fields_of(value).get(field)
            found[name] = state.digest(value)
        return found

    def start(self, frame):
        frame.f_trace = self.trace
        frame.f_trace_opcodes = not self.writes
        sys.settrace(self.trace)

    def stop(self):
        sys.settrace(None)
        if self.writes:
            self.check()
        self.child.tracer = None

    def trace(self, frame, event, argument):
        if not self.probe.is_followed(frame.f_code.co_filename):
            return None
        if not self.child.finished:
            if self.writes:
                self.check()
                self.last = self.probe.place(frame)
            elif self.child.working:
                frame.f_trace_opcodes = True
                self.reads(frame, event)
        return self.trace

    def check(self):
        """What has changed, the line before did."""
        now = self.now()
        writers = self.child.report.setdefault("writers", {})
        for name, digest in now.items():
            if digest != self.digests[name] and self.last:
                writers.setdefault(name, self.last)
        self.digests = now

    def reads(self, frame, event):
        by_step, by_line = self.names_of(frame.f_code)
        if event == "opcode":
            names, kind = by_step.get(frame.f_lasti, ()), "readers"
        else:
            names, kind = by_line.get(frame.f_lineno, ()), "nearby"
        for name in self.child.watched:
            root, _, field = name.partition(FIELD)
            root = root.rpartition(".")[2]
            if (field or root) in names:
                self.read(kind, name, frame)
            elif root in names:
                self.read("nearby", name, frame)

    def read(self, kind, name, frame):
        places = self.child.report.setdefault(kind, {})
        places.setdefault(name, self.probe.place(frame))

    def names_of(self, code):
        """The names that each instruction and each line loads."""
        if code not in self.names:
            by_step, by_line = {}, {}
            lines = dict(dis.findlinestarts(code))
            line = code.co_firstlineno
            for step in dis.get_instructions(code):
                line = lines.get(step.offset) or line
                if step.opname.startswith("LOAD") and step.opname != "LOAD_CONST":
                    value = step.argval
                    names = value if isinstance(value, tuple) else (value,)
                    by_step[step.offset] = names
                    by_line.setdefault(line, set()).update(names)
            self.names[code] = by_step, by_line
        return self.names[code]
