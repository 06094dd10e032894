import asyncio


async def fetch_user(number):
    await asyncio.sleep(0.02)
    return {"id": number, "name": f"user {number}"}


async def fetch_orders(number, limit=3):
    await asyncio.sleep(0.03)
    return [number * 10 + k for k in range(limit)]


async def main():
    number = 7
    # What the page shows.
    user = await fetch_user(number)
    print(user["name"])
    orders = await fetch_orders(number, limit=4)
    friend = await fetch_user(8)
    print(orders, friend)


asyncio.run(main())
