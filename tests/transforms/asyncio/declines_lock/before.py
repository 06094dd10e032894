import asyncio


async def fetch(number):
    async with gate:
        await asyncio.sleep(0.01)
    return number


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


gate = asyncio.Lock()
asyncio.run(main())
