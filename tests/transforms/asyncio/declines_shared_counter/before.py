import asyncio

calls = 0


async def fetch(number):
    global calls
    seen = calls
    await asyncio.sleep(0.01)
    calls = seen + 1
    return number * calls


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


asyncio.run(main())
