import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time

pauses = 0


def load(number):
    time.sleep(0.002)
    if flag and number == 5:
        raise OSError(f"no number {number}")
    return number * number


async def collect():
    found = []
    for number in range(count):
        found.append(load(number))
    return found


async def tick():
    global pauses
    while True:
        pauses += 1
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.ensure_future(tick())
    await asyncio.sleep(0)
    before = pauses
    try:
        print(await collect(), pauses - before)
    except OSError as error:
        print("failed", error, pauses - before)
    ticking.cancel()


asyncio.run(main())
