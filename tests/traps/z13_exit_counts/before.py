import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Slot:
    used = 0

    async def __aenter__(self):
        await asyncio.sleep(0.001)
        return self

    async def __aexit__(self, *problem):
        if flag:
            Slot.used += 1
        self.number = Slot.used


async def take(number):
    slot = Slot()
    async with slot:
        await asyncio.sleep(0.002 * (12 - number % 12))
    return slot.number


async def main():
    for number in range(count):
        print(await take(number))


asyncio.run(main())
