import asyncio

import asyncpg


async def main():
    async with asyncpg.create_pool("postgresql://127.0.0.1/shop") as pool:
        for uid in range(20):
            await pool.execute("UPDATE users SET seen = seen + 1 WHERE id = $1", uid)


asyncio.run(main())
