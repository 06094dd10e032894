import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def note(number):
    print("noted", number)


async def fetch(number):
    await asyncio.sleep(0.005)
    return number


async def main():
    for number in range(count):
        if flag:
            note(number)
        print(await fetch(number))


asyncio.run(main())
