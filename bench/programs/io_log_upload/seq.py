# SPDX-License-Identifier: Apache-2.0
"""Upload the log files of a folder, each to its own address."""
import http.client
import os
import sys

HOST = os.environ["SERVICE"]


def upload(path):
    connection = http.client.HTTPConnection(HOST)
    with open(path, "rb") as file:
        data = file.read()
    connection.request("PUT", "/logs/" + os.path.basename(path), body=data)
    status = connection.getresponse().status
    connection.close()
    return status


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    os.makedirs("outbox", exist_ok=True)
    for number in range(count):
        with open(f"outbox/day-{number:02d}.log", "w") as file:
            file.write(f"entry {number}\n" * (number + 1))
    done = []
    for name in sorted(os.listdir("outbox")):
        if upload(os.path.join("outbox", name)) == 200:
            done.append(name)
    print(len(done), "uploaded, the last is", done[-1])


if __name__ == "__main__":
    main()
