import asyncio
import time


async def ask(number):
    await asyncio.sleep(0.005)
    return {"rows": [number, number + 1], "pages": 9}


async def rows_of(number):
    answer = await ask(number)
    return answer["rows"]


async def main():
    pages = (await ask(0))["pages"]
    seen = []
    limit = asyncio.Semaphore(64)

    async def rows_of_for_number(number):
        async with limit:
            return await rows_of(number)

    tasks = [
        asyncio.create_task(rows_of_for_number(number))
        for number in range(pages)
    ]
    try:
        for task in tasks:
            seen.extend((await task)[::-1])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    found = [row for row in seen if row % 2]
    print(found, (await ask(1))["rows"][0])


asyncio.run(main())
