import asyncio


async def fetch(url, size):
    await asyncio.sleep(0.01)
    return url[:size]


async def main():
    for number in range(8):
        url = "http://example/" + str(number)
        page = await fetch(url, number + 7)
        print(page)


asyncio.run(main())
