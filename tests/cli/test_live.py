# SPDX-License-Identifier: Apache-2.0
"""profile --live, at a terminal."""
import fcntl
import json
import os
import pty
import select
import signal
import subprocess
import termios
import time

import support

SERVER = """
    import time

    print("from the program", flush=True)
    open("ready", "w").close()
    while True:
        total = 0
        for k in range(2000):
            total += k
    """
ENTER, LEAVE = b"\033[?1049h", b"\033[?1049l"


class Terminal:
    """The binary at a terminal of its own, in the foreground."""

    def __init__(self, test, *words, term="xterm", stdout=None):
        self.ours, theirs = pty.openpty()
        self.before = termios.tcgetattr(theirs)

        def take_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            support.plain_signals()

        self.process = subprocess.Popen(
            [support.BINARY, *map(str, words)], cwd=test.dir, stdin=theirs,
            stdout=stdout or theirs, stderr=theirs, preexec_fn=take_terminal,
            env=test.environment({"TERM": term}))
        self.theirs = theirs
        self.seen = b""
        test.addCleanup(self.close)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.ours)
        os.close(self.theirs)

    def read(self, seconds):
        if select.select([self.ours], [], [], seconds)[0]:
            self.seen += os.read(self.ours, 65536)

    def wait_for(self, text, seconds=60):
        end = time.monotonic() + seconds
        while text not in self.seen and time.monotonic() < end:
            self.read(0.05)
        return text in self.seen

    def type(self, text):
        os.write(self.ours, text)

    def end(self, seconds=60):
        """The exit code; all that it has written is in `seen`."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        while select.select([self.ours], [], [], 0)[0]:
            self.read(0)
        return self.process.poll()


class Live(support.CliTest):
    def test_a_program_that_runs_already(self):
        self.write("a.py", SERVER)
        server = subprocess.Popen(
            [support.PYTHON, "a.py"], cwd=self.dir, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, env=self.environment())
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        self.assertTrue(support.wait_until((self.dir / "ready").exists))
        terminal = Terminal(self, "profile", "--live", "--pid", server.pid,
                            "--json", "p.json")
        self.assertTrue(terminal.wait_for(b"a.py:9"), terminal.seen)
        self.assertTrue(terminal.seen.startswith(ENTER), terminal.seen)
        terminal.type(b"xq")
        self.assertEqual(terminal.end(), 0, terminal.seen)
        self.assertEqual(termios.tcgetattr(terminal.theirs), terminal.before)
        after = terminal.seen.split(LEAVE)[-1]
        self.assertIn(b"Lines, by own time", after)
        profile = json.loads((self.dir / "p.json").read_text())["profile"]
        self.assertGreater(profile["samples"], 0)
        self.assertIsNone(server.poll())

    def test_what_the_program_prints_is_held(self):
        self.write("a.py", SERVER)
        terminal = Terminal(self, "profile", "--live", "--python",
                            support.PYTHON, "a.py")
        self.assertTrue(terminal.wait_for(b"a.py:9"), terminal.seen)
        terminal.type(b"\x03")
        self.assertEqual(terminal.end(), 130, terminal.seen)
        drawn, after = terminal.seen.split(LEAVE)
        self.assertNotIn(b"from the program", drawn)
        self.assertIn(b"from the program", after)
        self.assertIn(b"KeyboardInterrupt", after)
        self.assertEqual(termios.tcgetattr(terminal.theirs), terminal.before)

    def test_what_goes_elsewhere_goes_there(self):
        self.write("a.py", "import sys\nprint('out')\n"
                           "print('err', file=sys.stderr)\n")
        with open(self.dir / "out", "wb") as out:
            terminal = Terminal(self, "profile", "--live", "--python",
                                support.PYTHON, "--json", "-", "a.py",
                                stdout=out)
            self.assertEqual(terminal.end(), 0, terminal.seen)
        self.assertIn("profile", json.loads((self.dir / "out").read_text()))
        after = terminal.seen.split(LEAVE)[-1]
        self.assertIn(b"out\r\n", after)
        self.assertIn(b"err\r\n", after)

    def test_an_error_is_readable(self):
        terminal = Terminal(self, "profile", "--live", "--pid", os.getpid(),
                            "--rate", "5", "--duration", "0.3")
        self.assertEqual(terminal.end(), 0, terminal.seen)
        terminal = Terminal(self, "profile", "--live", "none.py")
        self.assertEqual(terminal.end(), 2, terminal.seen)
        self.assertIn(b"no such script: none.py",
                      terminal.seen.split(LEAVE)[-1])

    def test_without_a_terminal(self):
        self.write("a.py", "print(1)\n")
        self.assert_error(self.tool("profile", "--live", "a.py"), 2,
                          "--live needs a terminal")
        terminal = Terminal(self, "profile", "--live", "a.py", term="dumb")
        self.assertEqual(terminal.end(), 2, terminal.seen)
        self.assertIn(b"--live needs a terminal", terminal.seen)
        self.assertNotIn(ENTER, terminal.seen)


if __name__ == "__main__":
    support.main()
