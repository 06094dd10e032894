import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    session = aiohttp.ClientSession()
    texts = []
    for number in range(COUNT):
        try:
            response = await session.get(f"http://shop.invalid/items/{number}")
        except RuntimeError as error:
            print(error)
            break
        texts.append(await response.text())
        if number == 5:
            await session.close()
    print(len(texts), session.closed)


asyncio.run(main())
