import asyncio

import httpx

API = "http://shop.invalid"


async def price_of(client, number):
    try:
        response = await client.get(f"/missing/{number}" if number % 3 == 2 else f"/items/{number}")
        response.raise_for_status()
    except httpx.HTTPStatusError as error:
        return error.response.status_code
    return response.json()["size"]


async def main():
    async with httpx.AsyncClient(base_url=API, headers={"accept": "text/*"}) as client:
        prices = []
        limit = asyncio.Semaphore(64)

        async def price_of_for_number(number):
            async with limit:
                return await price_of(client, number)

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
