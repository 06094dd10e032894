# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL of its own for a test: on a free port of 127.0.0.1, in a folder
that goes with it, with a log of all that it is asked."""
import contextlib
import ctypes
import glob
import os
import pathlib
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PR_SET_PDEATHSIG = 1
STATEMENT = re.compile(
    r"^(?P<session>\d+) LOG:  (?:statement|execute [^:]*): (?P<text>.*)$")
PARAMETERS = re.compile(r"^(?P<session>\d+) DETAIL:  [Pp]arameters: (?P<text>.*)$")


def programs():
    """The folder of initdb and postgres, newest version first; None: they are
    not installed."""
    found = glob.glob("/usr/lib/postgresql/*/bin/initdb")
    found.sort(key=lambda path: int(path.split("/")[4]))
    place = found[-1] if found else shutil.which("initdb")
    return pathlib.Path(place).resolve().parent if place else None


def free_port():
    with contextlib.closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """Runs from its making until stop()."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ppp-postgres-"))
        self.process = None
        self.port = free_port()
        self.log = self.folder / "log"
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        bin_folder, data = programs(), self.folder / "data"
        if os.getuid() == 0:
            os.chown(self.folder, pwd.getpwnam("nobody").pw_uid, -1)
        common = {"preexec_fn": self.in_child, "cwd": self.folder,
                  "stdin": subprocess.DEVNULL}
        subprocess.run(
            [bin_folder / "initdb", "-D", data, "-A", "trust", "-U", "postgres",
             "--no-sync", "--locale", "C", "--encoding", "UTF8"],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=120, **common)
        settings = {
            "listen_addresses": "127.0.0.1", "port": self.port,
            "unix_socket_directories": "", "fsync": "off",
            "log_statement": "all", "log_line_prefix": "%p ",
            "autovacuum": "off",
        }
        words = [word for key, value in settings.items()
                 for word in ("-c", "%s=%s" % (key, value))]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [bin_folder / "postgres", "-D", data, *words], stdout=log,
                stderr=subprocess.STDOUT, **common)
        deadline = time.monotonic() + 60
        while "ready to accept connections" not in self.log.read_text():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("no server:\n" + self.log.read_text())
            time.sleep(0.05)

    @staticmethod
    def in_child():
        """PostgreSQL refuses to run as root; and it ends when we are killed."""
        if os.getuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.setgroups([])
            os.setgid(nobody.pw_gid)
            os.setuid(nobody.pw_uid)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # ends all sessions
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def position(self):
        return self.log.stat().st_size

    def asked_since(self, position):
        """(session, statement, parameters) in the order of the log."""
        asked = []
        with open(self.log, errors="replace") as log:
            log.seek(position)
            for line in log:
                found = STATEMENT.match(line)
                if found:
                    asked.append([found["session"], found["text"], ""])
                    continue
                found = PARAMETERS.match(line)
                if found and asked:
                    of = [one for one in asked if one[0] == found["session"]]
                    of[-1][2] = found["text"]
        return [tuple(one) for one in asked]


def run_sql(python, port, statements):
    """The rows of the last one, as text."""
    code = ("import psycopg, sys\n"
            "with psycopg.connect(host='127.0.0.1', port=int(sys.argv[1]),\n"
            "                     user='postgres', autocommit=True) as conn:\n"
            "    for text in sys.argv[2:]:\n"
            "        found = conn.execute(text)\n"
            "    print(found.fetchall() if found.description else '')\n")
    done = subprocess.run([python, "-c", code, str(port), *statements],
                          stdout=subprocess.PIPE, timeout=60, check=True)
    return done.stdout.decode()
