import asyncio
import time
from asyncio import sleep


async def price_of(number):
    await asyncio.to_thread(time.sleep, 0.002)
    await sleep(0.002)
    return number + 1


async def main():
    prices = []
    limit = asyncio.Semaphore(64)

    async def price_of_for_number(number):
        async with limit:
            return await price_of(number)

    tasks = [
        asyncio.create_task(price_of_for_number(number))
        for number in range(8)
    ]
    try:
        for task in tasks:
            prices.append(await task)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(prices)


asyncio.run(main())
