import asyncio


async def load(name):
    await asyncio.sleep(0.02)
    return len(name)


async def store(name, size, sizes):
    await asyncio.sleep(0)
    sizes[name] = size
    print("stored", name)


async def main(names):
    sizes = {}
    limit = asyncio.Semaphore(64)

    async def compute_size(name):
        async with limit:
            return await load(name)

    tasks = [asyncio.create_task(compute_size(name)) for name in names]
    try:
        for (i, name), task in zip(enumerate(names), tasks):
            size = await task
            await store(name, size + i, sizes)
        else:
            print("all stored")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return sizes


print(asyncio.run(main(["a", "bb", "ccc", "dddd"])))
