import asyncio
import time
from asyncio import sleep


async def price_of(number):
    time.sleep(0.002)
    await sleep(0.002)
    return number + 1


async def main():
    prices = []
    for number in range(8):
        prices.append(await price_of(number))
    print(prices)


asyncio.run(main())
