import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

total = 0


async def add(number):
    global total
    before = total
    if flag:
        await asyncio.sleep(0.005)
    total = before + number
    await asyncio.sleep(0.005)
    return number


async def main():
    for number in range(count):
        print(await add(number))
    print(total)


asyncio.run(main())
