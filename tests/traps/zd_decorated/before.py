import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import functools

retries = {}


def counted(function):
    @functools.wraps(function)
    async def wrapper(*args):
        if flag:
            retries[function.__name__] = retries.get(function.__name__, 0) + 1
        return await function(*args), dict(retries)

    return wrapper


@counted
async def fetch(number):
    await asyncio.sleep(0.005)
    return number


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
