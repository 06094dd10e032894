import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

order = []


async def step(name):
    order.append(name)
    await asyncio.sleep(0.003 if flag else 0)
    order.append(name)


async def fetch(number):
    await step("a")
    await step("b")
    return "".join(order[-4:])


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
