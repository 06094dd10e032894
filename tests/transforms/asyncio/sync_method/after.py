import asyncio
import httpx
from functools import lru_cache


@lru_cache(maxsize=None)
def certificates():
    """Load once what httpx loads for each client that is given none."""
    return httpx.create_ssl_context()


async def request(method, url, **options):
    """Give what httpx.request() gives, by a client that can be awaited."""
    async with httpx.AsyncClient(verify=certificates()) as client:
        return await client.request(method, url, **options)


class Shop:
    def __init__(self, base):
        self.base = base

    async def price(self, number):
        response = await request("get", f"{self.base}/items/{number}")
        response.raise_for_status()
        return response.json()["size"]

    async def prices(self, numbers):
        found = []
        limit = asyncio.Semaphore(64)

        async def price_for_number(number):
            async with limit:
                return await self.price(number)

        tasks = [
            asyncio.create_task(price_for_number(number))
            for number in numbers
        ]
        try:
            for task in tasks:
                found.append(await task)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return found


def main():
    shop = Shop("http://shop.invalid")
    print(asyncio.run(shop.prices(range(8))))


main()
