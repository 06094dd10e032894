import asyncio
import time

STOCK = [{"name": f"item {number}", "price": number * 3} for number in range(8)]


async def price(number):
    await asyncio.to_thread(time.sleep, 0.002)
    return STOCK[number]["price"]


async def main():
    prices = []
    limit = asyncio.Semaphore(64)

    async def price_for_number(number):
        async with limit:
            return await price(number)

    tasks = [
        asyncio.create_task(price_for_number(number))
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
