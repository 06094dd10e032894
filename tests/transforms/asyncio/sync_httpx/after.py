import asyncio
import httpx
from functools import lru_cache

API = "http://shop.invalid"


@lru_cache(maxsize=None)
def certificates():
    """Load once what httpx loads for each client that is given none."""
    return httpx.create_ssl_context()


async def request(method, url, **options):
    """Give what httpx.request() gives, by a client that can be awaited."""
    async with httpx.AsyncClient(verify=certificates()) as client:
        return await client.request(method, url, **options)


async def fetch(path, number):
    response = await request(
        "get", f"{API}/{path}", params={"n": number}, timeout=5
    )
    response.raise_for_status()
    return response.json()


async def main():
    total = 0
    limit = asyncio.Semaphore(64)

    async def fetch_for_number(number):
        async with limit:
            return await fetch("items", number)

    tasks = [
        asyncio.create_task(fetch_for_number(number))
        for number in range(9)
    ]
    try:
        for number, task in zip(range(9), tasks):
            total += (await task)["size"]
            print(number, total)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
