import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number):
    await asyncio.sleep(0.002 * (10 - number % 10))
    if flag and number % 3 == 1:
        raise TimeoutError(number)
    return number


async def main():
    for number in range(count):
        try:
            page = await fetch(number)
        except (OSError, asyncio.TimeoutError) as error:
            print("late", type(error).__name__, error.args)
            continue
        print(page)


asyncio.run(main())
