import asyncio


async def fetch(url, size):
    await asyncio.sleep(0.01)
    return url[:size]


async def main():
    limit = asyncio.Semaphore(64)

    async def compute_page(number):
        async with limit:
            url = "http://example/" + str(number)
            page = await fetch(url, number + 7)
            return page

    tasks = [asyncio.create_task(compute_page(number)) for number in range(8)]
    try:
        for task in tasks:
            page = await task
            print(page)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
