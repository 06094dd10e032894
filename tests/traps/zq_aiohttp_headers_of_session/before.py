import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    async with aiohttp.ClientSession() as session:
        for number in range(COUNT):
            async with session.get(f"http://shop.invalid/items/{number}") as response:
                page = await response.json()
            session.headers["X-Last"] = str(page["size"])
            print(page)


asyncio.run(main())
