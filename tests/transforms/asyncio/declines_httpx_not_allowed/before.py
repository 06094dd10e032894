import asyncio

import httpx

URLS = [f"http://shop.invalid/items/{number}" for number in range(8)]


async def main():
    async with httpx.AsyncClient() as client:
        for url in URLS:
            response = await client.get(url)
            print(url, response.status_code)


asyncio.run(main())
