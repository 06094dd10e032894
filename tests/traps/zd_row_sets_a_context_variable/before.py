import asyncio
import sys

n = int(sys.argv[1])

import contextvars
who = contextvars.ContextVar("who", default="nobody")


async def f(k):
    await asyncio.sleep(0.01)
    who.set(k)
    return k


async def g(k):
    await asyncio.sleep(0.001)
    return who.get()


async def main():
    a = await f(n)
    b = await g(n)
    print(a, b, who.get())


asyncio.run(main())
