import asyncio
import sys

n = int(sys.argv[1])


async def f(k):
    await asyncio.sleep(0.01)
    return k


async def total(rows):
    await asyncio.sleep(0.001)
    return sum(rows)


async def main():
    rows = [n]
    a = await f(n)
    rows.append(a)
    b = await total(rows)
    print(a, b)


asyncio.run(main())
