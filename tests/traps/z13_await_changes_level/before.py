import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time

level = {"now": 1}


def load(number):
    time.sleep(0.002)
    return number * level["now"]


async def store(found, value):
    await asyncio.sleep(0)
    found.append(value)
    if flag:
        level["now"] += 1


async def main():
    found = []
    for number in range(count):
        value = load(number)
        await store(found, value)
    print(found)


asyncio.run(main())
