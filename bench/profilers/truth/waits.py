# SPDX-License-Identifier: Apache-2.0
"""One line for each thing that a program waits for, in turns."""
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from time import perf_counter_ns as clock

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
        began = clock()
        time.sleep(0.010)  # truth: sleep sleep
        ledger.add("sleep", clock() - began)
        near.send(b"s")
        began = clock()
        near.recv(1)  # truth: socket network
        ledger.add("socket", clock() - began)
        near.send(b"p")
        began = clock()
        os.read(reader, 1)  # truth: pipe other
        ledger.add("pipe", clock() - began)
        orders.release()
        held.acquire()
        began = clock()
        lock.acquire()  # truth: lock lock
        ledger.add("lock", clock() - began)
        lock.release()
        child = os.posix_spawn("/bin/sleep", ["sleep", "0.01"], {})
        began = clock()
        os.waitpid(child, 0)  # truth: child child
        ledger.add("child", clock() - began)
        for _ in range(5):
            file.write(bytes(100_000))
            began = clock()
            os.fsync(file.fileno())  # truth: fsync disk
            ledger.add("fsync", clock() - began)
    near.close()
    peer.wait()
    ledger.write()


main()
