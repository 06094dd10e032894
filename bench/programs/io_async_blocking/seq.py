# SPDX-License-Identifier: Apache-2.0
"""A coroutine that fetches prices with blocking calls."""
import asyncio
import json
import os
import sys
import urllib.request

API = "http://" + os.environ["SERVICE"]


def get_price(number):
    with urllib.request.urlopen(f"{API}/items/{number}") as response:
        return json.load(response)["price"]


async def collect(numbers):
    prices = []
    for number in numbers:
        prices.append(get_price(number))
    return prices


async def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    numbers = [number for number in range(count * 2) if number % 17 != 13][:count]
    prices = await collect(numbers)
    print(f"{len(prices)} prices, the highest is {max(prices):.2f}")


if __name__ == "__main__":
    asyncio.run(main())
