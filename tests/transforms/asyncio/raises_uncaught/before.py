import asyncio


async def fetch(number):
    try:
        await asyncio.sleep(0.002 * (12 - number))
    finally:
        number += 1
    if number == 6:
        raise ValueError(f"no page {number}")
    if number > 6:
        raise KeyError(number)
    return number


async def main():
    pages = []
    for number in range(12):
        print("asking for", number)
        pages.append(await fetch(number))
        print("got", pages[-1])



asyncio.run(main())
