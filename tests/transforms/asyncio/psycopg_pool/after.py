import asyncio

from psycopg_pool import AsyncConnectionPool


async def total_of(pool, uid):
    async with pool.connection() as conn:
        cursor = await conn.execute("SELECT sum(price) FROM orders WHERE user_id = %s", (uid,))
        row = await cursor.fetchone()
    return row[0]


async def main():
    async with AsyncConnectionPool("dbname=shop", min_size=2, max_size=8) as pool:
        limit = asyncio.Semaphore(8)

        async def total_of_for_uid(uid):
            async with limit:
                return await total_of(pool, uid)

        tasks = [
            asyncio.create_task(total_of_for_uid(uid))
            for uid in range(20)
        ]
        try:
            for uid, task in zip(range(20), tasks):
                print(uid, await task)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
