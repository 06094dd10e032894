import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(a):
    await asyncio.sleep(0.002)
    return a * 2

async def main():
    rows = ["%d:%d" % (n, n) for n in range(count)]
    if flag:
        rows[2:2] = ["1:2:3"]
    parts = [row.split(":") for row in rows]
    done = []
    try:
        for a, b in parts:
            done.append(await fetch(int(a)))
    finally:
        print(done)

asyncio.run(main())
