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
        items = self.pages
        limit = asyncio.Semaphore(64)

        async def compute_text(page):
            async with limit:
                length = await head(page % 3)
                if length > 2:
                    text = await body(page, length)
                else:
                    text = "short"
                return text

        tasks = [asyncio.create_task(compute_text(page)) for page in items]
        try:
            for page, task in zip(items, tasks):
                text = await task
                self.found[page] = text
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def report(self):
        await self.crawl()
        for page, text in self.found.items():
            print(page, text)


async def main():
    await Crawler(list(range(12))).report()


asyncio.run(main())
