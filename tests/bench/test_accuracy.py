# SPDX-License-Identifier: Apache-2.0
"""bench/profilers/accuracy.py: what profilers wrote, and how it is scored."""
import json
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2] / "bench" / "profilers"
sys.path[:0] = [str(ROOT)]
sys.dont_write_bytecode = True

import accuracy
import adapters
from adapters import Frame, Profiler, Stack

WITH_STACKS = Profiler("any", "", None, None)
ONLY_LINES = Profiler("any", "", None, None, stacks=False)
TRUTH = {
    "file": "a.py",
    "lines": {"10": "left", "11": "right"},
    "seconds": {"left": 3.0, "right": 1.0},
    "waits": {},
    "edges": [["<module>", "main"], ["main", "one"], ["one", "leaf"]],
    "functions": {"<module>": [1, 99], "main": [9, 12], "one": [1, 3],
                  "leaf": [4, 6]},
}
PLAIN = {**TRUTH, "edges": []}


def stack(*frames, seconds=1.0, waits=None):
    return Stack([Frame("a.py", name, line) for name, line in frames], seconds,
                 waits)


MAIN = ("<module>", 20)


class Scores(unittest.TestCase):

    def test_a_share_is_of_the_timed_lines(self):
        stacks = [stack(MAIN, ("main", 10)), stack(MAIN, ("main", 11)),
                  stack(MAIN, seconds=98.0)]
        found = accuracy.score(WITH_STACKS, stacks, PLAIN)
        self.assertEqual(found["line"], {"left": 25.0, "right": 25.0})

    def test_a_line_of_another_file_is_not_timed(self):
        other = Stack([Frame("b.py", "main", 10)], 5.0)
        found = accuracy.score(
            WITH_STACKS, [other, stack(MAIN, ("main", 10), seconds=3.0),
                          stack(MAIN, ("main", 11))], PLAIN)
        self.assertEqual(found["line"], {"left": 0.0, "right": 0.0})

    def test_nothing_told_is_as_wrong_as_can_be(self):
        found = accuracy.score(WITH_STACKS, [], PLAIN)
        self.assertEqual(found["line"], {"left": 75.0, "right": 25.0})

    def test_a_call_that_the_program_does_not_make_is_wrong(self):
        right = stack(MAIN, ("main", 10), ("one", 2), ("leaf", 5))
        for wrong in (stack(MAIN, ("main", 10), ("leaf", 5)),
                      stack(("main", 10), ("one", 2)),
                      stack(MAIN, ("main", 10), ("one", 5)),
                      stack(MAIN, ("main", 10), ("none", 5))):
            found = accuracy.score(WITH_STACKS, [right, wrong], TRUTH)
            self.assertEqual(found["wrong"], 50.0, wrong)

    def test_chains_are_compared_as_distributions(self):
        stacks = [stack(MAIN, ("main", 10)), stack(MAIN, ("main", 11))]
        found = accuracy.score(WITH_STACKS, stacks, TRUTH)
        self.assertAlmostEqual(found["chains"], 0.25)
        self.assertNotIn("line", found)
        self.assertEqual(accuracy.score(ONLY_LINES, stacks, TRUTH), {})

    def test_waits_in_another_class(self):
        truth = {**PLAIN, "waits": {"left": {"disk": 2.0}}}
        stacks = [stack(MAIN, ("main", 10), waits={"disk": 1.5, "lock": 0.5}),
                  stack(MAIN, ("main", 11), waits={"lock": 7.0})]
        found = accuracy.score(WITH_STACKS, stacks, truth)
        self.assertEqual((found["confused"], found["missing"],
                          found["excess"]), (25.0, 25.0, 0.0))

    def test_more_waiting_than_there_was(self):
        truth = {**PLAIN, "waits": {"left": {"disk": 2.0},
                                    "right": {"sleep": 2.0}}}
        stacks = [stack(MAIN, ("main", 10), waits={"disk": 3.0}),
                  stack(MAIN, ("main", 11), waits={"sleep": 1.0})]
        found = accuracy.score(WITH_STACKS, stacks, truth)
        self.assertEqual((found["confused"], found["missing"],
                          found["excess"]), (0.0, 25.0, 25.0))

    def test_a_profiler_without_classes_has_no_confusion(self):
        truth = {**PLAIN, "waits": {"left": {"disk": 2.0}}}
        found = accuracy.score(WITH_STACKS, [stack(MAIN, ("main", 10))], truth)
        self.assertNotIn("confused", found)

    def test_summary(self):
        found = accuracy.summary([
            {"line": {"a": 1.0, "b": 2.0}, "wrong": 0.0}, {"wrong": 0.5},
            {"line": {"a": 9.0}}, {"failed": "no file"}])
        self.assertEqual(
            (found["line_median"], found["line_worst"], found["wrong"],
             found["chains"], found["failed"]), (2.0, 9.0, 0.5, None, 1))


class Files(unittest.TestCase):
    def read(self, reader, text):
        with tempfile.TemporaryDirectory() as room:
            path = pathlib.Path(room) / "profile"
            path.write_text(text)
            return reader(path)

    def test_collapsed(self):
        found = self.read(adapters.read_collapsed,
                          "process 7;f (/x/a b.py:3);g (b.py:9) 12\n")
        self.assertEqual(found, [Stack([Frame("a b.py", "f", 3),
                                        Frame("b.py", "g", 9)], 12.0)])

    def test_austin(self):
        found = self.read(adapters.read_austin,
                          "# mode: wall\n\nP1;T0:1;/x/a.py:f:3;b.py:g: 1200\n")
        self.assertEqual([one.frames[-1] for one in found],
                         [Frame("a.py", "f", 3)])

    def test_pyinstrument(self):
        found = self.read(adapters.read_pyinstrument, json.dumps(
            {"frame_records": [[["f\0/x/a.py\0001\1l3", "g\0a.py\0005"], 0.5]]}))
        self.assertEqual(found, [Stack([Frame("a.py", "f", 3)], 0.5)])

    def test_scalene(self):
        line = {"lineno": 3, "n_cpu_percent_python": 1.0,
                "n_cpu_percent_c": 2.0, "n_sys_percent": 3.0}
        found = self.read(adapters.read_scalene,
                          json.dumps({"files": {"/x/a.py": {"lines": [line]}}}))
        self.assertEqual(found, [Stack([Frame("a.py", "", 3)], 6.0)])


if __name__ == "__main__":
    unittest.main()
