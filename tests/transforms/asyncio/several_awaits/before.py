import asyncio


async def head(number):
    await asyncio.sleep(0.005)
    return number + 1


async def body(number, length):
    await asyncio.sleep(0.005)
    return str(number) * length


class Crawler:
    def __init__(self, pages):
        self.pages = pages
        self.found = {}

    async def crawl(self):
        for page in self.pages:
            length = await head(page % 3)
            if length > 2:
                text = await body(page, length)
            else:
                text = "short"
            self.found[page] = text

    async def report(self):
        await self.crawl()
        for page, text in self.found.items():
            print(page, text)


async def main():
    await Crawler(list(range(12))).report()


asyncio.run(main())
