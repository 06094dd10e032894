import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

factor = 2


def fetch(number):
    time.sleep(0.01)
    return number * factor


async def save(body, bodies):
    await asyncio.sleep(0)
    bodies.append(body)


async def main():
    bodies = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        for body in pool.map(fetch, range(20)):
            await save(body, bodies)
    print(sum(bodies))


asyncio.run(main())
