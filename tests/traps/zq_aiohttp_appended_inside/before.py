import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    found = []
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        for number in range(COUNT):
            async with session.get(f"http://shop.invalid/{'missing' if number == 9 else 'items'}/{number}") as response:
                found.append(number)
                found.append((await response.json())["size"])
    print(found)


try:
    asyncio.run(main())
except aiohttp.ClientResponseError as error:
    print(error.status)
