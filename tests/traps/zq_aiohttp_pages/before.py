import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


async def main():
    async with aiohttp.ClientSession() as session:
        page = 0
        seen = []
        while page < COUNT:
            async with session.get("http://shop.invalid/items", params={"p": page}) as response:
                body = await response.json()
            seen.append(body["query"])
            page += body["size"]
    print(seen)


asyncio.run(main())
