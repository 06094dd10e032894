import asyncio
import contextvars
import sys

import httpx

COUNT = int(sys.argv[1])
current = contextvars.ContextVar("current", default="nothing")


async def fetch(client, number):
    before = current.get()
    current.set(f"item {number}")
    response = await client.get(f"http://shop.invalid/{number}")
    return before, response.status_code


async def main():
    async with httpx.AsyncClient() as client:
        for number in range(COUNT):
            print(await fetch(client, number))


asyncio.run(main())
