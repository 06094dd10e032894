import asyncio
import time

ITEMS = range(8)
total = 0
shown = []


async def price(number):
    await asyncio.sleep(0.002)
    return number * 3


def show():
    return f"{number}: {total}"


async def main():
    global cost, number, total
    # All of them.
    limit = asyncio.Semaphore(64)

    async def compute_cost(number):
        async with limit:
            return await price(number)

    tasks = [asyncio.create_task(compute_cost(number)) for number in ITEMS]
    try:
        for number, task in zip(ITEMS, tasks):
            cost = await task
            total += cost
            shown.append(show())
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())

print(total, cost, number)
print(shown)
