import asyncio
import time


async def price(number):
    await asyncio.sleep(0.002)
    return number * 3


if __name__ == "__main__":
    async def main():
        global prices
        limit = asyncio.Semaphore(64)

        async def price_for_number(number):
            async with limit:
                return await price(number)

        tasks = [
            asyncio.create_task(price_for_number(number))
            for number in range(8)
        ]
        try:
            prices = [await task for number, task in zip(range(8), tasks)]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(main())
    print(prices)
