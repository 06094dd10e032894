import asyncio

import httpx

URLS = [f"http://shop.invalid/items/{number}" for number in range(8)]


async def main():
    async with httpx.AsyncClient(timeout=10) as client:
        for url in URLS:
            response = await client.get(url, params={"page": 1})
            print(url, response.status_code, len(response.text))


asyncio.run(main())
