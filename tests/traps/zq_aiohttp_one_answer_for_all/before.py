import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    async with aiohttp.ClientSession() as session:
        first = await session.get("http://shop.invalid/items/first")
        for number in range(COUNT):
            async with session.get(f"http://shop.invalid/items/{number}") as response:
                text = await response.text() + await first.text()
            print(len(text))


asyncio.run(main())
