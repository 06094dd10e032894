import asyncio
import sys


class Refused(Exception):
    pass


async def score(number):
    await asyncio.sleep(0.001)
    if number % 5 == 4:
        raise Refused(number)
    return eval("number * number", {"number": number})


async def main():
    results = []
    for number in range(int(sys.argv[1])):
        try:
            results.append(await score(number))
        except Refused as error:
            results.append(repr(error))
    print(results)


asyncio.run(main())
