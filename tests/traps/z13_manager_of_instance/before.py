import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Lease:
    async def __aenter__(self):
        await asyncio.sleep(0.001)
        return "class"

    async def __aexit__(self, *rest):
        pass


async def shadow():
    return "instance"


async def fetch(number):
    lease = Lease()
    lease.__aenter__ = shadow
    async with lease as what:
        await asyncio.sleep(0.002 * (10 - number % 10))
    return what


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
