import asyncio

from psycopg_pool import AsyncConnectionPool


async def total_of(pool, uid):
    async with pool.connection() as conn:
        cursor = await conn.execute("SELECT sum(price) FROM orders WHERE user_id = %s", (uid,))
        row = await cursor.fetchone()
    return row[0]


async def main():
    async with AsyncConnectionPool("dbname=shop", min_size=2, max_size=8) as pool:
        for uid in range(20):
            print(uid, await total_of(pool, uid))


if __name__ == "__main__":
    asyncio.run(main())
