# SPDX-License-Identifier: Apache-2.0
"""A thread that shares the interpreter lock with another."""
import hashlib
import threading

from ledger import Ledger


def contend(ledger):
    while ledger.running():
        for _ in range(100_000):
            pass


def main():
    ledger = Ledger()
    data = bytes(20_000_000)
    thread = threading.Thread(target=contend, args=(ledger,))
    thread.start()
    numbers = range(500_000)
    while ledger.running():
        ledger.begin()
        for i in numbers: i * i  # truth: bytecode
        ledger.waited("bytecode", "gil")
        ledger.begin()
        hashlib.sha256(data).digest()  # truth: unlocked
        ledger.waited("unlocked", "gil")
    thread.join()
    ledger.write()


main()
