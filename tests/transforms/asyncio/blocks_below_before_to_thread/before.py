import asyncio
import time


def weigh(number):
    time.sleep(0.002)
    return number * 3


async def price_of(number):
    weight = weigh(number)
    await asyncio.sleep(0)
    return weight + 1


async def main():
    prices = []
    for number in range(8):
        prices.append(await price_of(number))
    print(prices)


asyncio.run(main())
