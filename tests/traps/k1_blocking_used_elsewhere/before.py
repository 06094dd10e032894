import asyncio
import sys
import time
import sqlite3

COUNT = int(sys.argv[1])


def weigh(store, number):
    time.sleep(0.002)
    return store.total_changes + number if store else number * 3


async def ask(number):
    await asyncio.sleep(0)
    return weigh(None, number)


async def main():
    for number in range(COUNT):
        print(await ask(number))
    print(weigh(sqlite3.connect(":memory:"), 1))


asyncio.run(main())
