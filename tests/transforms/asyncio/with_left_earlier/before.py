import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        for number in range(9):
            async with session.get(f"http://shop.invalid/items/{number}") as answer:
                text = await answer.text()
                print(answer.status, text)


asyncio.run(main())
