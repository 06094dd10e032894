# SPDX-License-Identifier: Apache-2.0
"""What the instrumented loops call."""

import copy
import json
import os
import sys
import sysconfig
import time

from ppp_probe.event_loop import obstacle, running
from ppp_probe.examination import Examination
from ppp_probe.pools import other_threads


class Site:
    """One loop: what to look at, and what was found."""

    def __init__(self, spec):
        self.spec = spec
        self.done = False
        self.nested = 0  # entries that run as they are, one in the other
        self.spent = 0.0
        self.weighed = 0  # iterations with sizes
        self.facts = {
            "site": spec["site"],
            "entries": 0,
            "trips": 0,
            "sampled": 0,
            "seconds_per_iteration": 0.0,
            "item_bytes": 0.0,
            "result_bytes": 0.0,
            "capture_bytes": 0.0,
            "alone": 0,
            "ordered": 0,
            "changes": [],
            "unpicklable": None,
            "conflict": None,
            "skipped": "",
        }


class Probe:
    """Put around the loops of the instrumented copy; one per process."""

    def __init__(self, spec, fd, folder):
        self.limits = spec["limits"]
        self.fd = fd
        self.pid = os.getpid()
        self.child_pid = 0
        self.child = None
        self.busy = False
        self.sites = {}
        self.expected = spec["sites"]
        paths = [os.path.join(folder, path) for path in spec["project"]]
        self.project = {os.path.normpath(path): i for i, path in enumerate(paths)}
        self.standard = sysconfig.get_paths()["stdlib"]
        self.own = {}  # answers of is_own(), by module
        self.followed = {}  # answers of is_followed(), by path

    # --- called by the instrumented loops

    def items(self, number, iterable):
        site = self.sites[number]
        if not self.wanted(site):
            site.nested += 1
            try:
                yield from iterable
            finally:
                site.nested -= 1
            return
        frame = sys._getframe(1)
        iterator = iter(iterable)
        child = self.look_at(site, iterator, frame)
        if child is None:
            self.leave_if_done()
            site.nested += 1
            try:
                yield from iterator
            finally:
                site.nested -= 1
            return
        try:
            yield from child.feed(iterator)
        finally:
            child.finish()

    def mine(self, number):
        child = self.child
        if child is None or child.finished or child.site.nested > child.depth:
            return None
        return child if child.site.spec["site"] == number else None

    def apart(self, number):
        child = self.mine(number)
        return child is not None and child.kind == "apart"

    def opens(self, number, *older):
        """Once in a child, which keeps what the loop had: to close that would
        end what the parent has open."""
        child = self.mine(number)
        if child is None or child.older is not None:
            return False
        child.older = older
        child.opening = time.perf_counter()
        return True

    def opened(self, number, *made):
        child = self.mine(number)
        child.overhead += time.perf_counter() - child.opening

    def configure(self, made, name, value):
        setattr(made, name, value)

    def rebind(self, variables, name, value):
        variables[name] = value

    def cookies_of(self, client):
        """What it sends; how long it does so is left out."""
        return [(one.domain, one.path, one.name, one.value) for one in client.cookies]

    def renew(self, number, name, client):
        """Makes a client one of this child's own, with the same configuration."""
        child = self.mine(number)
        child.older += (dict(vars(client)),)
        vars(client).update(vars(copy.deepcopy(client)))
        child.clients.append((name, client, self.cookies_of(client)))

    def enter(self, number, *added):
        child = self.mine(number)
        if child:
            child.enter(added)

    def worked(self, number, value, *added):
        child = self.mine(number)
        if child:
            child.worked(value, added)
        return value

    def failed(self, number):
        child = self.mine(number)
        if child:
            child.failed()

    async def settle(self, number):
        """In front of an item: a child opens what takes awaiting, once."""
        child = self.mine(number)
        if child:
            await child.settle_down()

    async def left(self, number, value=None):
        """Behind work that ran alone: tasks of it may come to their end."""
        child = self.mine(number)
        if child and child.single:
            await child.wait_for_tasks()
        return value

    # --- the process that forks

    def wanted(self, site):
        if site.done or self.busy or self.child or os.getpid() != self.pid:
            return False
        why = self.obstacle(site)
        if why:
            site.facts["skipped"] = why
            self.close(site)
        return not why

    def obstacle(self, site):
        """Why the process must not fork here; "": it may."""
        awaits = site.spec["awaits"]
        loop = running() if awaits else None
        if other_threads(loop) > 0:
            return "the program has several threads"
        return obstacle(loop) if awaits else ""

    def look_at(self, site, iterator, frame):
        """In the parent: None. In a child: its Child."""
        self.busy = True
        begin = time.perf_counter()
        child = Examination(self, site, iterator, frame).run()
        if child is not None:
            return child
        self.busy = False
        site.spent += time.perf_counter() - begin
        facts = site.facts
        facts["entries"] += 1
        enough = min(facts["alone"], facts["ordered"]) >= self.limits["enough"]
        if (
            enough
            or facts["conflict"]
            or facts["entries"] >= self.limits["entries"]
            or site.spent > self.limits["seconds"]
        ):
            self.close(site)
        self.write()
        return None

    def close(self, site):
        site.done = True
        self.write()

    def leave_if_done(self):
        closed = sum(site.done for site in self.sites.values())
        if closed == self.expected:
            os._exit(0)

    def write(self):
        facts = {"sites": [site.facts for site in self.sites.values()]}
        text = json.dumps(facts).encode()
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, text, 0)

    # --- what code is the program's own

    def is_own(self, thing):
        """A class or function of the project."""
        name = getattr(thing, "__module__", None)
        if type(name) is not str:
            return False
        if name not in self.own:
            path = getattr(sys.modules.get(name), "__file__", None)
            self.own[name] = bool(path) and os.path.abspath(path) in self.project
        return self.own[name]

    def is_followed(self, path):
        """Neither the standard library's nor ours: of the project or installed."""
        if path not in self.followed:
            self.followed[path] = self.is_foreign(path)
        return self.followed[path]

    def is_foreign(self, path):
        if not path or path.startswith("<"):
            return False
        path = os.path.abspath(path)
        standard = path.startswith(self.standard) and "-packages" not in path
        return path in self.project or not standard

    def beginning(self, code):
        """Where a function of the project begins, as a place; None: another's."""
        path = os.path.abspath(getattr(code, "co_filename", ""))
        if path not in self.project:
            return None
        return [self.project[path], code.co_firstlineno]

    def place(self, frame):
        """The innermost line of the project, as [index of its file, line]."""
        while frame is not None:
            path = os.path.abspath(frame.f_code.co_filename)
            if path in self.project:
                return [self.project[path], frame.f_lineno]
            frame = frame.f_back
        return None
