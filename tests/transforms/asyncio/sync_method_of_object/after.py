import asyncio
import time


class Meter:
    def __init__(self, pause):
        self.pause = pause
        self.unit = "kWh"

    async def read(self, number):
        await asyncio.sleep(0.002)
        return number * 3

    async def shown(self, number):
        return await self.read(number), self.unit


async def main():
    meter = Meter(1)
    limit = asyncio.Semaphore(64)

    async def shown_for_number(number):
        async with limit:
            return await meter.shown(number)

    tasks = [
        asyncio.create_task(shown_for_number(number))
        for number in range(8)
    ]
    try:
        readings = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(readings)


if __name__ == "__main__":
    asyncio.run(main())
