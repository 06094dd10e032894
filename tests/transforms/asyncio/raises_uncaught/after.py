import asyncio


async def fetch(number):
    try:
        await asyncio.sleep(0.002 * (12 - number))
    finally:
        number += 1
    if number == 6:
        raise ValueError(f"no page {number}")
    if number > 6:
        raise KeyError(number)
    return number


async def main():
    pages = []
    limit = asyncio.Semaphore(64)

    async def fetch_for_number(number):
        async with limit:
            return await fetch(number)

    tasks = [
        asyncio.create_task(fetch_for_number(number))
        for number in range(12)
    ]
    try:
        for number, task in zip(range(12), tasks):
            print("asking for", number)
            pages.append(await task)
            print("got", pages[-1])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)



asyncio.run(main())
