import asyncio


class Ignore:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        return kind is not None


async def fetch(number):
    body = None
    async with Ignore():
        await asyncio.sleep(0.01)
        body = number * 2
    return body


async def main():
    for number in range(8):
        print(await fetch(number))


asyncio.run(main())
