import asyncio
import os

import asyncpg


async def main():
    pool = await asyncpg.create_pool(os.environ.get("DSN"), min_size=1, max_size=6)
    names = {}
    limit = asyncio.Semaphore(6)

    async def compute_row(uid):
        async with limit:
            return await pool.fetchrow("SELECT name, age FROM users WHERE id = $1", uid)

    tasks = [asyncio.create_task(compute_row(uid)) for uid in range(20)]
    try:
        for uid, task in zip(range(20), tasks):
            row = await task
            if row:
                names[uid] = row["name"]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(names)
    await pool.close()


asyncio.run(main())
