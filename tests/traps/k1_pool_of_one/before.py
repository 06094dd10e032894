import asyncio
import sys

import httpx

COUNT = int(sys.argv[1])


async def main():
    limits = httpx.Limits(max_connections=1)
    async with httpx.AsyncClient(limits=limits, timeout=0.5) as client:
        for number in range(COUNT):
            response = await client.get(f"http://shop.invalid/slow/{number}")
            print(response.text)


asyncio.run(main())
