import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

log = []


class A:
    def __init__(self, number):
        self.number = number

    async def __aenter__(self):
        await asyncio.sleep(0.002 * (10 - self.number % 10))
        if flag and self.number == 4:
            raise OSError(self.number)
        return self.number

    async def __aexit__(self, *rest):
        await asyncio.sleep(0.001)


async def fetch(number):
    async with A(number) as one, A(number + 1) as two:
        return one + two


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
