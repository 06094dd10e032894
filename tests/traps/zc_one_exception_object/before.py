import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import time
FAILED = ValueError("failed")
codes = {0: [1], 1: [2], 2: [3], 3: []}

def fetch(number):
    time.sleep(0.02 if number == 0 else 0.001)
    try:
        return codes[number if flag else 0][0]
    except IndexError:
        raise FAILED
    except KeyError:
        raise FAILED

async def main():
    try:
        for number in range(count):
            value = fetch(number)
            print(value)
    except ValueError as error:
        kind = type(error.__context__).__name__
        print(kind)

asyncio.run(main())
