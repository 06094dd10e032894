# SPDX-License-Identifier: Apache-2.0
"""profile of programs that run already, for a while, and interrupted."""
import json
import os
import pathlib
import pstats
import signal
import subprocess
import time

import support

SERVER = """
    import time


    def serve():
        while True:
            total = 0
            for k in range(2000):
                total += k


    open("ready", "w").close()
    serve()
    """
SERVE = 6  # the first line of the loop
POLITE = """
    import time


    def work():
        end = time.monotonic() + 100
        while time.monotonic() < end:
            pass


    open("ready", "w").close()
    try:
        work()
    except KeyboardInterrupt:
        print("saved", flush=True)
    """


class Attach(support.CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.py", SERVER)

    def server(self, *words, text=SERVER, **kwargs):
        self.write("a.py", text)
        process = subprocess.Popen(
            [*(words or (support.PYTHON, "a.py"))], cwd=self.dir,
            env=self.environment(), stdin=subprocess.DEVNULL, **kwargs)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def serving(self, **kwargs):
        process = self.server(**kwargs)
        self.assertTrue(support.wait_until((self.dir / "ready").exists))
        return process

    def test_for_a_while(self):
        process = self.serving()
        result = self.tool("profile", "--pid", process.pid, "--duration", 0.5,
                           "--json", "-")
        self.assertEqual(result.code, 0, result)
        self.assertIn("watched", result.err)
        profile = result.json()["profile"]
        self.assertEqual(profile["command"], ["a.py"])
        self.assertFalse(profile["whole"])
        self.assertTrue(any(line["file"] == "a.py" and line["line"] >= SERVE
                            for line in profile["lines"]), profile["lines"])
        self.assertIsNone(process.poll())

    def test_children(self):
        self.write("parent.py", """
            import subprocess, sys, time
            if len(sys.argv) > 1:
                end = time.monotonic() + 0.3
                while time.monotonic() < end:
                    pass
            else:
                subprocess.run([sys.executable, __file__, "child"])
            """)
        for option, count in (([], 1), (["--no-children"], 0)):
            done = self.tool("profile", *option, "--json", "p.json",
                             "parent.py")
            self.assertEqual(done.code, 0, done)
            profile = json.loads((self.dir / "p.json").read_text())["profile"]
            self.assertEqual(len(profile["processes"]), count, done)
            self.assertEqual("Processes below it" in done.out, count == 1, done)
            for child in profile["processes"]:
                self.assertEqual(child["parent"], profile["pid"])
                self.assertIn(f"{child['pid']} (", done.out)

    def test_until_it_ends(self):
        process = self.serving()
        watching = self.start("profile", "--pid", process.pid, "--json",
                              "p.json")
        time.sleep(0.5)
        process.kill()
        out, err = watching.communicate(timeout=60)
        self.assertEqual(watching.returncode, 0, err)
        profile = json.loads((self.dir / "p.json").read_text())["profile"]
        self.assertGreater(profile["samples"], 0)

    def test_an_interrupt_ends_the_watching_alone(self):
        process = self.serving()
        for number in (signal.SIGINT, signal.SIGTERM):
            watching = self.start("profile", "--pid", process.pid,
                                  "--json", "p.json",
                                  preexec_fn=support.plain_signals)
            time.sleep(0.5)
            watching.send_signal(number)
            out, err = watching.communicate(timeout=60)
            self.assertEqual(watching.returncode, 0, err)
            self.assertIn(b"a.py:", out)
            profile = json.loads((self.dir / "p.json").read_text())["profile"]
            self.assertGreater(profile["samples"], 0)
            self.assertIsNone(process.poll())

    def test_what_cannot_be_watched(self):
        other = self.server("sleep", "100")
        self.assert_error(self.tool("profile", "--pid", other.pid), 2,
                          f"pid {other.pid}", "is not a Python interpreter")
        other.kill()
        self.assertTrue(support.wait_until(lambda: " Z " in pathlib.Path(
            f"/proc/{other.pid}/stat").read_text()))
        self.assert_error(self.tool("profile", "--pid", other.pid), 2,
                          "has ended already")
        other.wait()
        self.assert_error(self.tool("profile", "--pid", other.pid), 2,
                          f"there is no process with pid {other.pid}")
        for wrong in ("0", "-5", "a.py"):
            result = self.tool("profile", "--pid", wrong)
            self.assertEqual(result.code, 2, result)

    def test_no_permission(self):
        if os.geteuid() != 0:
            self.skipTest("needs two users")
        process = self.serving()
        result = self.tool("profile", "--pid", process.pid,
                           preexec_fn=support.as_nobody)
        self.assert_error(result, 2, f"memory of pid {process.pid}")
        self.assertIn("another user's", result.err)

    def test_native_functions(self):
        self.write("native.py", """
            import zlib, time
            data = bytes(range(256)) * 4000
            end = time.perf_counter() + 1
            while time.perf_counter() < end:
                zlib.compress(data)
            """)
        plain = self.tool("profile", "--json", "-", "native.py")
        self.assertNotIn("native", plain.json()["profile"])
        for name in ("", "tmp", "work"):
            (self.dir.parent / name).chmod(0o777)
        for user in (None, support.as_nobody if os.geteuid() == 0 else None):
            result = self.tool("profile", "--native", "--json", "-",
                               "native.py", preexec_fn=user)
            self.assertEqual(result.code, 0, result)
            self.assertIn("native stacks", result.err)
            native = result.json()["profile"]["native"]
            if native["refused"]:
                self.assertIn(native["refused"], result.err)
                continue
            taken = sum(native[kind] for kind in (
                "joined", "no_room", "far", "not_unwound", "no_line"))
            self.assertGreater(taken, 0)
            self.assertEqual(native["joined"], sum(
                stack["samples"] for stack in native["stacks"]))

    def test_native_functions_for_other_tools(self):
        self.write("native.py", """
            import zlib, time
            data = bytes(range(256)) * 4000
            def work():
                return zlib.compress(data)
            end = time.perf_counter() + 1
            while time.perf_counter() < end:
                work()
            """)
        result = self.tool("profile", "--native", "--json", "p.json",
                           "--format", "collapsed", "native.py")
        self.assertEqual(result.code, 0, result)
        profile = json.loads((self.dir / "p.json").read_text())["profile"]
        whole = sum(stack["wall_s"] for stack in profile["stacks"])
        lines = [line.rpartition(" ") for line in result.out.splitlines()]
        self.assertAlmostEqual(sum(int(line[2]) for line in lines) * 1e-6,
                               whole, 2)
        native = profile["native"]
        if native["refused"] or not any(
                function["name"] == "deflate"
                for function in native["functions"]):
            self.skipTest("no native stacks here")
        inside = [line for line in lines if ";deflate (libz" in line[0]]
        self.assertTrue(inside)
        for stack, _, _ in inside:
            caller = stack.partition(";deflate (libz")[0].split(";")
            python = [frame for frame in caller if ".py:" in frame]
            self.assertEqual(python[-1], "work (native.py:5)")

    def test_beside_a_script(self):
        for more in (("a.py",), ("-m", "this"), ("--", "a.py")):
            self.assert_error(self.tool("profile", "--pid", "1", *more), 2,
                              "--pid names the program")
        for option in ("--python", "--timeout"):
            self.assert_error(
                self.tool("profile", option, "3", "--pid", "1"), 2, option)

    def test_what_pyproject_says_of_scripts_is_for_scripts(self):
        self.write("pyproject.toml", """
            [tool.pyprof-parallel]
            python = "/nonexistent/python"
            timeout = 5
            """)
        process = self.serving()
        result = self.tool("profile", "--duration=0.2", "--pid",
                           process.pid)
        self.assertEqual(result.code, 0, result)


class Interrupted(support.CliTest):
    def interrupted(self, text, *signals):
        self.write("a.py", text)
        (self.dir / "ready").unlink(missing_ok=True)
        process = self.start("profile", "--python", support.PYTHON, "--json",
                             "p.json", "a.py",
                             preexec_fn=support.plain_signals)
        self.assertTrue(support.wait_until((self.dir / "ready").exists))
        time.sleep(0.3)
        for number in signals:
            process.send_signal(number)
            time.sleep(0.3)
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, err)
        profile = json.loads((self.dir / "p.json").read_text())["profile"]
        self.assertGreater(profile["samples"], 0)
        self.assertIn(b"a.py:", out)
        return out, err

    def test_the_program_is_interrupted_as_without_us(self):
        out, err = self.interrupted(POLITE, signal.SIGINT)
        self.assertIn(b"saved\n", out)
        out, err = self.interrupted(SERVER, signal.SIGINT)
        self.assertIn(b"KeyboardInterrupt", err)
        self.interrupted(SERVER, signal.SIGTERM)

    def test_the_second_ends_it(self):
        self.interrupted("import signal\n"
                         "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
                         "open('ready', 'w').close()\n"
                         "while True: pass\n", signal.SIGINT, signal.SIGINT)


class Duration(support.CliTest):
    def test_the_program_goes_on(self):
        self.write("a.py", """
            import os, sys, time
            end = time.monotonic() + 60
            while not os.path.exists("p.json"):
                if time.monotonic() > end:
                    sys.exit("there is no profile yet")
            print("done")
            """)
        result = self.tool("profile", "--python", support.PYTHON,
                           "--duration", "0.4", "--json", "p.json", "a.py")
        self.assertEqual(result.code, 0, result)
        self.assertIn("done\n", result.out)
        profile = json.loads((self.dir / "p.json").read_text())["profile"]
        self.assertFalse(profile["whole"])


class Diff(support.CliTest):
    def profile(self, name, *words):
        made = self.tool("profile", "--python", support.PYTHON, "--json", name,
                         "a.py", *words)
        self.assertEqual(made.code, 0, made)

    def test_a_line_that_became_slower(self):
        script = """
            import sys
            {}

            def work(n):
                for _ in range(n):
                    sum(range(2000))


            def rest():
                for _ in range(8000):
                    sum(range(2000))


            work(int(sys.argv[1]))
            rest()
            """
        self.write("a.py", script.format(""))
        self.profile("base.json", "4000")
        self.write("a.py", script.format("import os\n"))
        self.profile("head.json", "16000")
        result = self.tool("profile", "--diff", "base.json", "head.json",
                           "--json", "diff.json")
        self.assertEqual(result.code, 0, result)
        self.assertRegex(result.out, r"a\.py:8 \(was :7\)  work: ")
        diff = json.loads((self.dir / "diff.json").read_text())
        self.assertEqual(diff["schema"], "pyprof-parallel/profile-diff")
        line = diff["lines"][0]
        self.assertEqual((line["result"], line["function"]),
                         ("slower", "work"))
        self.assertGreater(line["bounds"][0], 0)
        same = self.tool("profile", "--diff", "base.json", "base.json")
        self.assertEqual(same.code, 0, same)
        self.assertIn("no line became slower", same.out)

    def test_what_is_no_profile(self):
        self.write("a.json", "{}")
        self.assert_error(self.tool("profile", "--diff", "a.json", "a.json"),
                          2, "a.json")
        self.assert_error(self.tool("profile", "--diff", "none.json", "a.json"),
                          2, "none.json")
        self.assert_error(self.tool("profile", "--diff", "a.json"), 2)
        self.assert_error(
            self.tool("profile", "--diff", "a.json", "a.json", "a.py"), 2,
            "--diff runs nothing")


class Pstats(support.CliTest):
    SCRIPT = """
        def inner(n):
            return sum(k * k for k in range(n))


        def outer():
            for _ in range(3000):
                inner(3000)


        def deep(n):
            return deep(n - 1) if n else outer()


        deep(5)
        """
    READ = """
        import pstats, sys
        stats = pstats.Stats(sys.argv[1]).strip_dirs()
        stats.sort_stats("cumulative").print_stats(5)
        stats.print_callers("inner")
        stats.print_callees("outer")
        stats.add(sys.argv[1])
        """

    def test_the_real_reader(self):
        self.write("a.py", self.SCRIPT)
        self.write("read.py", self.READ)
        made = self.tool("profile", "--python", support.PYTHON, "--format",
                         "pstats", "--output", "a.prof", "--json", "a.json",
                         "a.py")
        self.assertEqual(made.code, 0, made)
        pythons = filter(None, map(support.python_of,
                                   ("3.8", "3.11", "3.13", "3.14")))
        for python in {support.PYTHON, *pythons}:
            read = subprocess.run([python, "read.py", "a.prof"], cwd=self.dir,
                                  text=True, capture_output=True)
            self.assertEqual(read.returncode, 0, read.stderr)
            self.assertRegex(read.stdout, r"a\.py:6\(outer\)")
            self.assertIn("primitive calls", read.stdout)
        self.check(pstats.Stats(str(self.dir / "a.prof")),
                   json.loads((self.dir / "a.json").read_text())["profile"])

    def check(self, stats, profile):
        """The sums are those of the profile, whatever the functions."""
        wall = sum(stack["wall_s"] for stack in profile["stacks"]
                   if stack["frames"])
        samples = sum(stack["samples"] for stack in profile["stacks"]
                      if stack["frames"])
        self.assertAlmostEqual(stats.total_tt, wall, 6)
        self.assertEqual(stats.prim_calls, samples)
        by_name = {name.rsplit(".")[-1]: (row, where)
                   for (where, _, name), row in stats.stats.items()
                   if where == "a.py"}
        row, where = by_name["deep"]
        # However deep, it counts once.
        self.assertLessEqual(row[3], wall + 1e-6)
        self.assertLessEqual(row[0], row[1])
        callers = {name: times for (_, _, name), times in row[4].items()}
        self.assertEqual(set(callers), {"<module>", "deep"})
        self.assertAlmostEqual(callers["<module>"][3], row[3], 2)


class Formats(support.CliTest):
    """What the readers of these files ask for, as their schemas have it."""
    SCRIPT = """
        import threading, time

        def nap():
            for _ in range(20):
                time.sleep(0.01)

        def spin():
            end = time.monotonic() + 0.1
            while time.monotonic() < end:
                sum(range(500))

        thread = threading.Thread(target=nap)
        thread.start()
        spin()
        thread.join()
        """

    def exported(self, name):
        self.write("a.py", self.SCRIPT)
        result = self.tool("profile", "--python", support.PYTHON, "--format",
                           name, "a.py")
        self.assertEqual(result.code, 0, result)
        return result.json()

    def test_speedscope(self):
        """https://www.speedscope.app/file-format-schema.json"""
        file = self.exported("speedscope")
        frames = file["shared"]["frames"]
        for frame in frames:
            self.assertIsInstance(frame["name"], str)
            self.assertLessEqual(set(frame), {"name", "file", "line", "col"})
        self.assertLessEqual(set(file), {
            "$schema", "shared", "profiles", "name", "activeProfileIndex",
            "exporter"})
        self.assertEqual(len(file["profiles"]), 2)
        for profile in file["profiles"]:
            self.assertEqual(set(profile), {
                "type", "name", "unit", "startValue", "endValue", "samples",
                "weights"})
            self.assertEqual((profile["type"], profile["unit"]),
                             ("sampled", "seconds"))
            self.assertEqual(len(profile["samples"]), len(profile["weights"]))
            self.assertAlmostEqual(
                profile["endValue"] - profile["startValue"],
                sum(profile["weights"]), 6)
            for stack in profile["samples"]:
                self.assertTrue(all(0 <= frame < len(frames)
                                    for frame in stack))

    def test_chrome(self):
        """Trace Event Format: on a track, events nest or stand apart."""
        tracks, named, waits = {}, set(), {}
        for event in self.exported("chrome")["traceEvents"]:
            track = event["pid"], event["tid"]
            if event["ph"] == "M":
                self.assertIsInstance(event["args"]["name"], str)
                named.add(track)
                continue
            self.assertEqual(event["ph"], "X")
            self.assertGreaterEqual(event["dur"], 0)
            tracks.setdefault(track, []).append(
                (event["ts"], -event["ts"] - event["dur"]))
            if event["pid"] == 2:
                waits[event["name"]] = (waits.get(event["name"], 0) +
                                        event["dur"])
        self.assertLessEqual(set(tracks), named)
        self.assertEqual(len({tid for pid, tid in tracks if pid == 2}), 2)
        self.assertGreater(waits["sleep"], 50_000)
        for track, events in tracks.items():
            open_ends = []
            for begin, minus_end in sorted(events):
                while open_ends and open_ends[-1] <= begin + 1e-3:
                    open_ends.pop()
                if open_ends:
                    self.assertEqual(track[0], 1, "waits overlap")
                    self.assertLessEqual(-minus_end, open_ends[-1] + 1e-3)
                open_ends.append(-minus_end)


if __name__ == "__main__":
    support.main()
