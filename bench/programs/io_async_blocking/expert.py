# SPDX-License-Identifier: Apache-2.0
"""A coroutine that fetches prices in threads."""
import asyncio
import json
import os
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

API = "http://" + os.environ["SERVICE"]


def get_price(number):
    with urllib.request.urlopen(f"{API}/items/{number}") as response:
        return json.load(response)["price"]


async def collect(numbers):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=32) as pool:
        return await asyncio.gather(
            *(loop.run_in_executor(pool, get_price, number) for number in numbers))


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    numbers = [number for number in range(count * 2) if number % 17 != 13][:count]
    prices = await collect(numbers)
    print(f"{len(prices)} prices, the highest is {max(prices):.2f}")


if __name__ == "__main__":
    asyncio.run(main())
