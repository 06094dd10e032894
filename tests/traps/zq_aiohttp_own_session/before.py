import asyncio
import sys

import aiohttp

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


class Counting(aiohttp.ClientSession):
    asked = 0

    def get(self, url, **options):
        self.asked += 1
        return super().get(f"{url}?n={self.asked}", **options)


async def main():
    async with Counting() as session:
        for number in range(COUNT):
            async with session.get(f"http://shop.invalid/items/{number}") as response:
                text = await response.text()
            print(text)


asyncio.run(main())
