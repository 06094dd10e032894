import asyncio
import pathlib


def read(path):
    return path.read_text().count("e")


async def main():
    here = pathlib.Path(".")
    paths = [here / name for name in ("notes.txt", "more.txt")] * 4
    counts = []
    limit = asyncio.Semaphore(64)

    async def to_thread_for_path(path):
        async with limit:
            return await asyncio.to_thread(read, path)

    tasks = [asyncio.create_task(to_thread_for_path(path)) for path in paths]
    try:
        for task in tasks:
            counts.append(await task)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(counts)


asyncio.run(main())
