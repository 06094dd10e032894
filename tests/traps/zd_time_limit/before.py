import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number):
    await asyncio.sleep(0.01)
    return number


async def collect(found):
    for number in range(count):
        found.append(await fetch(number))


async def main():
    found = []
    try:
        await asyncio.wait_for(collect(found), 0.05 if flag else 60)
    except asyncio.TimeoutError:
        print("too late")
    print(len(found) == count)


asyncio.run(main())
