import asyncio


async def measure(depth):
    await asyncio.sleep(0.01)
    if depth > 20:
        raise ValueError(depth)
    return depth * depth


async def main():
    total = 0
    for depth in [3, -1, 2, 0, 50, 4, 6]:
        if depth <= 0 or depth == 50:
            print("not", depth)
            continue
        square = await measure(depth)
        total += square
        print(f"{depth}: {square}, {total} so far")
    print(depth, total)


asyncio.run(main())
