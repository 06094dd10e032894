import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def main():
    bodies = []
    for number in range(20):
        bodies.append(await fetch(number))
    print(sum(bodies))


asyncio.run(main())
