import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def main(last):
    number = 3
    while number <= last:
        page = await fetch(number)
        print(number, page)
        number += 1
    print(number)


asyncio.run(main(14))
