import asyncio

from aiohttp import ClientSession


async def main():
    session = ClientSession()
    sizes = {}
    limit = asyncio.Semaphore(64)

    async def fetch_page(number):
        async with limit:
            response = await session.get(f"http://shop.invalid/slow/{number}")
            response.raise_for_status()
            page = await response.json()
            return page

    tasks = [asyncio.create_task(fetch_page(number)) for number in range(9)]
    try:
        for task in tasks:
            page = await task
            sizes[page["path"]] = page["size"]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    await session.close()
    print(sizes)


asyncio.run(main())
