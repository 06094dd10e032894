import asyncio
import sys

import httpx

COUNT = int(sys.argv[1])


async def main():
    async with httpx.AsyncClient() as client:
        for number in range(COUNT):
            page = await client.get(f"http://shop.invalid/{number}")
            done = await client.get(f"http://shop.invalid/login/{number}")
            print(page.text, done.status_code)


asyncio.run(main())
