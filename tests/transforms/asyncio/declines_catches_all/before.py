import asyncio


async def fetch(number):
    try:
        await asyncio.sleep(0.01)
    except:
        return -1
    return number


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


asyncio.run(main())
