import asyncio

import aiohttp


async def size_of(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return response.status, len(await response.read())


async def main():
    limit = asyncio.Semaphore(64)

    async def size_of_for_n(n):
        async with limit:
            return await size_of(f"http://shop.invalid/login/{n}")

    tasks = [asyncio.create_task(size_of_for_n(n)) for n in range(9)]
    try:
        sizes = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(sizes)


asyncio.run(main())
