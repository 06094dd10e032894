import asyncio

from psycopg_pool import AsyncConnectionPool


async def main():
    async with AsyncConnectionPool("dbname=shop", min_size=1) as pool:
        for uid in range(20):
            async with pool.connection() as conn:
                cursor = await conn.execute("SELECT name FROM users WHERE id = %s", (uid,))
                print(await cursor.fetchone())


asyncio.run(main())
