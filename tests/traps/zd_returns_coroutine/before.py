import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

done = []


async def inner(number):
    done.append(number)
    await asyncio.sleep(0.002 * (10 - number))
    return list(done)


async def outer(number):
    await asyncio.sleep(0.002 * (10 - number))
    return inner(number)


async def main():
    for number in range(count):
        later = await outer(number)
        print(await later)


asyncio.run(main())
