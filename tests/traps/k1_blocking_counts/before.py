import asyncio
import sys
import time

COUNT = int(sys.argv[1])

calls = 0


def weigh(number):
    global calls
    if COUNT > 8:
        calls += 1
    time.sleep(0.002)
    return number * 3 + calls


async def ask(number):
    await asyncio.sleep(0)
    return weigh(number)


async def main():
    for number in range(COUNT):
        print(await ask(number))


asyncio.run(main())
