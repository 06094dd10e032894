import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def main():
    number = 0

    async def fetch(step):
        await asyncio.sleep(0.002 * (10 - step % 10))
        return step, number

    while number < count:
        print(await fetch(number))
        number += 1


asyncio.run(main())
