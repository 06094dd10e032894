import asyncio
import contextvars

current = contextvars.ContextVar("current")


async def fetch(number):
    current.set(number)
    await asyncio.sleep(0.01)
    return number


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


asyncio.run(main())
