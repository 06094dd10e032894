import asyncio
import time

PAUSE = 0.01


async def measure(station):
    """Stands in for a slow instrument."""
    await asyncio.sleep(PAUSE)
    return station * 7 % 11


async def report(stations):
    total = 0
    limit = asyncio.Semaphore(64)

    async def compute_value(station):
        async with limit:
            return await measure(station)

    tasks = [
        asyncio.create_task(compute_value(station))
        for station in stations
    ]
    try:
        for station, task in zip(stations, tasks):
            value = await task
            if value > 8:
                print(f"station {station}: {value}")
            total += value
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return total


def main():
    print("total", asyncio.run(report(range(20))))


if __name__ == "__main__":
    main()
