import asyncio


def crunch(number):
    return sum(i * i % 7 for i in range(number))


async def main():
    sums = []
    for number in range(100, 120):
        sums.append(crunch(number))
    await asyncio.sleep(0)
    print(sums)


asyncio.run(main())
