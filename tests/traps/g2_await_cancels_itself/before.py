import asyncio
import sys


async def score(number):
    if number == 7:
        eval("asyncio.current_task().cancel()")
    await asyncio.sleep(0.001)
    return number


async def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(await score(number))
    print(results)


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("cancelled")
