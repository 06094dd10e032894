import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Gate:
    def __init__(self):
        self.inside = 0

    async def __aenter__(self):
        self.inside += 1
        await asyncio.sleep(0.001)
        return self.inside

    async def __aexit__(self, *rest):
        self.inside -= 1


gate = Gate()


async def fetch(number):
    async with gate as inside:
        await asyncio.sleep(0.002)
    return inside


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
