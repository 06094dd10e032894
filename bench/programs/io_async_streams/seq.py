# SPDX-License-Identifier: Apache-2.0
"""Fetch pages with asyncio and plain streams, awaiting one after the other."""
import asyncio
import os
import sys

HOST, PORT = os.environ["SERVICE"].split(":")


async def fetch(path):
    reader, writer = await asyncio.open_connection(HOST, int(PORT))
    writer.write(f"GET {path} HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode())
    await writer.drain()
    answer = await reader.read()
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode()


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    found = []
    size = 0
    for number in range(count):
        status, body = await fetch(f"/page/{number}")
        if status == 200:
            found.append(number)
            size += len(body)
    print(len(found), "pages found,", size, "characters")


asyncio.run(main())
