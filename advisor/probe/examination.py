# SPDX-License-Identifier: Apache-2.0
"""One entry of a loop: what to run in children, and what the answers mean."""

import hashlib
import json
import operator
import os
import select
import signal
import sys
import time

from ppp_probe.child import ANY, Child, flush
from ppp_probe.event_loop import at_work
from ppp_probe.state import FIELD, offsets


class Examination:
    """One entry of a loop: what to run, and what the answers mean."""

    def __init__(self, probe, site, iterator, frame):
        self.probe = probe
        self.site = site
        self.iterator = iterator
        self.frame = frame
        self.inside = None  # set in a child
        left = probe.limits["seconds"] - site.spent
        self.limit = time.perf_counter() + left
        self.patience = left / 3  # for one child

    def run(self):
        try:
            self.examine()
        except InChild:
            return self.inside
        return None

    def ask(self, kind, indices, watched=()):
        """The report of a child with this role, as far as it came."""
        flush()
        self.until = min(self.limit, time.perf_counter() + self.patience)
        places = offsets()
        random = sys.modules.get("random")
        draws = random.getstate() if hasattr(random, "getstate") else None
        task = at_work() if self.site.spec["awaits"] else None
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(read)
            if draws:  # a fork seeds anew
                random.setstate(draws)
            probe = self.probe
            probe.child_pid = os.getpid()
            probe.child = self.inside = Child(
                probe, self.site, kind, indices, watched, write, self.frame, task
            )
            raise InChild
        os.close(write)
        text = self.answer(pid, read)
        for fd, (path, offset) in places.items():
            try:
                os.lseek(fd, offset, os.SEEK_SET)
            except OSError:
                pass
        return merged(text)

    def answer(self, pid, read):
        text = b""
        try:
            while True:
                left = self.until - time.perf_counter()
                ready = select.select([read], [], [], max(left, 0.001))[0]
                data = os.read(read, 1 << 16) if ready else b""
                if not data:
                    break
                text += data
        finally:
            os.close(read)
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except OSError:
                pass
        return text

    def time_left(self):
        return time.perf_counter() < self.limit

    # --- the tests

    def examine(self):
        sequence = self.ask("sequence", [])
        facts = self.site.facts
        if not sequence["seconds"]:
            facts["skipped"] = "the first iteration takes too long or ends the program"
            return
        if self.not_comparable(sequence):
            return
        if not any(sequence["outcomes"].values()):
            facts["skipped"] = "the work did not run"
            return
        for found in filter(None, map(sequence.get, ("same_file", "cookies"))):
            self.conflict(
                "effect", found["index"], what=found["what"], write=found["place"]
            )
            return
        self.sequence = sequence
        self.measure(sequence)
        self.probe.write()
        count = len(sequence["outcomes"])
        # The orders need time, too.
        begin = time.perf_counter()
        half, third = ((self.limit - begin) / part + begin for part in (2, 3))
        for index in sampled(sequence["outcomes"])[: self.probe.limits["alone"]]:
            enough = facts["alone"] >= self.probe.limits["enough"] > 1
            if time.perf_counter() > (third if enough else half):
                break
            if not self.alone(index):
                return
            self.probe.write()
        order = sorted(sequence["outcomes"])
        shuffled = sorted(order, key=lambda k: hashlib.md5(b"%d" % k).digest())
        if count < 2:
            return
        passed = True
        for indices in (order[::-1], shuffled):
            passed = passed and self.time_left() and self.order(indices)
        if passed:
            facts["ordered"] += count

    def measure(self, sequence):
        facts = self.site.facts
        seconds = list(sequence["seconds"].values())
        trips = len(sequence["outcomes"])
        if not sequence.get("exhausted"):
            trips = length(self.iterator)
        facts["trips"] = max(facts["trips"], trips)
        total = facts["seconds_per_iteration"] * facts["sampled"] + sum(seconds)
        facts["sampled"] += len(seconds)
        facts["seconds_per_iteration"] = total / facts["sampled"]

    def alone(self, index):
        """False: the loop needs no further test."""
        report = self.ask("apart", [index])
        if "end" not in report or index not in report["outcomes"]:
            return True  # too slow, or it ended the process: nothing was seen
        if self.not_comparable(report):
            return False
        facts = self.site.facts
        self.weigh(report)
        if report["items"][index] != self.sequence["items"][index]:
            return self.conflict("source", index)
        if report["outcomes"][index] != self.sequence["outcomes"][index]:
            return self.differs([index], index)
        if report["effects"] and not self.site.spec["proven"]:
            effect = report["effects"][0]
            return self.conflict(
                "effect",
                index,
                what=(effect["what"] + " " + effect["name"]).strip(),
                write=effect["place"],
            )
        self.note_changes(report.get("changes", []), index)
        facts["alone"] += 1
        return True

    def weigh(self, report):
        facts = self.site.facts
        if report.get("unpicklable") and not facts["unpicklable"]:
            facts["unpicklable"] = report["unpicklable"]
        sizes = report.get("sizes")
        if not sizes:
            return
        before = self.site.weighed
        for what in ("item", "result", "capture"):
            total = facts[what + "_bytes"] * before + sizes[what]
            facts[what + "_bytes"] = total / (before + 1)
        self.site.weighed = before + 1

    def note_changes(self, names, index):
        """State that the work leaves changed: a dependence, or only a cache."""
        known = {change["what"] for change in self.site.facts["changes"]}
        for name in names:
            if shown(name) in known or len(known) >= 5:
                continue
            report = self.ask("apart", [index], [name])
            place = report.get("writers", {}).get(name)
            self.site.facts["changes"].append(
                {"what": shown(name), "write": place, "iteration": index}
            )

    def not_comparable(self, report):
        """What a child did by something of this process, or what cannot be told
        from something else, is no test."""
        why = ""
        if "older" in report:
            why = "an iteration uses a connection that was open before the loop"
        elif "blind" in report and not self.site.spec["proven"]:
            why = "a result holds a `%s`, which cannot be compared" % report["blind"]
        if why:
            self.site.facts["skipped"] = why
        return bool(why)

    def order(self, indices):
        report = self.ask("apart", indices)
        if self.not_comparable(report):
            return False
        for at, index in enumerate(indices):
            got = report["outcomes"].get(index)
            if got is None or got == self.sequence["outcomes"].get(index):
                continue
            return self.differs(indices[: at + 1], index)
        return len(report["outcomes"]) == len(indices)

    # --- what a difference means

    def outcome(self, kind, indices, index):
        report = self.ask(kind, indices)
        return report["outcomes"].get(index)

    def differs(self, indices, index):
        """The work of `index`, run behind that of the others in `indices`, gave
        another result than in the loop."""
        again = self.ask("sequence", [])
        expected = self.sequence["outcomes"][index]
        same = again["outcomes"].get(index) == expected
        alone = self.outcome("apart", [index], index)
        same = same and alone == self.outcome("apart", [index], index)
        if not same:
            return self.conflict("unstable", index)
        # Told at once, as an explanation takes time; which it is worth.
        self.conflict("carried", index)
        self.probe.write()
        self.limit += self.probe.limits["seconds"]
        if alone != expected:
            if self.outcome("pair", [index], index) != alone:
                return self.conflict("carried", index)  # what stands before it
            return self.explain("pair", index, list(range(index)), alone)
        return self.explain("apart", index, indices[:-1], alone)

    def explain(self, kind, index, before, alone):
        """Which iteration of those before it the result depends on, and by which
        variable: the nearest one, or the first that makes the difference."""
        def depends(others):
            return self.outcome(kind, others + [index], index) not in (None, alone)

        if not before:
            return self.conflict("carried", index)
        other = before[-1]
        direct = depends([other])
        if not direct:
            without, count = 0, len(before)
            while count - without > 1:
                middle = (without + count) // 2
                if depends(before[:middle]):
                    count = middle
                else:
                    without = middle
            other = before[count - 1]
            direct = depends([other])
        if direct:
            return self.name_it(kind, other, index)
        return self.conflict("carried", index, other=other)

    def name_it(self, kind, other, index):
        fresh = self.ask("pair", [index], ANY)
        after = self.ask(kind, [other, index], ANY)
        before, state = fresh.get("state", {}), after.get("state", {})
        targets = set(self.site.spec["targets"])
        changed = [
            name
            for name in state
            if state[name] != before.get(name) and name not in targets
        ]
        fields = {name.partition(FIELD)[0] for name in changed if FIELD in name}
        watched = [name for name in changed if name not in fields][:8]
        report = self.ask(kind, [other, index], watched) if watched else {}
        writers = report.get("writers", {})
        precise, nearby = report.get("readers", {}), report.get("nearby", {})

        def doubt(name):
            state_of_process = " " in name
            return (
                name not in precise,
                name not in writers,
                not state_of_process,
                name not in nearby,
            )

        what = min(watched, key=doubt, default="")
        readers = {**nearby, **precise}
        if what not in readers and what not in writers:
            what = ""  # the trace did not come that far
        return self.conflict(
            "carried",
            index,
            what=shown(what),
            write=writers.get(what),
            read=readers.get(what),
            other=other,
        )

    def conflict(self, kind, index, what="", write=None, read=None, other=None):
        if kind == "unstable" and self.site.spec["proven"]:
            self.site.facts["skipped"] = "results differ from run to run"
            return False
        self.site.facts["conflict"] = {
            "kind": kind,
            "what": what,
            "write": write,
            "read": read,
            "iterations": [other if other is not None else index, index],
        }
        return False


class InChild(BaseException):
    """Unwinds to the loop in a child."""


def merged(text):
    """The lines of a child as one report; a line that was cut off is left out."""
    report = {"items": {}, "outcomes": {}, "seconds": {}}
    for line in text.split(b"\n"):
        try:
            part = json.loads(line)
        except ValueError:
            continue
        for name, value in part.items():
            if name not in ("items", "outcomes", "seconds"):
                report[name] = value
                continue
            report[name].update((int(key), one) for key, one in value.items())
    return report


def shown(name):
    """State of the process has a description instead of a name."""
    return name if not name or " " in name else "`%s`" % name.replace(FIELD, ".")


def sampled(outcomes):
    """All iterations, those that tell most first: a failing one, near, far."""
    indices = sorted(outcomes)
    failing = [k for k in indices if str(outcomes[k]).find("raise") >= 0][:1]
    ends = [indices[i] for i in (1, -1, 0) if len(indices) > abs(i)]
    rest = sorted(indices, key=lambda k: hashlib.md5(b"s%d" % k).digest())
    return list(dict.fromkeys(failing + ends + rest))


def length(iterator):
    """How many items are left, where asking runs no code of the program."""
    if type(iterator).__module__ != "builtins":
        return 0
    return operator.length_hint(iterator, 0)
