import asyncio
import time

STOCK = [{"name": f"item {number}", "price": number * 3} for number in range(8)]


async def price(number):
    time.sleep(0.002)
    return STOCK[number]["price"]


async def main():
    prices = []
    for number in range(8):
        prices.append(await price(number))
    print(prices)


asyncio.run(main())
