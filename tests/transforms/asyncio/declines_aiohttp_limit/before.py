import asyncio

import aiohttp


async def main():
    texts = []
    connector = aiohttp.TCPConnector(limit=2)
    async with aiohttp.ClientSession(connector=connector) as session:
        for number in range(8):
            async with session.get(f"http://shop.invalid/items/{number}") as response:
                texts.append(await response.text())
    print(texts)


asyncio.run(main())
