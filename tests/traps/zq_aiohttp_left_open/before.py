import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    responses = []
    async with aiohttp.ClientSession() as session:
        for number in range(COUNT):
            responses.append(await session.get(f"http://shop.invalid/items/{number}"))
        for response in responses:
            print(await response.text())


asyncio.run(main())
