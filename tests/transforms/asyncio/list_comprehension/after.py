import asyncio
import sys


async def fetch(name, delay):
    """Wait, then answer."""
    await asyncio.sleep(delay)
    return name.upper()


async def fetch_all(names, delay=0.01):
    # One after the other.
    limit = asyncio.Semaphore(64)

    async def fetch_for_name(name):
        async with limit:
            return await fetch(name, delay)

    tasks = [asyncio.create_task(fetch_for_name(name)) for name in names]
    try:
        return [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    names = ["ada", "grace", "edsger", "barbara"] * 3
    pages = await fetch_all(names)
    print(*pages, file=sys.stdout)
    print(len(pages))


if __name__ == "__main__":
    asyncio.run(main())
