import asyncio
import sys

counted = []


async def count(number):
    await asyncio.sleep(0.03)
    counted.append(number)


async def score(number):
    eval("asyncio.ensure_future(count(number))", globals(), {"number": number})
    await asyncio.sleep(0.001)
    return number


async def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(await score(number))
    print(results, counted)


asyncio.run(main())
