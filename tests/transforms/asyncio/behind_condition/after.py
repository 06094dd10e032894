import asyncio


async def measure(depth):
    await asyncio.sleep(0.01)
    if depth > 20:
        raise ValueError(depth)
    return depth * depth


async def main():
    total = 0
    items = list([3, -1, 2, 0, 50, 4, 6])
    limit = asyncio.Semaphore(64)

    async def compute_square(depth):
        async with limit:
            if depth <= 0 or depth == 50:
                return None
            return await measure(depth)

    tasks = [asyncio.create_task(compute_square(depth)) for depth in items]
    try:
        for depth, task in zip(items, tasks):
            if depth <= 0 or depth == 50:
                print("not", depth)
                continue
            square = await task
            total += square
            print(f"{depth}: {square}, {total} so far")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(depth, total)


asyncio.run(main())
