import asyncio
import sys

n = int(sys.argv[1])


async def f(k):
    await asyncio.sleep(0.01)
    return k + 1


async def g(k):
    await asyncio.sleep(0.005)
    return k * 2


async def both():
    a = await f(n)
    b = await g(n)
    return a, b


async def main():
    try:
        print(await asyncio.wait_for(both(), 0.012))
    except asyncio.TimeoutError:
        print("late")


asyncio.run(main())
