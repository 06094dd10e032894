# SPDX-License-Identifier: Apache-2.0
"""Read meters that speak lines over TCP, many at a time."""
import os
import socket
import sys
from concurrent.futures import ThreadPoolExecutor

METERS = (os.environ["SERVICE_HOST"], int(os.environ["SERVICE_PORT"]))


class Meter:
    def __init__(self, name):
        self.name = name

    def read(self):
        connection = socket.create_connection(METERS)
        try:
            lines = connection.makefile("rw", newline="\n")
            lines.readline()
            lines.write(f"STATUS {self.name}\n")
            lines.flush()
            name, value = lines.readline().split()
            assert name == self.name
            return int(value)
        finally:
            connection.close()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    meters = [Meter(f"meter-{number}") for number in range(count)]
    with ThreadPoolExecutor(max_workers=32) as pool:
        values = list(pool.map(Meter.read, meters))
    print("sum", sum(values), "highest", max(values))


if __name__ == "__main__":
    main()
