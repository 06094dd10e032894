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
    for i, name in enumerate(names):
        size = await load(name)
        await store(name, size + i, sizes)
    else:
        print("all stored")
    return sizes


print(asyncio.run(main(["a", "bb", "ccc", "dddd"])))
