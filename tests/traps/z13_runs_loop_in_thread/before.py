import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time


async def inner(number):
    return number


def load(number):
    time.sleep(0.002)
    coroutine = inner(number)
    try:
        return asyncio.run(coroutine)
    except RuntimeError as error:
        coroutine.close()
        return type(error).__name__


async def main():
    for number in range(count):
        value = load(number)
        await asyncio.sleep(0)
        print(value)


asyncio.run(main())
