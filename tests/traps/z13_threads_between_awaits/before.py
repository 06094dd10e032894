import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time


def load(number):
    time.sleep(0.002 * (5 - number % 5))
    if flag and number == 3:
        raise LookupError(number)
    return number * 3


async def store(found, value):
    await asyncio.sleep(0)
    found.append(value)
    print("stored", value)


async def main():
    found = []
    try:
        for number in range(count):
            value = load(number)
            await store(found, value)
    except LookupError as error:
        print("stopped", error, number)
    print(found)


asyncio.run(main())
