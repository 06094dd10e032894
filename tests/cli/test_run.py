# SPDX-License-Identifier: Apache-2.0
"""The main job on small programs. Only programs that wait are expected to
become faster, with all the time that a busy machine may need for reruns."""
import shutil
import subprocess
import unittest

import support

WAITS = """
    import sys
    import time


    def answer(number):
        time.sleep(0.025)
        return number * number


    def main():
        results = []
        for number in range(20):
            results.append(answer(number))
        print(results, sys.argv[1:])


    if __name__ == "__main__":
        main()
    """


PRINTS = """
    import time

    print("answers")


    def answer(number):
        time.sleep(0.1)
        print("asked", number)
        return number * number


    results = []
    for number in range(20):
        results.append(answer(number))
    print(results)
    """


PATIENCE = ("--budget", "600")


class Run(support.CliTest):
    def test_a_program_that_waits_becomes_faster(self):
        script = self.write("waits.py", WAITS)
        before = script.read_text()
        report = self.run_json(*PATIENCE, "--patch", "out.diff", "waits.py")
        outcome = report["outcome"]
        self.assertEqual(outcome["status"], "faster", report)
        self.assertEqual(outcome["strategy"], "thread-pool")
        self.assertGreater(outcome["speedup"]["ci95"][0], 1.05)
        self.assertGreater(outcome["predicted_speedup"], 1.1)
        for check in outcome["checks"]:
            self.assertEqual(check["result"], "identical", check)
        for item in outcome["verification"]:
            self.assertEqual(item["result"], "pass", item)
        hot = report["hotspots"][0]
        self.assertEqual(hot["decision"], "candidate")
        self.assertEqual(hot["class"], "io-sleep")
        self.assertEqual(hot["entries"], 1)
        self.assertAlmostEqual(hot["iterations"], 20, delta=3)
        self.assertEqual(script.read_text(), before)
        self.assertEqual((self.dir / "out.diff").read_text(),
                         outcome["patch"])

    def test_workers_that_import_the_script_again(self):
        self.write("prints.py", PRINTS)
        report = self.run_json(*PATIENCE, "--start-method", "spawn",
                               "prints.py")
        # Two processes that start a Python each may gain nothing here.
        proposal = report["hotspots"][0]["proposals"][0]
        self.assertEqual(proposal["strategy"], "process-pool")
        self.assertIn(proposal["result"], ("accepted", "slower"), report)
        outcome = report["outcome"]
        self.assertEqual(outcome["status"] == "faster",
                         proposal["result"] == "accepted", report)
        if proposal["result"] == "accepted":
            self.assertIn('get_context("spawn")', outcome["patch"])
            self.assertIn('+if __name__ == "__main__":\n'
                          '+    print("answers")\n', outcome["patch"])

    @unittest.skipUnless(shutil.which("patch"), "no patch here")
    def test_the_patch_applies(self):
        self.write("waits.py", WAITS)
        self.run_json(*PATIENCE, "--patch", "out.diff", "waits.py")
        with open(self.dir / "out.diff") as patch:
            subprocess.run(["patch", "-p1"], stdin=patch, cwd=self.dir,
                           check=True, capture_output=True)
        done = subprocess.run([support.PYTHON, "waits.py", "a b"],
                              cwd=self.dir, capture_output=True, text=True)
        self.assertIn("361] ['a b']\n", done.stdout)

    def test_in_place_changes_the_source(self):
        script = self.write("waits.py", WAITS)
        before = script.read_text()
        result = self.tool("run", "--python", support.PYTHON, "--in-place",
                           *PATIENCE, "waits.py")
        self.assertEqual(result.code, 0, result)
        self.assertNotEqual(script.read_text(), before)
        self.assertEqual([p.name for p in self.dir.iterdir()], ["waits.py"])

    def test_the_default_patch_file_is_named(self):
        self.write("sub/waits.py", WAITS)
        result = self.tool("run", "--python", support.PYTHON, *PATIENCE,
                           "sub/waits.py")
        self.assertEqual(result.code, 0, result)
        self.assertIn("patch -p1 < waits.py.parallel.diff", result.out)
        patch = (self.dir / "waits.py.parallel.diff").read_text()
        self.assertIn("--- a/sub/waits.py", patch)
        self.assertNotIn("\033", result.out)

    def test_what_takes_too_much_memory_is_not_offered(self):
        # Every worker fills a table of its own, as each item has one.
        self.write("tables.py", """
            import time


            def longest_gap(seed):
                table = bytearray(b"x") * 30_000_000
                time.sleep(0.25)
                return len(table) + seed


            gaps = []
            for seed in range(8):
                gaps.append(longest_gap(seed))
            print(gaps)
            """)
        options = (*PATIENCE, "--strategy", "thread-pool", "tables.py")
        report = self.run_json("--max-memory-growth", "3", *options)
        self.assertEqual(report["outcome"]["status"], "no-gain", report)
        self.assertEqual(report["outcome"]["patch"], "")
        proposal = report["hotspots"][0]["proposals"][0]
        self.assertEqual(proposal["result"], "too-large", report)
        self.assertRegex(proposal["why"],
                         r"takes \d+ MiB .* original \d+ MiB; \d+ MiB are "
                         r"allowed \(--max-memory-growth\)")
        self.assertIn(proposal["why"], report["outcome"]["why"])
        report = self.run_json("--max-memory-growth", "100", *options)
        self.assertEqual(report["outcome"]["status"], "faster", report)
        memory = report["outcome"]["peak_memory_bytes"]
        # A sampled peak: on a busy machine not all of them are seen at once.
        self.assertGreater(memory["after"], 2 * memory["before"])
        self.assertLess(memory["before"], 100e6)
        self.assertIn("memory-bounded",
                      [x["id"] for x in report["outcome"]["verification"]])

    def test_arguments_are_passed_untouched(self):
        self.write("waits.py", WAITS)
        report = self.run_json("waits.py", "--json", "-x", "--", "")
        self.assertEqual(report["target"]["command"],
                         ["waits.py", "--json", "-x", "--", ""])

    def test_stdin_is_replayed_to_every_run(self):
        self.write("sum.py", """
            import sys
            import time

            def slow(line):
                time.sleep(0.1)
                return int(line)

            values = []
            for line in sys.stdin.read().split():
                values.append(slow(line))
            print(sum(values))
            """)
        report = self.run_json("sum.py", input="1\n2\n3\n4\n5\n6\n7\n8\n")
        self.assertNotEqual(report["outcome"]["status"], "unverifiable",
                            report)
        self.assertGreater(report["hotspots"][0]["share"], 0.5)

    def test_a_module(self):
        self.write("package/__init__.py", "")
        self.write("package/tool.py", WAITS)
        report = self.run_json("-m", "package.tool", "x")
        self.assertEqual(report["target"]["command"],
                         ["-m", "package.tool", "x"])
        self.assertEqual(report["hotspots"][0]["file"], "package/tool.py")

    def test_the_gate(self):
        self.write("a.py", "print(1)\n")
        result = self.tool("run", "--python", support.PYTHON, "--min-speedup",
                           "1.5", "a.py")
        self.assertEqual(result.code, 1, result)

    def test_random_output_cannot_be_verified(self):
        self.write("a.py", "import random, time\ntime.sleep(0.2)\n"
                           "print(random.random())\n")
        report = self.run_json("a.py")
        self.assertIn(report["outcome"]["status"],
                      ("unverifiable", "nothing-hot"))
        self.assertEqual(report["outcome"]["patch"], "")

    def test_a_carried_dependence_is_declined_with_lines(self):
        self.write("a.py", """
            def step(value):
                for k in range(20000):
                    value = value[1:] + value[:1]
                return value

            value = "a text that turns, a character at a time"
            for _ in range(100):
                value = step(value)
            print(value)
            """)
        report = self.run_json("a.py")
        self.assertEqual(report["outcome"]["status"], "declined", report)
        for hot in report["hotspots"]:
            self.assertEqual(hot["decision"], "declined")
            self.assertTrue(hot["reasons"])
            self.assertTrue(hot["reasons"][0]["message"])

    def test_all_reports(self):
        self.write("waits.py", WAITS)
        result = self.tool("run", "--python", support.PYTHON, "--html", "r.html",
                           "--markdown", "r.md", "--json", "r.json", "waits.py")
        self.assertEqual(result.code, 0, result)
        self.assertTrue((self.dir / "r.html").read_text()
                        .startswith("<!doctype html>"))
        self.assertTrue((self.dir / "r.md").read_text()
                        .startswith("# `waits.py`"))
        self.assertFalse((self.dir / "waits.py.parallel.diff").exists())


class Verify(support.CliTest):
    def verify(self, before, after, *more):
        self.write("before.py", before)
        self.write("after.py", after)
        return self.tool("verify", "--python", support.PYTHON, "--json", "-",
                         "before.py", "after.py", *more)

    def test_other_last_digits_are_told_and_only_taken_if_asked_for(self):
        self.write("before.py", "print('mean', 0.1 + 0.2, 7)\n")
        for after, taken in (("print('mean', 0.3, 7)\n", True),
                             ("print('mean', 0.31, 7)\n", False),
                             ("print('mean', 0.3, 8)\n", False)):
            self.write("after.py", after)
            words = ("verify", "--python", support.PYTHON, "--json", "-")
            exact = self.tool(*words, "before.py", "after.py")
            self.assertEqual(exact.code, 3, exact)
            near = self.tool(*words, "--tolerance", "1e-9", "before.py", "after.py")
            self.assertEqual(near.code, 0 if taken else 3, near)
            checks = {check["id"]: check for check in near.json()["outcome"]["checks"]}
            self.assertEqual(checks["stdout"]["result"], "masked" if taken else "differs")
            if taken:
                self.assertIn("0.30000000000000004 7' and 'mean 0.3 7', within the "
                              "tolerance of 1e-09", checks["stdout"]["detail"])
        self.assert_error(self.tool("verify", "--tolerance", "2", "before.py", "after.py"), 2, "--tolerance")

    def test_the_same(self):
        result = self.verify("print('a')\n", "print('a')  # same\n")
        self.assertEqual(result.code, 0, result)
        self.assertIn("outcome", result.json())

    def test_different_output(self):
        result = self.verify("print('a')\n", "print('b')\n")
        self.assertEqual(result.code, 3, result)
        results = {check["id"]: check["result"]
                   for check in result.json()["outcome"]["checks"]}
        self.assertEqual(results["stdout"], "differs")

    def test_different_files(self):
        result = self.verify("open('x', 'w').write('1')\n",
                             "open('x', 'w').write('2')\n")
        self.assertEqual(result.code, 3, result)
        self.assertFalse((self.dir / "x").exists())

    def test_different_exit_status(self):
        result = self.verify("raise SystemExit(1)\n", "raise SystemExit(2)\n")
        self.assertEqual(result.code, 3, result)

    def test_arguments_reach_both(self):
        result = self.verify("import sys\nprint(sys.argv[1:])\n",
                             "import sys\nprint(['--x', '1'])\n",
                             "--", "--x", "1")
        self.assertEqual(result.code, 0, result)

    def test_a_crash_of_the_original(self):
        result = self.verify("import os\nos.abort()\n", "print()\n")
        self.assertEqual(result.code, 4, result)

    def test_a_missing_file(self):
        self.write("before.py", "print()\n")
        self.assert_error(self.tool("verify", "before.py", "no.py"), 2, "no.py")


if __name__ == "__main__":
    support.main()
