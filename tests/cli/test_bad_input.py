# SPDX-License-Identifier: Apache-2.0
"""Everything that can be wrong with what we are given: one clear message, the
right exit code, nothing left behind, the user's files as they were."""
import os
import stat
import unittest

import support

SPIN = "end = __import__('time').time() + {}\nwhile __import__('time').time() < end: pass\n"


class BadScript(support.CliTest):
    def run_tool(self, *words, **kwargs):
        return self.tool("run", "--python", support.PYTHON, *words, **kwargs)

    def test_missing(self):
        self.assert_error(self.run_tool("no.py"), 2, "no.py")

    def test_directory(self):
        (self.dir / "package").mkdir()
        self.assert_error(self.run_tool("package"), 2, "package",
                          "is a directory")

    def test_does_not_parse(self):
        self.write("a.py", "x = 1\nfor in range(3):\n    pass\n")
        result = self.run_tool("a.py")
        self.assert_error(result, 2, "a.py:2", "SyntaxError")

    def test_null_byte(self):
        (self.dir / "a.py").write_bytes(b"x = 1\0\n")
        self.assert_error(self.run_tool("a.py"), 2, "a.py")

    def test_not_text(self):
        (self.dir / "a.py").write_bytes(bytes(range(128, 256)))
        self.assert_error(self.run_tool("a.py"), 2, "a.py")

    def test_unknown_module(self):
        self.assert_error(self.run_tool("-m", "no_such_module"), 2,
                          "no_such_module")

    def test_unreadable(self):
        path = self.write("a.py", "print(1)\n")
        path.chmod(0)
        for folder in (self.root, self.dir):
            folder.chmod(0o755)
        self.tmp.chmod(0o777)
        result = self.run_tool("a.py", preexec_fn=support.as_nobody)
        self.assert_error(result, 2, "a.py", "ermission denied")
        path.chmod(0o644)

    def test_empty(self):
        self.write("a.py", "")
        report = self.run_json("a.py")
        self.assertEqual(report["outcome"]["status"], "nothing-hot")


class BadPython(support.CliTest):
    def run_with(self, python):
        self.write("a.py", "print(1)\n")
        return self.tool("run", "--python", python, "a.py")

    def test_not_python(self):
        self.assert_error(self.run_with("/bin/true"), 2, "/bin/true",
                          "not a Python")

    def test_missing(self):
        self.assert_error(self.run_with("/nonexistent/python3"), 2,
                          "/nonexistent/python3")

    def test_not_executable(self):
        path = self.write("python", "hello\n")
        self.assert_error(self.run_with(path), 2, str(path))

    def test_other_implementation(self):
        path = self.write("pypy", "#!/bin/sh\n"
                          "printf 'python\\npypy\\n3.10.1\\n/usr/bin/pypy\\n'\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        self.assert_error(self.run_with(path), 2, "pypy")

    def old(self, minor):
        python = support.python_of(minor)
        if python is None:
            self.skipTest(f"no Python {minor} here")
        self.assert_error(self.run_with(python), 2, minor, "too old")

    def test_too_old_3_7(self):
        self.old("3.7")

    def test_too_old_2_7(self):
        self.old("2.7")

    def test_empty_virtual_environment(self):
        self.write("a.py", "print(1)\n")
        result = self.tool("run", "a.py",
                           env={"VIRTUAL_ENV": str(self.root / "gone")})
        self.assert_error(result, 2, "gone/bin/python")


class BadProgram(support.CliTest):
    """Programs that misbehave while they run."""

    def setUp(self):
        super().setUp()
        self.data = self.write("data.txt", "as it was\n")

    def run_program(self, text, *options, **kwargs):
        path = self.write("a.py", text)
        before = sorted(os.listdir(self.dir))
        result = self.tool("run", "--python", support.PYTHON, *options, "a.py",
                           **kwargs)
        left = [name for name in sorted(os.listdir(self.dir))
                if name != "a.py.parallel.diff"]
        self.assertEqual(left, before)
        self.assertEqual(self.data.read_text(), "as it was\n")
        self.assertTrue(path.exists())
        return result

    def test_crashes_by_signal(self):
        result = self.run_program("import os, signal\n" + SPIN.format(0.1) +
                                  "os.kill(os.getpid(), signal.SIGSEGV)\n")
        self.assert_error(result, 4, "SIGSEGV")

    def test_a_crash_still_gives_the_report(self):
        self.write("a.py", "import os\nos.abort()\n")
        result = self.tool("run", "--python", support.PYTHON, "--json", "-",
                           "a.py")
        self.assertEqual(result.code, 4, result)
        self.assertEqual(result.json()["outcome"]["status"], "target-failed")

    def test_an_exit_status_is_no_failure(self):
        result = self.run_program("import sys\nsys.exit(3)\n")
        self.assertEqual(result.code, 0, result)

    def test_an_uncaught_exception_is_no_failure(self):
        result = self.run_program("raise ValueError('as ever')\n")
        self.assertEqual(result.code, 0, result)

    def test_hangs(self):
        result = self.run_program("while True: pass\n", "--timeout", "1")
        self.assert_error(result, 4, "did not end")

    def test_ignores_signals(self):
        result = self.run_program("""
            import signal
            for number in range(1, 32):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            while True:
                pass
            """, "--timeout", "1")
        self.assert_error(result, 4, "did not end")

    def test_forks_and_leaves_a_child(self):
        result = self.run_program("""
            import os, time
            if os.fork() == 0:
                time.sleep(300)
            print("parent done")
            """)
        self.assertIn(result.code, (0, 4), result)

    def test_daemonizes(self):
        result = self.run_program("""
            import os, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    for fd in (0, 1, 2):
                        os.close(fd)
                    time.sleep(300)
                os._exit(0)
            os.wait()
            """)
        self.assertIn(result.code, (0, 4), result)

    def test_needs_a_terminal(self):
        result = self.run_program("""
            with open("/dev/tty") as terminal:
                print(terminal.readline())
            """)
        self.assertEqual(result.code, 0, result)

    def test_needs_stdin_and_gets_none(self):
        result = self.run_program("print(input('name? '))\n")
        self.assertEqual(result.code, 0, result)

    def test_prints_without_end(self):
        result = self.run_program("""
            block = "x" * 1_000_000 + "\\n"
            while True:
                print(block)
            """, "--timeout", "60")
        self.assertIn(result.code, (0, 4), result)
        self.assertIn("too much", result.out + result.err)

    def test_deletes_its_own_directory(self):
        result = self.run_program("""
            import os, shutil
            shutil.rmtree(os.getcwd(), ignore_errors=True)
            """)
        self.assertIn(result.code, (0, 4), result)

    def test_overwrites_its_data(self):
        result = self.run_program("""
            with open("data.txt", "w") as out:
                out.write("changed")
            with open("new.txt", "w") as out:
                out.write("new")
            """)
        self.assertEqual(result.code, 0, result)

    def test_rewrites_itself(self):
        self.run_program("""
            with open(__file__, "w") as out:
                out.write("gone")
            """)
        self.assertNotIn("gone", (self.dir / "a.py").read_text()[:10])

    def test_memory_that_may_not_be_read(self):
        if os.geteuid() == 0:
            self.skipTest("root may read everything")
        result = self.run_program("""
            import ctypes, time
            ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
            time.sleep(0.5)
            """)
        # What was opened when the program started may stay readable.
        self.assertTrue(result.code == 0 or "permi" in result.err, result)


class NoDirectory(support.CliTest):
    def test_the_working_directory_is_gone(self):
        gone = self.root / "gone"
        gone.mkdir()
        self.dir = gone
        self.write("a.py", "print(1)\n")

        def remove():
            os.unlink("a.py")
            os.rmdir(gone)

        result = self.tool("run", "a.py", preexec_fn=remove)
        self.assert_error(result, 2)


if __name__ == "__main__":
    support.main()
