import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def main(last):
    number = 3
    limit = asyncio.Semaphore(64)

    async def compute_page(number):
        async with limit:
            return await fetch(number)

    tasks = [
        asyncio.create_task(compute_page(number))
        for number in range(number, last + 1)
    ]
    try:
        for task in tasks:
            page = await task
            print(number, page)
            number += 1
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(number)


asyncio.run(main(14))
