import asyncio
import time

factor = 2


def fetch(number):
    time.sleep(0.01)
    return number * factor


async def save(body, bodies):
    await asyncio.sleep(0)
    bodies.append(body)


async def main():
    bodies = []
    for number in range(20):
        body = fetch(number)
        await save(body, bodies)
    print(sum(bodies))


asyncio.run(main())
