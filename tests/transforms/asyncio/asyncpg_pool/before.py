import asyncio
import os

import asyncpg


async def main():
    pool = await asyncpg.create_pool(os.environ.get("DSN"), min_size=1, max_size=6)
    names = {}
    for uid in range(20):
        row = await pool.fetchrow("SELECT name, age FROM users WHERE id = $1", uid)
        if row:
            names[uid] = row["name"]
    print(names)
    await pool.close()


asyncio.run(main())
