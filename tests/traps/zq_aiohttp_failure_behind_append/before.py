import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    total = []
    try:
        async with aiohttp.ClientSession() as session:
            for number in range(COUNT):
                async with session.get(f"http://shop.invalid/{'refused' if number == 5 else 'items'}/{number}") as response:
                    total.append(number)
                    total.append(await response.text())
                    if number == 7:
                        raise ValueError(number)
    except (aiohttp.ClientError, ValueError) as error:
        print(error)
    print(total)


asyncio.run(main())
