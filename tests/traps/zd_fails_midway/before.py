import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Missing(Exception):
    def __init__(self, name, code):
        super().__init__(f"{name}: {code}")
        self.code = code


async def fetch(number):
    await asyncio.sleep(0.002 * (12 - number))
    if flag and number == 3:
        raise Missing("page", number)
    if flag and number > 4:
        raise KeyError("never reached in order")
    return number * 10


async def main():
    pages = []
    try:
        for number in range(count):
            print("asking", number)
            page = await fetch(number)
            pages.append(page)
            print("got", page)
    except Missing as error:
        print("missing", error, error.code, number, pages)
        raise
    finally:
        print("in the end", len(pages))
    return pages


print(asyncio.run(main()))
