import asyncio

import aiohttp

URLS = [f"http://shop.invalid/items/{number}" for number in range(9)]


async def main():
    items = []
    long = 0
    async with aiohttp.ClientSession() as session:
        for url in URLS:
            async with session.get(url) as response:
                item = await response.json()
                # The short ones are not interesting.
                if item["size"] > 5:
                    items.append(item["path"])
                long += item["size"] > 8
    print(long, items)


asyncio.run(main())
