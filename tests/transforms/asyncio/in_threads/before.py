import asyncio
import pathlib


def read(path):
    return path.read_text().count("e")


async def main():
    here = pathlib.Path(".")
    paths = [here / name for name in ("notes.txt", "more.txt")] * 4
    counts = []
    for path in paths:
        counts.append(await asyncio.to_thread(read, path))
    print(counts)


asyncio.run(main())
