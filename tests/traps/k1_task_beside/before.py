import asyncio
import sys

import httpx

COUNT = int(sys.argv[1])
done = []


async def fetch(client, number):
    response = await client.get(f"http://shop.invalid/slow/{number}")
    return response.json()["size"]


async def watch():
    await asyncio.sleep(0.015)
    print("watching", len(done))


async def main():
    async with httpx.AsyncClient() as client:
        watcher = asyncio.create_task(watch())
        for number in range(COUNT):
            done.append(await fetch(client, number))
        await watcher
    print(done)


asyncio.run(main())
