import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import threading

level = [1]


def rise():
    level[0] += 1


async def fetch(number):
    await asyncio.sleep(0.01)
    return level[0]


async def main():
    if flag:
        timer = threading.Timer(0.035, rise)
        timer.start()
    found = set()
    for number in range(count):
        found.add(await fetch(number))
    print(len(found))


asyncio.run(main())
