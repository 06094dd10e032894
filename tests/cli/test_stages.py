# SPDX-License-Identifier: Apache-2.0
"""profile, advise and doctor alone."""
import json

import support

LOOP = """
    import sys


    def work(n):
        total = 0
        for k in range(n):
            total = (total * 31 + k) % 1000003
        return total


    results = []
    for n in range(60):
        results.append(work(200000))
    print(len(results), sys.argv[1:])
    """


class Profile(support.CliTest):
    def profile(self, *words, **kwargs):
        self.write("a.py", LOOP)
        return self.tool("profile", "--python", support.PYTHON, *words,
                         **kwargs)

    def test_the_program_runs_as_it_is(self):
        result = self.profile("a.py", "x")
        self.assertEqual(result.code, 0, result)
        self.assertIn("60 ['x']\n", result.out)
        self.assertIn("a.py:8", result.out)

    def test_data_on_stdout_is_only_data(self):
        result = self.profile("--json", "-", "a.py")
        self.assertEqual(result.code, 0, result)
        document = result.json()
        self.assertEqual(document["schema"], "pyprof-parallel/profile")
        lines = {(line["file"], line["line"])
                 for line in document["profile"]["lines"]}
        self.assertIn(("a.py", 8), lines)
        self.assertIn("60 []\n", result.err)

    def test_formats(self):
        result = self.profile("--format", "speedscope", "a.py")
        self.assertIn("speedscope", result.json()["$schema"])
        for name, head in (("pprof", b"\n"), ("html", b"<!DOCTYPE html>")):
            self.profile("--format", name, "--output", "out", "a.py")
            written = (self.dir / "out").read_bytes()
            self.assertTrue(written.startswith(head), name)
        result = self.profile("--format", "chrome", "a.py")
        self.assertIn("traceEvents", result.json())
        result = self.profile("--format", "collapsed", "--output", "folded",
                              "a.py")
        self.assertEqual(result.code, 0, result)
        self.assertRegex((self.dir / "folded").read_text(),
                         r"work \(a\.py:\d+\) \d+\n")

    def test_an_unknown_format(self):
        self.assert_error(self.profile("--format", "gif", "a.py"), 2, "gif")


class Advise(support.CliTest):
    def test_a_script_is_run_in_isolation(self):
        self.write("a.py", LOOP + "open('made', 'w').close()\n")
        result = self.tool("advise", "--python", support.PYTHON, "--json", "-",
                           "a.py")
        self.assertEqual(result.code, 0, result)
        spots = result.json()["hotspots"]
        self.assertTrue(spots)
        for spot in spots:
            self.assertIn(spot["decision"], ("candidate", "declined"))
        self.assertFalse((self.dir / "made").exists())

    def test_a_profile_is_enough(self):
        self.write("a.py", LOOP)
        made = self.tool("profile", "--python", support.PYTHON, "--json",
                         "p.json", "a.py")
        self.assertEqual(made.code, 0, made)
        result = self.tool("advise", "--json", "-", "p.json")
        self.assertEqual(result.code, 0, result)
        self.assertTrue(result.json()["hotspots"])

    def test_a_profile_that_is_none(self):
        self.write("p.json", json.dumps({"schema": "other"}))
        self.assert_error(self.tool("advise", "p.json"), 2)
        self.write("q.json", "{")
        self.assert_error(self.tool("advise", "q.json"), 2)


class Rewrite(support.CliTest):
    def test_the_patch_of_a_plan(self):
        self.write("a.py", LOOP.replace("60", "200"))
        made = self.tool("advise", "--python", support.PYTHON, "--json",
                         "plan.json", "a.py")
        self.assertEqual(made.code, 0, made)
        result = self.tool("rewrite", "--workers", "2", "--json", "patch.json",
                           "plan.json")
        self.assertEqual(result.code, 0, result)
        self.assertIn("neither verified nor measured", result.err)
        patched = self.tool("rewrite", "--workers", "2", "--patch", "a.diff",
                            "plan.json")
        self.assertEqual(patched.code, 0, patched)
        self.assertEqual((self.dir / "a.diff").read_text(), result.out)
        written = json.loads((self.dir / "patch.json").read_text())
        self.assertEqual(written["diff"], result.out)
        self.assertIn("ProcessPoolExecutor", result.out)
        self.write("a.py", "print()\n")
        self.assert_error(self.tool("rewrite", "plan.json"), 2, "a.py")

    def test_a_plan_that_is_none(self):
        self.write("p.json", json.dumps({"schema": "other"}))
        self.assert_error(self.tool("rewrite", "p.json"), 2, "plan")
        self.assert_error(self.tool("rewrite", "none.json"), 2, "none.json")


class Reports(support.CliTest):
    def test_a_run_is_shown_again_and_compared(self):
        self.write("a.py", LOOP)
        made = self.tool("run", "--python", support.PYTHON, "--json",
                         "run.json", "--html", "run.html", "--markdown",
                         "run.md", "a.py")
        self.assertEqual(made.code, 0, made)
        shown = self.tool("report", "run.json")
        self.assertEqual((shown.code, shown.out), (0, made.out), shown)
        again = self.tool("report", "run.json", "--html", "again.html",
                          "--markdown", "again.md")
        self.assertEqual((again.code, again.out), (0, ""), again)
        for kind in "html", "md":
            self.assertEqual((self.dir / f"again.{kind}").read_text(),
                             (self.dir / f"run.{kind}").read_text())

        base = json.loads((self.dir / "run.json").read_text())
        base["outcome"]["before_s"] = [0.01, 0.011]
        self.write("base.json", json.dumps(base))
        slower = self.tool("compare", "base.json", "run.json", "--json", "-",
                           "--fail-on-regression")
        self.assertEqual(slower.code, 1, slower)
        self.assertTrue(slower.json()["regression"])
        self.assertIn("slower", [change["id"]
                                 for change in slower.json()["changes"]])
        same = self.tool("compare", "run.json", "run.json",
                         "--fail-on-regression")
        self.assertEqual(same.code, 0, same)
        self.assertIn("no regression", same.out)

    def test_what_is_no_report(self):
        self.write("a.json", "{}")
        self.assert_error(self.tool("report", "a.json"), 2, "a.json")
        self.assert_error(self.tool("compare", "a.json", "b.json"), 2,
                          "a.json")


class Doctor(support.CliTest):
    def test_says_what_works(self):
        result = self.tool("doctor", "--python", support.PYTHON)
        self.assertEqual(result.code, 0, result)
        for part in ("cpus", "profiling", "pools", "isolation", "scratch"):
            self.assertIn(part, result.out)

    def test_json(self):
        result = self.tool("doctor", "--python", support.PYTHON, "--json", "-")
        ids = {finding["id"] for finding in result.json()["findings"]}
        self.assertIn("isolation", ids)

    def test_a_broken_python(self):
        result = self.tool("doctor", "--python", "/bin/true")
        self.assertEqual(result.code, 2, result)
        self.assertIn("/bin/true is not a Python", result.out)


if __name__ == "__main__":
    support.main()
