import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

closed = []

async def rows():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        closed.append(1)

async def fetch(number):
    before = len(closed)
    await asyncio.sleep(0)
    return number, before

async def main():
    if flag:
        async for row in rows():
            break
    for number in range(count):
        print(await fetch(number))

asyncio.run(main())
