import asyncio

import aiohttp

URLS = [f"http://shop.invalid/items/{number}" for number in range(8)]


async def main():
    texts = []
    async with aiohttp.ClientSession() as session:
        for url in URLS:
            async with session.get(url) as response:
                texts.append(await response.text())
    print(texts)


asyncio.run(main())
