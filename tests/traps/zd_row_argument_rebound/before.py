import asyncio
import sys

n = int(sys.argv[1])


async def f(k):
    await asyncio.sleep(0.01)
    return k + 1


async def g(k):
    await asyncio.sleep(0.005)
    return k * 2


async def main():
    k = n
    a = await f(k)
    k = a + 5
    b = await g(k)
    print(a, b)


asyncio.run(main())
