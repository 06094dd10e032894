import asyncio

from psycopg_pool import AsyncConnectionPool


async def main():
    async with AsyncConnectionPool("dbname=shop") as pool, pool.connection() as conn:
        for uid in range(20):
            cursor = await conn.execute("SELECT name FROM users WHERE id = %s", (uid,))
            print(await cursor.fetchone())


asyncio.run(main())
