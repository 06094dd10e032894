import asyncio


class Lease:
    def __init__(self, number):
        self.number = number
        self.open = False

    async def __aenter__(self):
        await asyncio.sleep(0.005)
        self.open = True
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.005)
        self.open = False
        return False

    async def size(self):
        await asyncio.sleep(0.005)
        return self.number * 100 if self.open else None


async def measure(number):
    async with Lease(number) as lease:
        return await lease.size()


async def main():
    for number in range(6):
        size = await measure(number)
        print(number, size)


asyncio.run(main())
