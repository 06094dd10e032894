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
    try:
        for number in range(12):
            page = await fetch(number)
            print("got", page)
            pages.append(page)
    except ValueError as error:
        print("stopped at", number, error)
    print(pages)



asyncio.run(main())
