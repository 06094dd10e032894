import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

seen = []


async def fetch(number):
    seen.append(number)
    await asyncio.sleep(0.005)
    return len(seen)


async def main():
    waiting = [fetch(number) for number in range(count)]
    if flag:
        waiting.reverse()
    for one in waiting:
        print(await one)


asyncio.run(main())
