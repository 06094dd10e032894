import asyncio
import sys


async def fetch(name, delay):
    """Wait, then answer."""
    await asyncio.sleep(delay)
    return name.upper()


async def fetch_all(names, delay=0.01):
    # One after the other.
    return [await fetch(name, delay) for name in names]


async def main():
    names = ["ada", "grace", "edsger", "barbara"] * 3
    pages = await fetch_all(names)
    print(*pages, file=sys.stdout)
    print(len(pages))


if __name__ == "__main__":
    asyncio.run(main())
