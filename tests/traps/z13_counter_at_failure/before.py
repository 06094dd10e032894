import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number):
    await asyncio.sleep(0.002 * (10 - number % 10))
    if flag and number == 3:
        raise ValueError(number)
    return number


async def main():
    number = 0
    step = 0
    try:
        while number < count:
            value = await fetch(number)
            step += value
            number += 1
    except ValueError:
        print("at", number, step)
    else:
        print("end", number, step)


asyncio.run(main())
