import asyncio
import sys
import time
import threading

COUNT = int(sys.argv[1])

state = threading.local()
state.factor = 3


def weigh(number):
    time.sleep(0.002)
    return number * getattr(state, "factor", 0)


async def ask(number):
    await asyncio.sleep(0)
    return weigh(number)


async def main():
    for number in range(COUNT):
        print(await ask(number))


asyncio.run(main())
