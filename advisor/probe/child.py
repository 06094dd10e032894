# SPDX-License-Identifier: Apache-2.0
"""What runs in a forked child."""

import fcntl
import itertools
import json
import os
import stat
import sys
import time

from ppp_probe.digest import Digest
from ppp_probe.event_loop import OwnLoop
from ppp_probe.pools import forget_idle, renew_async_pools, renew_pools
from ppp_probe.sending import lost_on_the_way, pickled
from ppp_probe.state import State, changed_files, files_nearby
from ppp_probe.tracer import Tracer

ANY = ["*"]  # instead of variables to watch: which ones have changed?
TURNS = 20  # of an event loop, for what a library has under way
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# By what is assumed: the events that belong to it.
ASSUMED = {
    "assumed-programs-apart": {"subprocess.Popen", "os.posix_spawn"},
    "assumed-only-asks": {"socket.connect"},
    "assumed-same-answers": {"socket.connect"},
    "assumed-same-cookies": {"socket.connect"},
}
# Audit events of calls that reach out of the process.
REACHING = {
    "os.remove": "removes a file",
    "os.rename": "renames a file",
    "os.mkdir": "makes a directory",
    "os.rmdir": "removes a directory",
    "os.link": "makes a link",
    "os.symlink": "makes a link",
    "os.truncate": "truncates a file",
    "os.chmod": "changes a file's mode",
    "os.utime": "changes a file's times",
    "shutil.move": "moves a file",
    "os.system": "starts a child process",
    "os.exec": "starts another program",
    "os.fork": "starts a child process",
    "os.forkpty": "starts a child process",
    "os.posix_spawn": "starts a child process",
    "subprocess.Popen": "starts a child process",
    "os.kill": "sends a signal",
    "signal.pthread_kill": "sends a signal",
    "socket.connect": "connects to a server",
    "socket.bind": "opens a server's port",
    "socket.sendto": "sends over the network",
    "sqlite3.connect": "opens a database",
}


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass  # closed, or something of the program's own


def file_id(path):
    """What tells a file from all others, by whatever path; None: it is gone."""
    try:
        found = os.stat(path)
    except (OSError, TypeError, ValueError):
        return None
    return (found.st_dev, found.st_ino)


def files_open_for_writing():
    found = set()
    for word in os.listdir("/proc/self/fd"):
        try:
            writes = fcntl.fcntl(int(word), fcntl.F_GETFL) & os.O_ACCMODE
            if writes and stat.S_ISREG(os.fstat(int(word)).st_mode):
                found.add(file_id(int(word)))
        except OSError:
            pass  # the folder's own descriptor
    return found


class Child:
    """The side of a child: feeds the loop its items, notes what comes of them.

    A role is (kind, indices): "sequence" runs the loop's first iterations as
    they are, "pair" only those of the indices; "apart" runs the work of the
    indices, in their order, without the rest of the loop.
    """

    def __init__(self, probe, site, kind, indices, watched, pipe, frame, task):
        self.probe = probe
        self.site = site
        self.depth = site.nested
        self.kind = kind
        self.indices = indices
        self.watched = watched  # roots whose writers and readers are sought
        self.pipe = pipe
        self.frame = frame
        self.single = kind == "apart" and len(indices) == 1 and not watched
        self.report = {"items": {}, "outcomes": {}, "seconds": {}, "effects": []}
        self.at = None  # the iteration that runs
        self.working = False
        self.finished = False
        self.state = None
        self.before = {}
        self.overhead = 0.0
        self.older = None  # what it has made anew, as the loop had it
        self.clients = []  # (name, client, cookies) of those
        self.tracer = None
        self.output = self.redirect()
        self.expected = set()
        for assumption in site.spec["assumed"]:
            self.expected |= ASSUMED.get(assumption, set())
        # Which files the loop writes and its work reads: (device, inode).
        self.written = None
        if "assumed-other-files" in site.spec["assumed"] and kind == "sequence":
            self.written = files_open_for_writing()
            self.paths_written = set()
            self.read = {}
        # What a program does to files, no event of this process tells.
        self.starts = "assumed-programs-apart" in site.spec["assumed"]
        sys.dont_write_bytecode = True
        self.loop = None
        self.pools = []  # what they must not give back to anybody
        self.settled = True
        if site.spec["awaits"]:
            self.loop = OwnLoop(*task)
            self.pools += forget_idle()
            self.settled = False
        if "assumed-same-answers" in site.spec["assumed"]:
            self.pools += renew_pools()
        sys.addaudithook(self.audit)

    def redirect(self):
        try:
            fd = os.memfd_create("output")
        except (AttributeError, OSError):
            fd = os.open("/dev/null", os.O_RDWR)
        os.dup2(fd, 1)
        os.dup2(fd, 2)
        return fd

    def printed(self):
        flush()
        return os.fstat(self.output).st_size

    # --- the loop's items

    def feed(self, iterator):
        limits = self.probe.limits
        if self.kind == "sequence":
            begin = time.perf_counter()
            for index, item in enumerate(itertools.islice(iterator, limits["window"])):
                yield from self.one(index, item)
                if time.perf_counter() - begin > limits["window_s"]:
                    return
            self.report["exhausted"] = next(iterator, self) is self
            return
        items = list(itertools.islice(iterator, max(self.indices) + 1))
        # What this process does is proved where only others are trusted.
        if self.watched or (self.single and not self.site.spec["proven_here"]):
            self.state = State(self.probe, self.frame)
        for index in self.indices:
            if index >= len(items):
                return
            yield from self.one(index, items[index])

    def one(self, index, item):
        report = self.report
        report["items"][index] = Digest(self.probe.is_own, 20000).of(item)
        self.at = index
        if self.watched:
            self.look(index)
        self.overhead = 0.0
        begin = time.perf_counter()
        yield item
        report["seconds"][index] = time.perf_counter() - begin - self.overhead
        self.settle()

    def settle(self):
        """The iteration is over; its work may have left in a way that nothing
        told."""
        if self.tracer:
            self.tracer.stop()
        if self.working:
            self.outcome("left", None)
        if self.written is not None:
            self.compare_files()
        if self.loop and self.loop.uses_older():
            self.report["older"] = True
        self.send(self.report)
        for part in ("items", "outcomes", "seconds"):
            self.report[part] = {}

    def send(self, report):
        """One line; the parent puts them together."""
        text = json.dumps(report).encode() + b"\n"
        while text:
            text = text[os.write(self.pipe, text):]

    # --- the event loop

    async def settle_down(self):
        if self.settled:
            return
        self.settled = True
        begin = time.perf_counter()
        self.pools += await renew_async_pools()
        self.overhead += time.perf_counter() - begin

    def note_tasks(self, own):
        """Tasks that outlive the work; `own`: only of the program's own code."""
        for task in self.loop.left_behind():
            code = getattr(task.get_coro(), "cr_code", None)
            place = self.probe.beginning(code)
            if place or not own:
                name = getattr(code, "co_name", "")
                self.effect("leaves a task behind:", name, place)

    async def wait_for_tasks(self):
        """A library's may need some turns to come to their end."""
        from asyncio import sleep

        for _ in range(TURNS):
            if not self.loop.left_behind():
                return
            await sleep(0.002)
        self.note_tasks(own=False)

    # --- the work

    def enter(self, added):
        begin = time.perf_counter()
        if self.loop:
            self.loop.begin()
        self.added = [len(one) if isinstance(one, list) else one for one in added]
        if self.single:
            self.printed_before = self.printed()
            self.files_before = files_nearby() if self.starts else {}
            if self.state:
                self.before = self.state.snapshot(self.site.spec["assigned"])
        self.working = True
        self.overhead += time.perf_counter() - begin

    def worked(self, value, added):
        begin = time.perf_counter()
        if self.working:
            parts = [
                one[old:] if isinstance(one, list) else one - old
                for one, old in zip(added, self.added)
            ]
            self.outcome("result", [value, parts] if added else value)
        self.overhead += time.perf_counter() - begin

    def failed(self):
        if self.working:
            error = sys.exc_info()[1]
            if not isinstance(error, Exception):
                cancelled = self.loop and type(error).__name__ == "CancelledError"
                what = "is cancelled" if cancelled else "ends the program"
                self.effect(what, "", None)
            self.outcome("raise", (type(error).__qualname__, error.args), error)

    def outcome(self, kind, value, error=None):
        self.working = False
        digest = Digest(self.probe.is_own, 50000)
        told = self.report["outcomes"].setdefault(self.at, [])
        told.append(kind + " " + digest.of(value))
        if digest.blind:
            self.report.setdefault("blind", digest.blind)
        self.compare_cookies()
        if self.single:
            if self.loop:
                self.note_tasks(own=True)
            self.note_changes()
            self.weigh(value if error is None else error)

    def compare_cookies(self):
        for name, client, before in self.clients:
            if self.probe.cookies_of(client) == before:
                continue
            self.report.setdefault("cookies", {
                "index": self.at,
                "what": "is answered with a cookie, which `%s` keeps" % name,
                "place": None,
            })

    def note_changes(self):
        if self.printed() > self.printed_before and not self.site.spec["prints"]:
            self.effect("writes to stdout or stderr", "", None)
        if self.starts:
            after = files_nearby()
            for path in changed_files(self.files_before, after)[:1]:
                self.effect("starts a program that changes the file", path, None)
        if self.state:
            after = self.state.snapshot(self.site.spec["assigned"])
            self.report["changes"] = [
                name for name in self.before if self.before[name] != after.get(name)
            ]

    def weigh(self, result):
        """Sizes of what a task takes and gives, and what cannot be sent."""
        names = self.frame.f_locals
        spec = self.site.spec
        sizes = {"item": 0, "result": 0, "capture": 0}
        rows = [("item", name, names.get(name)) for name in spec["items"]]
        for name in spec["captures"]:
            value = names.get(name, self.frame.f_globals.get(name))
            rows.append(("capture", name, value))
        rows.append(("result", "", result))
        for what, name, value in rows:
            size, obstacle = pickled(value)
            sizes[what] += size
            if not obstacle and what == "result":
                older = self.state.older if self.state else ()
                obstacle = lost_on_the_way(value, self.probe.is_own, older)
            if obstacle:
                found = {"what": what, "expression": name, "obstacle": obstacle}
                self.report.setdefault("unpicklable", found)
        self.report["sizes"] = sizes

    # --- effects and places

    def effect(self, what, name, place):
        self.report["effects"].append({"what": what, "name": name, "place": place})

    def note_open(self, path, flags):
        if flags & WRITING:
            if not self.working:
                self.paths_written.add(path)
        elif self.working:
            place = self.probe.place(sys._getframe(2))
            self.read.setdefault(file_id(path), (str(path), place))

    def compare_files(self):
        """A file that the rest of the loop writes is there by now."""
        self.written.update(map(file_id, self.paths_written))
        for one in self.written & self.read.keys() - {None}:
            path, place = self.read[one]
            self.report["same_file"] = {
                "index": self.at,
                "what": "opens %s, which the loop writes," % path[:200],
                "place": place,
            }

    def audit(self, event, arguments):
        if self.finished or os.getpid() != self.probe.child_pid:
            return
        if event == "open" and self.written is not None:
            if isinstance(arguments[2], int):
                self.note_open(arguments[0], arguments[2])
        if not self.working:
            return
        name = ""
        if event == "open":
            path, mode, flags = arguments
            if not isinstance(flags, int) or not flags & WRITING:
                return
            if path == os.devnull:
                return
            what = "writes a file"
            name = str(path)
        elif event in REACHING and event not in self.expected:
            what = REACHING[event]
            name = str(arguments[0]) if arguments else ""
        else:
            return
        self.effect(what, name[:200], self.probe.place(sys._getframe(1)))

    def look(self, index):
        """Follow the lines of an iteration, to explain a conflict."""
        first = index == self.indices[0]
        if self.watched == ANY:
            if index == self.indices[-1]:
                self.report["state"] = self.state.snapshot(fields=True)
            return
        self.tracer = Tracer(self.probe, self, writes=first)
        self.tracer.start(self.frame)

    def finish(self):
        """Never returns."""
        try:
            if not self.finished and os.getpid() == self.probe.child_pid:
                self.finished = True
                self.report["end"] = True
                self.settle()
        finally:
            os._exit(0)
