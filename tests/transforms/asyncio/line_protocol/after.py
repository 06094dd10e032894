import asyncio


async def ask(key):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError as error:
        return type(error).__name__
    writer.write(f"PRICE {key}\r\n".encode())
    await writer.drain()
    answer = await reader.readline()
    writer.close()
    return answer.decode()


async def main():
    items = list(["apple", "pear", "plum"])
    limit = asyncio.Semaphore(64)

    async def ask_for_key(key):
        async with limit:
            return await ask(key)

    tasks = [asyncio.create_task(ask_for_key(key)) for key in items]
    try:
        for key, task in zip(items, tasks):
            print(key, await task)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
