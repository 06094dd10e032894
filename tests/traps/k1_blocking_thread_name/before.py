import asyncio
import sys
import time
import threading

COUNT = int(sys.argv[1])


def weigh(number):
    time.sleep(0.002)
    return number, threading.current_thread() is threading.main_thread()


async def ask(number):
    await asyncio.sleep(0)
    return weigh(number)


async def main():
    for number in range(COUNT):
        print(await ask(number))


asyncio.run(main())
