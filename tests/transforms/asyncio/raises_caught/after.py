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
    try:
        limit = asyncio.Semaphore(64)

        async def compute_page(number):
            async with limit:
                return await fetch(number)

        tasks = [
            asyncio.create_task(compute_page(number))
            for number in range(12)
        ]
        try:
            for number, task in zip(range(12), tasks):
                page = await task
                print("got", page)
                pages.append(page)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    except ValueError as error:
        print("stopped at", number, error)
    print(pages)



asyncio.run(main())
