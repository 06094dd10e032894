import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def main():
    for number in range(20):
        if await fetch(number) > 11:
            print("found", number)
            break


asyncio.run(main())
