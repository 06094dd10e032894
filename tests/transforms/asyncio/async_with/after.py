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
    limit = asyncio.Semaphore(64)

    async def compute_size(number):
        async with limit:
            return await measure(number)

    tasks = [asyncio.create_task(compute_size(number)) for number in range(6)]
    try:
        for number, task in zip(range(6), tasks):
            size = await task
            print(number, size)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
