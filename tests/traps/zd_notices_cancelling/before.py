import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

gone = []


async def fetch(number):
    try:
        await asyncio.sleep(0.002 * (count - number))
        if flag and number == 2:
            raise ValueError(number)
        return number
    except BaseException as error:
        print("left", number, repr(error))
        raise


async def main():
    try:
        for number in range(count):
            print(await fetch(number))
    except ValueError as error:
        print("stopped", error)


asyncio.run(main())
