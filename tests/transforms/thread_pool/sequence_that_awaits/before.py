import asyncio
import time


def weigh(number):
    for step in range(3):
        time.sleep(0.01)
    return number


async def report(first):
    await asyncio.sleep(0)
    print("first:", first)


async def main():
    first = weigh(1)
    await report(first)
    second = weigh(2)
    print("second:", second)


asyncio.run(main())
