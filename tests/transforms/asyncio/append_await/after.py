import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def main():
    bodies = []
    limit = asyncio.Semaphore(64)

    async def fetch_for_number(number):
        async with limit:
            return await fetch(number)

    tasks = [
        asyncio.create_task(fetch_for_number(number))
        for number in range(20)
    ]
    try:
        for task in tasks:
            bodies.append(await task)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(sum(bodies))


asyncio.run(main())
