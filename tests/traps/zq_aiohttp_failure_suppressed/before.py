import asyncio
import contextlib
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    found = []
    count = 0
    with contextlib.suppress(aiohttp.ClientError):
        async with aiohttp.ClientSession() as session:
            for number in range(COUNT):
                async with session.get(f"http://shop.invalid/{'refused' if number == 5 else 'items'}/{number}") as response:
                    found.append((await response.json())["size"])
                    found.append(number)
                    count += 1
    print(count, found)


asyncio.run(main())
