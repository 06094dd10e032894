# SPDX-License-Identifier: Apache-2.0
"""What an API knows of very many items, by aiohttp."""
import asyncio
import os
import sys

import aiohttp

API = f"http://{os.environ['SERVICE']}"
TIMEOUT = aiohttp.ClientTimeout(total=10)


async def details(session, number):
    async with session.get(f"{API}/items/{number}") as response:
        if response.status == 404:
            return None
        response.raise_for_status()
        return await response.json()


async def take_stock(numbers):
    worth = 0
    missing = []
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        items = await asyncio.gather(*(details(session, n) for n in numbers))
    for number, item in zip(numbers, items):
        if item is None:
            missing.append(number)
        else:
            worth += round(100 * item["price"]) * item["stock"]
    return worth, missing


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    worth, missing = await take_stock(range(count))
    print(f"worth {worth / 100:.2f}, missing {missing}")


if __name__ == "__main__":
    asyncio.run(main())
