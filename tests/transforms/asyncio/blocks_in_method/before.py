import asyncio
import time


class Shop:
    def __init__(self, factor):
        self.factor = factor

    async def price(self, number):
        time.sleep(0.002)
        return number * self.factor

    async def show(self, count):
        for number in range(count):
            print(number, await self.price(number))


async def main():
    await Shop(3).show(8)


asyncio.run(main())
