import asyncio
import sys

n = int(sys.argv[1])


async def f(k):
    await asyncio.sleep(0.01)
    if k % 2: raise ValueError(k)
    return k


async def g(k):
    await asyncio.sleep(0.001)
    if k < 2: raise KeyError(k)
    return -k


async def main():
    a = await f(n)
    print(a)
    b = await g(n)
    print(a, b)


asyncio.run(main())
