import asyncio
import time

level = [0]


def weigh(number):
    for step in range(3):
        time.sleep(0.01)
    return number + level[0]


async def raise_level():
    for step in range(3):
        level[0] += 1
        await asyncio.sleep(0)


async def work():
    first = weigh(1)
    await asyncio.sleep(0)
    second = weigh(2)
    print(first, second)


async def main():
    await asyncio.gather(work(), raise_level())


asyncio.run(main())
