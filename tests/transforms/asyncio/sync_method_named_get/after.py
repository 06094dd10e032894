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


class Api:
    def __init__(self, base):
        self.base = base

    async def get(self, path):
        response = await request("get", self.base + path)
        response.raise_for_status()
        return response.json()

    async def size(self, number):
        return (await self.get(f"/items/{number}"))["size"]


if __name__ == "__main__":
    api = Api("http://shop.invalid")
    total = 0
    async def main():
        global number, total
        limit = asyncio.Semaphore(64)

        async def size_for_number(number):
            async with limit:
                return await api.size(number)

        tasks = [
            asyncio.create_task(size_for_number(number))
            for number in range(8)
        ]
        try:
            for number, task in zip(range(8), tasks):
                total += await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(main())
    print(total)
