import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number):
    await asyncio.sleep(0.001 * (12 - number))
    if flag and number > 2:
        sys.exit(number)
    return number


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
