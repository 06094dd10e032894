import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def part(number, index):
    await asyncio.sleep(0.001)
    return number * index


async def page(number):
    parts = []
    for index in range(3):
        parts.append(await part(number, index))
    if flag and number == 4:
        raise ValueError(parts)
    return parts


async def main():
    for number in range(count):
        parts = await page(number)
        print(number, parts, sum(parts))


asyncio.run(main())
