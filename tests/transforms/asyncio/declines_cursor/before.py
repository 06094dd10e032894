import asyncio


async def page(cursor):
    await asyncio.sleep(0.01)
    return cursor * 2 + 1


async def main():
    cursor = 0
    for _ in range(6):
        cursor = await page(cursor)
    print(cursor)


asyncio.run(main())
