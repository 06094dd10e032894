import asyncio
import sys
import time

COUNT = int(sys.argv[1])


def weigh(number):
    time.sleep(0.004 if number < 8 else 0.001)
    if number == 8:
        raise LookupError(number)
    return number * 3


async def ask(number):
    await asyncio.sleep(0)
    return weigh(number)


async def main():
    answers = []
    try:
        for number in range(COUNT + 4):
            answers.append(await ask(number))
    except LookupError as error:
        print("failed:", error)
    print(answers)


asyncio.run(main())
