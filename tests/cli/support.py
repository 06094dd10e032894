# SPDX-License-Identifier: Apache-2.0
"""Runs the real binary in a private directory and looks at what is left.

Only the standard library, Python 3.8 and later. The binary and the Python of
the target come from PPP_BINARY and PPP_PYTHON.
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
import uuid

BINARY = os.environ["PPP_BINARY"]
PYTHON = os.environ.get("PPP_PYTHON", sys.executable)
MARK = "PPP_TEST_MARK"


class Result:
    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    def json(self):
        return json.loads(self.out)

    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


class CliTest(unittest.TestCase):
    """Each test has its own working directory and its own TMPDIR; when it ends
    no process and no temporary file may be left."""

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="ppp-cli-test-"))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.dir = self.root / "work"
        self.tmp = self.root / "tmp"
        self.dir.mkdir()
        self.tmp.mkdir()
        self.mark = uuid.uuid4().hex
        self.addCleanup(self.check_nothing_left)

    def check_nothing_left(self):
        self.assertEqual(self.marked_processes(), [], "stray processes")
        self.assertEqual(os.listdir(self.tmp), [], "stray temporary files")

    def marked_processes(self):
        """Processes that inherited this test's environment."""
        found = []
        wanted = f"{MARK}={self.mark}".encode()
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    command = (entry / "cmdline").read_bytes()
                    found.append((entry.name, command.replace(b"\0", b" ")))
            except OSError:
                continue
        return found

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
        return path

    def environment(self, more=None):
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("VIRTUAL_ENV", "PYTHONHASHSEED")}
        environment.update({MARK: self.mark, "TMPDIR": str(self.tmp)})
        environment.update(more or {})
        return environment

    def start(self, *words, env=None, stdin=subprocess.DEVNULL, **kwargs):
        return subprocess.Popen(
            [BINARY, *map(str, words)], cwd=self.dir, stdin=stdin,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=self.environment(env), **kwargs)

    def tool(self, *words, input=None, env=None, timeout=600, **kwargs):
        stdin = subprocess.DEVNULL if input is None else subprocess.PIPE
        process = self.start(*words, env=env, stdin=stdin, **kwargs)
        data = None if input is None else input.encode()
        try:
            out, err = process.communicate(data, timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            self.fail(f"{words} did not end within {timeout} s")
        return Result(process.returncode, out.decode(errors="replace"),
                      err.decode(errors="replace"))

    def run_json(self, *words, **kwargs):
        """`run --json -`: the report, after a check of the exit code 0."""
        result = self.tool("run", "--python", PYTHON, "--json", "-", *words,
                           **kwargs)
        self.assertEqual(result.code, 0, result)
        return result.json()

    def assert_error(self, result, code, *parts):
        """One line that names the thing, one hint, nothing on stdout."""
        self.assertEqual(result.code, code, result)
        lines = result.err.splitlines()
        self.assertTrue(lines and lines[0].startswith("pyprof-parallel: "),
                        result)
        for part in parts:
            self.assertIn(part, lines[0], result)
        self.assertTrue(all(line.startswith("hint: ") for line in lines[1:]),
                        result)
        self.assertEqual(result.out, "", result)


class Visits:
    """Counts the runs that reach a place: a program calls `self.call` there,
    which works from inside a sandbox too."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        port = self.socket.getsockname()[1]
        self.call = ("__import__('socket').create_connection("
                     f"('127.0.0.1', {port})).close()")

    def wait_for(self, number, seconds=120):
        """Returns when the place was reached that often."""
        self.socket.settimeout(seconds)
        for _ in range(number):
            self.socket.accept()[0].close()

    def close(self):
        self.socket.close()


def plain_signals():
    """For preexec_fn: as from a terminal, also where the tests were started
    with nohup or in the background of a script, which ignore signals."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in numbers:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, numbers)


def as_nobody():
    """For preexec_fn: a user who may not do everything."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def python_of(minor):
    """A Python of that minor version, or None."""
    roots = [os.environ.get("PYENV_ROOT", ""), os.path.expanduser("~/.pyenv")]
    for root in filter(None, roots):
        found = sorted(pathlib.Path(root).glob(
            f"versions/{minor}.*/bin/python{minor[0]}"))
        if found:
            return str(found[0])
    return shutil.which(f"python{minor}", path="/usr/bin:/usr/local/bin")


def wait_until(condition, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)
    unittest.main(verbosity=2)
