import asyncio
import sys

n = int(sys.argv[1])


async def f(k):
    await asyncio.sleep(0.01)
    return k


async def g(k):
    await asyncio.sleep(0.0)
    try:
        with open("y.txt") as h:
            return h.read()
    except OSError:
        return "none"


def save(v):
    with open("y.txt", "w") as h:
        h.write(str(v))


async def main():
    a = await f(n)
    save(a)
    b = await g(n)
    print(a, b)


asyncio.run(main())
