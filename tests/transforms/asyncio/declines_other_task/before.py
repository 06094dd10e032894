import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def watch(bodies):
    while len(bodies) < 8:
        await asyncio.sleep(0.005)
        if len(bodies) > 3:
            print("half")
            return


async def main():
    bodies = []
    watcher = asyncio.create_task(watch(bodies))
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


asyncio.run(main())
