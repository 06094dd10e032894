import asyncio
import sys

import httpx

COUNT = int(sys.argv[1])


async def main():
    done = []
    try:
        async with httpx.AsyncClient(base_url="http://shop.invalid") as client:
            for number in range(COUNT):
                page = await client.get("/missing" if number == 8 else "/item")
                page.raise_for_status()
                done.append(page.json()["size"])
    finally:
        print(done)


asyncio.run(main())
