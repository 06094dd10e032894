import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

rate = {"value": 2}


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * rate["value"]


async def refresh():
    while True:
        await asyncio.sleep(0.013)
        rate["value"] += 1


async def main():
    if flag:
        refresher = asyncio.ensure_future(refresh())
    for number in range(count):
        print(await fetch(number) > number)
    if flag:
        refresher.cancel()


asyncio.run(main())
