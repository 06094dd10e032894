import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Session:
    opened = 0

    async def __aenter__(self):
        await asyncio.sleep(0.002)
        Session.opened += 1
        return Session.opened

    async def __aexit__(self, *problem):
        if flag:
            Session.opened -= 1


async def fetch(number):
    async with Session() as place:
        await asyncio.sleep(0.002)
        return place


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())
