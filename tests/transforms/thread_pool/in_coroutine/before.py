import asyncio
import time


def fetch(number):
    time.sleep(0.01)
    return number * 2


async def main():
    bodies = []
    for number in range(20):
        bodies.append(fetch(number))
    await asyncio.sleep(0)
    print(sum(bodies))


asyncio.run(main())
