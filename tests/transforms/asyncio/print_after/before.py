import asyncio


async def measure(depth):
    await asyncio.sleep(0.01)
    return depth * depth


async def main():
    total = 0
    for depth in [3, 1, 2, 5, 4, 6]:
        square = await measure(depth)
        total += square
        print(f"{depth}: {square}, {total} so far")
    print(depth, total)


asyncio.run(main())
