import asyncio


async def pages():
    for number in range(6):
        await asyncio.sleep(0.01)
        yield number


async def main():
    async for page in pages():
        await asyncio.sleep(0.01)
        print(page)


asyncio.run(main())
