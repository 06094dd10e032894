import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time

level = [1]


def load(number):
    time.sleep(0.002)
    return number * level[0]


def bump():
    level[0] += 1


async def main():
    found = []
    asyncio.get_event_loop().call_soon(bump)
    for number in range(count):
        value = load(number)
        await asyncio.sleep(0)
        found.append(value)
    print(found)


asyncio.run(main())
