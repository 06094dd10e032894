import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(a, b):
    await asyncio.sleep(0.002)
    return a * b

async def main():
    pairs = [(n, n + 1) for n in range(count)]
    if flag:
        pairs.insert(3, (1, 2, 3))
    for a, b in pairs:
        print(await fetch(a, b))

try:
    asyncio.run(main())
except ValueError as error:
    print("bad", error)
