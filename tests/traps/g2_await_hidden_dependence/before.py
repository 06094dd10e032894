import asyncio
import sys

seen = []


async def score(number):
    await asyncio.sleep(0.001)
    if number % 3 == 0:
        exec("seen.append(number)", globals(), {"number": number})
    return number + len(seen)


async def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(await score(number))
    print(results)


asyncio.run(main())
