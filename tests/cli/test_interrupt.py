# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C at any moment: everything started is gone, nothing is left, 130.

Of profile, which passes it on to the program: test_profile.py."""
import os
import signal
import stat
import time

import support

SPIN = "while True: pass\n"
# The loop is a candidate.
POOL = """
    def work(number):
        total = 0
        for i in range(%d):
            total += i * number %% 7
        return total


    def main():
        results = []
        for number in range(8):
            results.append(work(number))
        print(results)


    if __name__ == "__main__":
        main()
    """


class Interrupt(support.CliTest):
    def setUp(self):
        super().setUp()
        self.visits = support.Visits()
        self.addCleanup(self.visits.close)

    def interrupted(self, *words, when, number=signal.SIGINT, again=0):
        """Sends the signal as soon as `when(process)` returns."""
        before = sorted(os.listdir(self.dir))
        process = self.start(*words, start_new_session=True,
                             preexec_fn=support.plain_signals)
        try:
            when(process)
            self.assertIsNone(process.poll(), "it ended before the signal")
            process.send_signal(number)
            for _ in range(again):
                time.sleep(0.01)
                process.send_signal(number)
            # A bound on hanging, not on speed.
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
            process.wait()
        self.assertEqual(process.returncode, 130, err)
        self.assertEqual(out, b"")
        for noise in (b"Traceback", b"Sanitizer", b"terminate called"):
            self.assertNotIn(noise, err)
        self.assertEqual(sorted(os.listdir(self.dir)), before)
        self.assertEqual(self.marked_processes(), [])
        self.assertEqual(os.listdir(self.tmp), [])

    def at_visit(self, number):
        return lambda process: self.visits.wait_for(number)

    def with_processes(self, number):
        def when(process):
            self.assertTrue(support.wait_until(
                lambda: len(self.marked_processes()) >= number or
                process.poll() is not None))
        return when

    def run_words(self, *options):
        return ("run", "--python", support.PYTHON, "--budget", "600",
                *options, "a.py")

    def test_before_anything_is_started(self):
        self.write("a.py", SPIN)
        # The handlers are installed first of all, but not in no time.
        self.interrupted(*self.run_words(),
                         when=lambda process: support.wait_until(
                             lambda: self.handles_interrupts(process.pid)))

    def test_during_the_analysis(self):
        # Each of the loops is analysed with all the functions.
        self.write("a.py", "def f0(n):\n    return n\n" + "".join(
            f"def f{k}(n):\n    return [f{k - 1}(i) for i in range(n)]\n"
            for k in range(1, 2500)) + "f2(300)\n")
        result = self.tool("profile", "--python", support.PYTHON,
                           "--json", "a.json", "a.py")
        self.assertEqual(result.code, 0, result)
        self.interrupted("advise", "--min-share", "0", "a.json",
                         when=self.has_computed)

    def has_computed(self, process):
        def ticks():
            with open(f"/proc/{process.pid}/stat") as stat:
                return int(stat.read().rsplit(")", 1)[1].split()[11])
        hertz = os.sysconf("SC_CLK_TCK")
        self.assertTrue(support.wait_until(lambda: ticks() > 0.4 * hertz))

    @staticmethod
    def handles_interrupts(pid):
        with open(f"/proc/{pid}/status") as status:
            for line in status:
                if line.startswith("SigCgt:"):
                    return bool(int(line.split()[1], 16) & 2)
        return False

    def test_while_the_interpreter_is_asked(self):
        self.write("a.py", SPIN)
        python = self.write("slow", "#!/bin/sh\nsleep 300\n")
        python.chmod(python.stat().st_mode | stat.S_IXUSR)
        self.interrupted("run", "--python", python, "a.py",
                         when=self.with_processes(3))

    def test_while_the_original_runs(self):
        self.write("a.py", self.visits.call + "\n" + SPIN)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number):
                self.interrupted(*self.run_words(), when=self.at_visit(1),
                                 number=number)

    def test_while_the_original_runs_again(self):
        self.write("a.py", f"""
            import os
            {self.visits.call}
            # Only the second run has the other hash seed.
            while os.environ["PYTHONHASHSEED"] != "0":
                pass
            """)
        self.interrupted(*self.run_words(), when=self.at_visit(2))

    def test_while_the_changed_version_runs(self):
        self.write("a.py", POOL % 400_000)
        self.interrupted(*self.run_words("--workers", "2"),
                         when=self.with_processes(4))

    def test_in_place_while_the_changed_version_runs(self):
        script = self.write("a.py", POOL % 400_000)
        before = script.read_bytes()
        self.interrupted(*self.run_words("--workers", "2", "--in-place"),
                         when=self.with_processes(4))
        self.assertEqual(script.read_bytes(), before)

    def test_while_verifying(self):
        self.write("before.py", self.visits.call + "\nprint(1)\n")
        self.write("after.py", self.visits.call + "\n" + SPIN)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number):
                self.interrupted("verify", "--python", support.PYTHON,
                                 "before.py", "after.py",
                                 when=self.at_visit(3), number=number)

    def test_advise(self):
        self.write("a.py", self.visits.call + "\n" + SPIN)
        self.interrupted("advise", "--python", support.PYTHON, "a.py",
                         when=self.at_visit(1))

    def test_more_than_once(self):
        self.write("a.py", self.visits.call + "\n" + SPIN)
        self.interrupted(*self.run_words(), when=self.at_visit(1), again=5)

    def test_while_the_program_ignores_it(self):
        self.write("a.py", f"""
            import signal, time
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            {self.visits.call}
            while True:
                time.sleep(1)
            """)
        self.interrupted(*self.run_words(), when=self.at_visit(1))

    def test_with_children_of_the_program(self):
        self.write("a.py", f"""
            import subprocess, sys
            children = [subprocess.Popen(
                [sys.executable, "-c", "import time; time.sleep(300)"],
                start_new_session=True) for _ in range(3)]
            {self.visits.call}
            for child in children:
                child.wait()
            """)
        self.interrupted(*self.run_words(), when=self.at_visit(1))

    def test_with_a_daemon_of_the_program(self):
        self.write("a.py", f"""
            import os, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    {self.visits.call}
                    while True:
                        time.sleep(1)
                os._exit(0)
            os.wait()
            while True:
                time.sleep(1)
            """)
        self.interrupted(*self.run_words(), when=self.at_visit(1))

    def test_while_it_writes_many_files(self):
        self.write("a.py", f"""
            import os
            for number in range(300):
                os.makedirs(f"out/{{number}}")
                with open(f"out/{{number}}/data", "wb") as out:
                    out.write(bytes(100_000))
            os.chmod("out/7", 0)
            {self.visits.call}
            while True:
                pass
            """)
        self.interrupted(*self.run_words(), when=self.at_visit(1))


if __name__ == "__main__":
    support.main()
