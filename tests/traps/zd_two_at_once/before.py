import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

log = []


async def fetch(number):
    await asyncio.sleep(0.005)
    return number


async def walk(name):
    for number in range(count):
        log.append((name, await fetch(number)))


async def main():
    if flag:
        await asyncio.gather(walk("a"), walk("b"))
    else:
        await walk("a")
    print(log)


asyncio.run(main())
