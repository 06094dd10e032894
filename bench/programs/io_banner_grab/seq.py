# SPDX-License-Identifier: Apache-2.0
"""Look up the gateway and read the greeting and state of every device behind it."""
import os
import socket
import sys

GATEWAY = os.environ["SERVICE_HOST"]
PORT = int(os.environ["SERVICE_PORT"])


def status(device):
    address = socket.gethostbyname(GATEWAY)
    with socket.create_connection((address, PORT), timeout=5) as connection:
        greeting = connection.recv(100).decode().strip()
        connection.sendall(b"STATUS " + device.encode() + b"\n")
        return device, greeting, connection.recv(100).decode().strip()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    devices = [f"device-{number}" for number in range(count)]
    found = {}
    for device in devices:
        name, greeting, state = status(device)
        found[name] = (greeting, state)
    for name in list(found)[:3]:
        print(name, *found[name])
    print(len(found), "devices")


if __name__ == "__main__":
    main()
