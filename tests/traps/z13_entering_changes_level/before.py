import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time


class Mode:
    level = 0

    async def __aenter__(self):
        Mode.level += 1
        await asyncio.sleep(0)

    async def __aexit__(self, *rest):
        Mode.level += 10


def load(number):
    time.sleep(0.002)
    return number + Mode.level


async def main():
    for number in range(count):
        value = load(number)
        async with Mode():
            print(value)


asyncio.run(main())
