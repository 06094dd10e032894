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
    user_task = asyncio.create_task(fetch_user(number))
    orders_task = asyncio.create_task(fetch_orders(number, limit=4))
    friend_task = asyncio.create_task(fetch_user(8))
    try:
        user = await user_task
        print(user["name"])
        orders = await orders_task
        friend = await friend_task
    finally:
        for task in user_task, orders_task, friend_task:
            task.cancel()
        await asyncio.gather(
            user_task, orders_task, friend_task, return_exceptions=True
        )
    print(orders, friend)


asyncio.run(main())
