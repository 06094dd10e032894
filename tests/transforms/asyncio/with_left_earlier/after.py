import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        limit = asyncio.Semaphore(64)

        async def fetch_answer_and_text(number):
            async with limit:
                async with session.get(f"http://shop.invalid/items/{number}") as answer:
                    text = await answer.text()
                return answer, text

        tasks = [
            asyncio.create_task(fetch_answer_and_text(number))
            for number in range(9)
        ]
        try:
            for task in tasks:
                answer, text = await task
                print(answer.status, text)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
