import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    if number % 3 == 1:
        raise ValueError(f"no page {number}")
    return number * 2


async def main():
    pages = []
    for number in range(8):
        try:
            page = await fetch(number)
        except ValueError as error:
            print("skipped:", error)
            continue
        pages.append(page)
    print(pages)


asyncio.run(main())
