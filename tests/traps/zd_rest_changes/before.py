import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number, seen):
    await asyncio.sleep(0.005)
    return number not in seen


async def main():
    seen = []
    for number in [1, 2, 3, 2, 1] * count:
        if await fetch(number, seen):
            seen.append(number)
            print("new", number)


asyncio.run(main())
