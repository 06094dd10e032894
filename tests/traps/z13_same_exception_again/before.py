import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

shared = ValueError("one")


async def fetch(number):
    await asyncio.sleep(0.002 * (10 - number % 10))
    if flag and number % 3 == 1:
        raise shared
    return number


async def main():
    seen = []
    for number in range(count):
        try:
            page = await fetch(number)
        except ValueError as error:
            seen.append(error)
            print(error is shared, len(seen))
            continue
        print(page)


asyncio.run(main())
