# SPDX-License-Identifier: Apache-2.0
"""Fetch pages with asyncio and plain streams, many at a time."""
import asyncio
import os
import sys

HOST, PORT = os.environ["SERVICE"].split(":")


async def fetch(path, limit):
    async with limit:
        reader, writer = await asyncio.open_connection(HOST, int(PORT))
        writer.write(f"GET {path} HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode())
        await writer.drain()
        answer = await reader.read()
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode()


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    limit = asyncio.Semaphore(64)
    answers = await asyncio.gather(*(fetch(f"/page/{number}", limit) for number in range(count)))
    found = [body for status, body in answers if status == 200]
    print(len(found), "pages found,", sum(map(len, found)), "characters")


asyncio.run(main())
