import asyncio
import urllib.request


def get(number):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:9/{number}") as page:
            return page.read()
    except OSError:
        return b""


async def fetch(number):
    page = await asyncio.to_thread(get, number)
    await asyncio.sleep(0.01)
    return len(page)


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


asyncio.run(main())
