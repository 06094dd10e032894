import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number):
    await asyncio.sleep(0.002 * (10 - number % 10))
    return number


async def main():
    queue = [0]
    number = 0
    while number < len(queue):
        value = await fetch(number)
        if value < count:
            queue.append(value)
        number += 1
    print(number, queue)


asyncio.run(main())
