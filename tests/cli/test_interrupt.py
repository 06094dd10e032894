# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C at any moment: everything started is gone, nothing is left, 130."""
import os
import signal
import time

import support


class Interrupt(support.CliTest):
    def interrupted(self, *words, after=0.3, number=signal.SIGINT, **kwargs):
        before = sorted(os.listdir(self.dir))
        process = self.start(*words, start_new_session=True, **kwargs)
        self.assertTrue(support.wait_until(
            lambda: (self.dir / "started").exists() or
            len(self.marked_processes()) > 1))
        time.sleep(after)
        self.assertIsNone(process.poll())
        sent = time.monotonic()
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        took = time.monotonic() - sent
        self.assertEqual(process.returncode, 130, err)
        self.assertLess(took, 3)  # one second on a machine with time to spare
        self.assertEqual(out, b"")
        self.assertNotIn(b"Traceback", err)
        self.assertEqual(sorted(os.listdir(self.dir)), before)
        self.assertEqual(self.marked_processes(), [])

    def test_while_the_original_runs(self):
        self.write("a.py", "while True: pass\n")
        for after in (0.05, 0.5):
            self.interrupted("run", "--python", support.PYTHON, "a.py",
                             after=after)

    def test_while_the_program_ignores_it(self):
        self.write("a.py", """
            import signal, time
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                time.sleep(1)
            """)
        self.interrupted("run", "--python", support.PYTHON, "a.py", after=0.7)

    def test_with_children_of_the_program(self):
        self.write("a.py", """
            import subprocess, sys
            children = [subprocess.Popen(
                [sys.executable, "-c", "import time; time.sleep(300)"],
                start_new_session=True) for _ in range(3)]
            for child in children:
                child.wait()
            """)
        self.interrupted("run", "--python", support.PYTHON, "a.py", after=1)

    def test_profile(self):
        self.write("a.py", "while True: pass\n")
        self.interrupted("profile", "--python", support.PYTHON, "a.py")

    def test_termination_is_the_same(self):
        self.write("a.py", "while True: pass\n")
        self.interrupted("run", "--python", support.PYTHON, "a.py",
                         number=signal.SIGTERM)


if __name__ == "__main__":
    support.main()
