import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def fetch(number):
    if flag:
        user.set(f"user {number}")
    await asyncio.sleep(0.005)
    return user.get()


async def main():
    for number in range(count):
        print(await fetch(number), user.get())


asyncio.run(main())
