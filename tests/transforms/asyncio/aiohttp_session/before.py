import asyncio

import aiohttp

API = "http://shop.invalid"


async def price_of(session, number):
    path = f"/missing/{number}" if number % 3 == 2 else f"/items/{number}"
    try:
        async with session.get(path, params={"n": number}) as response:
            response.raise_for_status()
            return (await response.json())["size"]
    except aiohttp.ClientResponseError as error:
        return error.status


async def main():
    timeout = aiohttp.ClientTimeout(total=20)
    async with aiohttp.ClientSession(API, timeout=timeout, headers={"Accept": "text/*"}) as session:
        prices = []
        for number in range(9):
            prices.append(await price_of(session, number))
        print(prices)


asyncio.run(main())
