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
        limit = asyncio.Semaphore(64)

        async def price_of_for_number(number):
            async with limit:
                return await price_of(session, number)

        tasks = [
            asyncio.create_task(price_of_for_number(number))
            for number in range(9)
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
