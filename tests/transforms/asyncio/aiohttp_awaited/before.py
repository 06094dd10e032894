import asyncio

from aiohttp import ClientSession


async def main():
    session = ClientSession()
    sizes = {}
    for number in range(9):
        response = await session.get(f"http://shop.invalid/slow/{number}")
        response.raise_for_status()
        page = await response.json()
        sizes[page["path"]] = page["size"]
    await session.close()
    print(sizes)


asyncio.run(main())
