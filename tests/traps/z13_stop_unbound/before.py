import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(number):
    await asyncio.sleep(0.002 * (10 - number % 10))
    return number


async def main():
    number = 0
    if not flag:
        last = 6
    try:
        while number < last:
            value = await fetch(number)
            print(value)
            number += 1
    except UnboundLocalError as error:
        print("unbound", number)


asyncio.run(main())
