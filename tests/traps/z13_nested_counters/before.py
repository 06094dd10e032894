import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(row, number):
    await asyncio.sleep(0.001 * (10 - number % 10))
    if flag and row * number == 6:
        raise ValueError(row)
    return row * number


async def main():
    row = 0
    while row < 4:
        number = row
        while number < count:
            value = await fetch(row, number)
            print(row, number, value)
            number += 1
        row += 1


asyncio.run(main())
