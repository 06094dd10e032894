import asyncio


async def fetch(number):
    print("asking", number)
    await asyncio.sleep(0.01)
    print("done", number)
    return number


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


asyncio.run(main())
