import asyncio

import httpx

URLS = [f"http://shop.invalid/items/{number}" for number in range(8)]


async def main():
    async with httpx.AsyncClient(timeout=10) as client:
        limit = asyncio.Semaphore(64)

        async def fetch_response(url):
            async with limit:
                return await client.get(url, params={"page": 1})

        tasks = [asyncio.create_task(fetch_response(url)) for url in URLS]
        try:
            for url, task in zip(URLS, tasks):
                response = await task
                print(url, response.status_code, len(response.text))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
