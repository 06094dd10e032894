import asyncio
import time


class Shop:
    def __init__(self, factor):
        self.factor = factor

    async def price(self, number):
        await asyncio.to_thread(time.sleep, 0.002)
        return number * self.factor

    async def show(self, count):
        limit = asyncio.Semaphore(64)

        async def price_for_number(number):
            async with limit:
                return await self.price(number)

        tasks = [
            asyncio.create_task(price_for_number(number))
            for number in range(count)
        ]
        try:
            for number, task in zip(range(count), tasks):
                print(number, await task)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    await Shop(3).show(8)


asyncio.run(main())
