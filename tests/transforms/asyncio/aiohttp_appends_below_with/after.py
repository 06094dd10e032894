import asyncio

import aiohttp

URLS = [f"http://shop.invalid/items/{number}" for number in range(9)]


async def main():
    items = []
    long = 0
    async with aiohttp.ClientSession() as session:
        limit = asyncio.Semaphore(64)

        async def fetch_items_and_long(url):
            async with limit:
                items = []
                long = 0
                async with session.get(url) as response:
                    item = await response.json()
                    # The short ones are not interesting.
                    if item["size"] > 5:
                        items.append(item["path"])
                    long += item["size"] > 8
                return items, long

        tasks = [
            asyncio.create_task(fetch_items_and_long(url))
            for url in URLS
        ]
        try:
            for task in tasks:
                items_part, long_part = await task
                items.extend(items_part)
                long += long_part
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    print(long, items)


asyncio.run(main())
