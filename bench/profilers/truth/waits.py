# SPDX-License-Identifier: Apache-2.0
"""One line for each thing that a program waits for, in turns."""
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

from ledger import Ledger

PEER = """
import os, socket, sys, time
peer = socket.socket(fileno=int(sys.argv[1]))
pipe = int(sys.argv[2])
while order := peer.recv(1):
    time.sleep(0.012)
    if order == b"s":
        peer.send(b"x")
    else:
        os.write(pipe, b"x")
"""


def hold(lock, orders, held):
    """Another thread's part: to keep the lock for a while."""
    while True:
        orders.acquire()
        with lock:
            held.release()
            time.sleep(0.008)


def main():
    ledger = Ledger()
    listener = socket.create_server(("127.0.0.1", 0))
    far = socket.create_connection(listener.getsockname())
    near, _ = listener.accept()
    reader, writer = os.pipe()
    peer = subprocess.Popen(
        [sys.executable, "-S", "-c", PEER, str(far.fileno()), str(writer)],
        pass_fds=(far.fileno(), writer))
    far.close()
    os.close(writer)
    lock = threading.Lock()
    orders, held = threading.Semaphore(0), threading.Semaphore(0)
    threading.Thread(target=hold, args=(lock, orders, held),
                     daemon=True).start()
    file = tempfile.TemporaryFile(buffering=0, dir=".")
    while ledger.running():
        ledger.begin()
        time.sleep(0.010)  # truth: sleep
        ledger.waited("sleep", "sleep")
        near.send(b"s")
        ledger.begin()
        near.recv(1)  # truth: socket
        ledger.waited("socket", "network")
        near.send(b"p")
        ledger.begin()
        os.read(reader, 1)  # truth: pipe
        ledger.waited("pipe", "child")  # who writes to it
        orders.release()
        held.acquire()
        ledger.begin()
        lock.acquire()  # truth: lock
        ledger.waited("lock", "lock")
        lock.release()
        child = os.posix_spawn("/bin/sleep", ["sleep", "0.01"], {})
        ledger.begin()
        os.waitpid(child, 0)  # truth: child
        ledger.waited("child", "child")
        for _ in range(5):
            file.write(bytes(100_000))
            ledger.begin()
            os.fsync(file.fileno())  # truth: fsync
            ledger.waited("fsync", "disk")
    near.close()
    peer.wait()
    ledger.write()


main()
