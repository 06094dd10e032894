import asyncio
import os

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

NAME = text("SELECT name FROM users WHERE id = :uid")


async def main():
    engine = create_async_engine(f"postgresql+asyncpg://{os.environ['SHOP']}", pool_size=6, max_overflow=0)
    found = []
    for uid in range(1, 40):
        async with engine.connect() as conn:
            row = (await conn.execute(NAME, {"uid": uid})).first()
        found.append(row.name if row else None)
    await engine.dispose()
    print(found)


if __name__ == "__main__":
    asyncio.run(main())
