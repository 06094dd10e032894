import asyncio
import os

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

NAME = text("SELECT name FROM users WHERE id = :uid")


async def main():
    engine = create_async_engine(f"postgresql+asyncpg://{os.environ['SHOP']}", pool_size=6, max_overflow=0)
    found = []
    limit = asyncio.Semaphore(6)

    async def fetch_row(uid):
        async with limit:
            async with engine.connect() as conn:
                row = (await conn.execute(NAME, {"uid": uid})).first()
            return row

    tasks = [asyncio.create_task(fetch_row(uid)) for uid in range(1, 40)]
    try:
        for task in tasks:
            row = await task
            found.append(row.name if row else None)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    await engine.dispose()
    print(found)


if __name__ == "__main__":
    asyncio.run(main())
