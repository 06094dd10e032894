# SPDX-License-Identifier: Apache-2.0
"""Read meters that speak lines over TCP, a connection for each."""
import os
import socket
import sys

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
    values = []
    for number in range(count):
        values.append(Meter(f"meter-{number}").read())
    print("sum", sum(values), "highest", max(values))


if __name__ == "__main__":
    main()
