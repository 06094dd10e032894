import asyncio

import aiohttp


async def main():
    texts = []
    session = aiohttp.ClientSession()
    for number in range(8):
        try:
            response = await session.get(
                f"http://shop.invalid/items/{number}",
                timeout=aiohttp.ClientTimeout(total=20),
            )
            print(response.status)
        except aiohttp.ClientError as error:
            print(error)
    await session.close()
    print(texts)


asyncio.run(main())
