import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Late:
    def __init__(self, number):
        self.number = number

    async def connect(self):
        await asyncio.sleep(0.002 * (10 - self.number % 10))
        return self

    def __aenter__(self):
        return self.connect()

    async def __aexit__(self, *rest):
        pass


async def fetch(number):
    async with Late(number) as late:
        return late.number


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
