import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    if number % 3 == 1:
        raise ValueError(f"no page {number}")
    return number * 2


async def main():
    pages = []
    limit = asyncio.Semaphore(64)

    async def compute_page(number):
        async with limit:
            return await fetch(number)

    tasks = [asyncio.create_task(compute_page(number)) for number in range(8)]
    try:
        for task in tasks:
            try:
                page = await task
            except ValueError as error:
                print("skipped:", error)
                continue
            pages.append(page)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(pages)


asyncio.run(main())
