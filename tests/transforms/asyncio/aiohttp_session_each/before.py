import asyncio

import aiohttp


async def size_of(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return response.status, len(await response.read())


async def main():
    sizes = [await size_of(f"http://shop.invalid/login/{n}") for n in range(9)]
    print(sizes)


asyncio.run(main())
