import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def size_of(url, session):
    async with session.get(url) as response:
        return (await response.json())["size"]


async def main():
    async with aiohttp.ClientSession() as session:
        sizes = []
        for number in range(COUNT):
            sizes.append(await size_of(f"http://shop.invalid/items/{number}", session))
            session = session if number < 4 else aiohttp.ClientSession(headers={"X": "1"})
        print(sizes)


asyncio.run(main())
