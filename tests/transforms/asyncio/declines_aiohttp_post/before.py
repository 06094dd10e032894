import asyncio

import aiohttp


async def main():
    texts = []
    async with aiohttp.ClientSession() as session:
        for number in range(8):
            async with session.post("http://shop.invalid/items", json={"n": number}) as response:
                texts.append(await response.text())
    print(texts)


asyncio.run(main())
