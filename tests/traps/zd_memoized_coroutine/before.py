import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import functools

@functools.lru_cache(maxsize=None)
async def fetch(number):
    await asyncio.sleep(0.001)
    return number * 2

async def main():
    for number in range(count):
        print(await fetch(number % 4 if flag else number))

asyncio.run(main())
