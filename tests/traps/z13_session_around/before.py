import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Session:
    def __init__(self):
        self.token = 0

    async def __aenter__(self):
        await asyncio.sleep(0.001)
        self.token = 7
        return self

    async def __aexit__(self, *rest):
        self.token = -1
        print("closed")

    async def get(self, number):
        await asyncio.sleep(0.002 * (10 - number % 10))
        if flag and number == 3:
            raise ValueError(number)
        return number * self.token


async def main():
    async with Session() as session:
        for number in range(count):
            print(await session.get(number))


asyncio.run(main())
