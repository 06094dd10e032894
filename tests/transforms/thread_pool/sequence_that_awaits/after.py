import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def weigh(number):
    for step in range(3):
        time.sleep(0.01)
    return number


async def report(first):
    await asyncio.sleep(0)
    print("first:", first)


async def main():
    with ThreadPoolExecutor(max_workers=32) as pool:
        first_task = pool.submit(weigh, 1)
        second_task = pool.submit(weigh, 2)
        first = first_task.result()
        await report(first)
        second = second_task.result()
    print("second:", second)


asyncio.run(main())
