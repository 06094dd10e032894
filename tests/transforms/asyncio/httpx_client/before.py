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
        for number in range(9):
            prices.append(await price_of(client, number))
        print(prices)


asyncio.run(main())
