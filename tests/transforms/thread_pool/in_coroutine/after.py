import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    time.sleep(0.01)
    return number * 2


async def main():
    bodies = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        bodies.extend(pool.map(fetch, range(20)))
    await asyncio.sleep(0)
    print(sum(bodies))


asyncio.run(main())
